"""The first ten iterates of the quasi-Newton and Newton methods, from the formulas, in NumPy and SciPy.

From the root of the repository, with the CSV file of breast-cancer data (569 rows, 30 columns and the label):

    python3 src/test/python/reference_quasinewton.py breast_cancer.csv \
        > src/test/resources/org/hesse/method/reference-quasinewton.json

Shares no code with the Java sources, and takes other ways where there are some: L-BFGS builds the dense matrix that its
pairs stand for, BFGS multiplies its matrices out, linear systems go to LAPACK, the strong Wolfe search is SciPy's
MINPACK-2. The figures in the repository were made with Python 3, NumPy 2.4 and SciPy 1.17.
"""

import json
import sys

import numpy as np
from scipy.optimize._dcsrch import DCSRCH

STEPS = 10


class Rosenbrock:
    """(1 - x)^2 + 100 (y - x^2)^2, also as half the square of two residuals."""

    start = np.array([-1.2, 1.0])
    batches = None

    def value(self, x, rows):
        return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2

    def gradient(self, x, rows):
        a, b = x
        return np.array([-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)])

    def hessian(self, x, rows):
        a, b = x
        return np.array([[2 - 400 * (b - 3 * a * a), -400 * a], [-400 * a, 200.0]])

    def residuals(self, x):
        return np.sqrt(2) * np.array([1 - x[0], 10 * (x[1] - x[0] ** 2)])

    def jacobian(self, x):
        return np.sqrt(2) * np.array([[-1, 0], [-20 * x[0], 10]])


class Logistic:
    """mean log(1 + exp(-y a.w)) + lam/2 |w|^2 over all w."""

    lam = 0.01

    def __init__(self, path):
        table = np.loadtxt(path, delimiter=",", skiprows=1)
        a = table[:60, :4]  # mean radius, texture, perimeter, area of the first 60 cells
        self.a = (a - a.mean(axis=0)) / a.std(axis=0)
        self.y = np.where(table[:60, -1] > 0, 1.0, -1.0)
        self.start = np.array([0.5, -0.25, 0.125, 1.0])
        rng = np.random.default_rng(20240607)
        self.batches = []
        while len(self.batches) < STEPS:
            order = rng.permutation(60)
            self.batches += [order[i : i + 16].tolist() for i in range(0, 60, 16)]
        self.batches = self.batches[:STEPS]

    def value(self, w, rows):
        return np.mean(np.logaddexp(0, -self.y[rows] * (self.a[rows] @ w))) + self.lam / 2 * w @ w

    def gradient(self, w, rows):
        p = 1 / (1 + np.exp(self.y[rows] * (self.a[rows] @ w)))
        return -self.a[rows].T @ (self.y[rows] * p) / len(rows) + self.lam * w

    def hessian(self, w, rows):
        p = 1 / (1 + np.exp(self.y[rows] * (self.a[rows] @ w)))
        return self.a[rows].T * (p * (1 - p)) @ self.a[rows] / len(rows) + self.lam * np.eye(len(w))


def strong_wolfe(problem, x, d, rows, first, c2=0.9):
    search = DCSRCH(
        lambda t: problem.value(x + t * d, rows),
        lambda t: problem.gradient(x + t * d, rows) @ d,
        1e-4, c2, 1e-15, 0.0, 1e100,
    )
    alpha, _, _, task = search(first, problem.value(x, rows), problem.gradient(x, rows) @ d)
    assert task == b"CONVERGENCE", task
    return alpha


def armijo(problem, x, d, rows, first):
    """Dennis & Schnabel A6.3.1: fit by solving for the coefficients of the polynomial."""
    f0, slope = problem.value(x, rows), problem.gradient(x, rows) @ d
    tried, alpha = [], first
    while True:
        value = problem.value(x + alpha * d, rows)
        if value <= f0 + 1e-4 * alpha * slope:
            return alpha
        tried.append((alpha, value - f0 - alpha * slope))
        if len(tried) == 1:
            best = -slope / (2 * tried[0][1] / alpha**2)
        else:
            t = np.array([p[0] for p in tried[-2:]])
            b, a = np.linalg.solve(np.stack([t**2, t**3], axis=1), [p[1] for p in tried[-2:]])
            roots = np.roots([3 * a, 2 * b, slope])
            best = [r.real for r in roots if 6 * a * r.real + 2 * b > 0][0]
        alpha = min(max(best, 0.1 * alpha), 0.5 * alpha)


def update(h, s, y):
    rho, i = 1 / (s @ y), np.eye(len(s))
    return (i - rho * np.outer(s, y)) @ h @ (i - rho * np.outer(y, s)) + rho * np.outer(s, s)


def quasi_newton(problem, memory, length, naive, interpolation=0.0, smoothing=0.0):
    """memory None: BFGS with all pairs, H0 scaled once; length None: strong Wolfe, else a rate. interpolation scales y so that s'y moves to the
    second derivative of the cubic Hermite polynomial along s; smoothing takes the geometric mean of scales."""
    rows = (lambda k: problem.batches[k % STEPS]) if problem.batches else (lambda k: None)
    x, pairs, path, gamma = problem.start, [], [], None
    for k in range(STEPS):
        g = problem.gradient(x, rows(k))
        h = np.eye(len(x))
        if pairs:
            used = pairs if memory is None else pairs[-memory:]
            s, y = used[0] if memory is None else used[-1]
            h *= gamma if memory else (s @ y) / (y @ y)
            for s, y in used:
                h = update(h, s, y)
        d = -h @ g
        first = 1.0 if pairs else 1 / np.abs(g).max()
        if length is None and not pairs:
            first = min(first, 2 * abs(problem.value(x, rows(k))) / (g @ g))
        alpha = strong_wolfe(problem, x, d, rows(k), first) if length is None else length * min(first, 1.0)
        s = alpha * d
        y = problem.gradient(x + s, rows(k + 1 if naive else k)) - g
        if interpolation:  # p(0) = f, p'(0) = g's, p(1) = f+, p'(1) = g+'s
            ends = [problem.value(x, rows(k)), problem.value(x + s, rows(k)), g @ s, (g + y) @ s]
            hermite = np.linalg.solve([[1, 0, 0, 0], [1, 1, 1, 1], [0, 1, 0, 0], [0, 1, 2, 3]], ends)
            bend = 2 * hermite[2] + 6 * hermite[3] - s @ y
            y = y * (1 + np.clip(interpolation * bend / (s @ y), -0.5, 4))
        x = x + s
        if s @ y > 1e-14 * np.linalg.norm(s) * np.linalg.norm(y):
            pairs.append((s, y))
            newest = (s @ y) / (y @ y)
            gamma = newest if gamma is None else gamma**smoothing * newest ** (1 - smoothing)
        path.append(x.tolist())
    return path, len(pairs)


def newton(problem, search):
    rows = (lambda k: problem.batches[k]) if problem.batches else (lambda k: None)
    x, path = problem.start, []
    for k in range(STEPS):
        h = problem.hessian(x, rows(k))
        assert np.linalg.eigvalsh(h)[0] > 0  # so that no modification is called for
        d = np.linalg.solve(h, -problem.gradient(x, rows(k)))
        x = x + (1 if search is None else search(problem, x, d, rows(k), 1.0)) * d
        path.append(x.tolist())
    return path


def main():
    logistic = Logistic(sys.argv[1])
    runs = []

    def add(method, problem, path):
        runs.append({"method": method, "problem": problem, "iterates": path})

    for name, problem in (("rosenbrock", Rosenbrock()), ("logistic", logistic)):
        for memory, label in ((3, "lbfgs"), (None, "bfgs")):
            for naive in (False, True):
                for length in (None, 0.5):
                    path, used = quasi_newton(problem, memory, length, naive)
                    add(label + (" naive" if naive else "") + (" rate" if length else ""), name, path)
                    print(runs[-1]["method"], name, "pairs used:", used, "of", STEPS, file=sys.stderr)
        kept = 8 if name == "rosenbrock" else STEPS  # there the rounding of the first steps is magnified by each later one
        add("lbfgs values", name, quasi_newton(problem, 3, None, False, 0.75, 0.65)[0][:kept])
        add("bfgs values", name, quasi_newton(problem, None, None, False, 0.75)[0][:kept])
        add("newton", name, newton(problem, None))
        add("newton armijo", name, newton(problem, armijo))
        add("newton wolfe", name, newton(problem, strong_wolfe))
    write("reference_quasinewton.py", logistic, runs)


def write(script, logistic, runs):
    document = {
        "made": "by src/test/python/" + script + " with NumPy " + np.__version__,
        "data": "first 60 rows, 4 standardised columns of Breast Cancer Wisconsin (Diagnostic):"
        " Wolberg, Mangasarian, Street, Street, UCI 1993",
        "logistic": {
            "lambda": logistic.lam,
            "a": logistic.a.tolist(),
            "y": logistic.y.tolist(),
            "start": logistic.start.tolist(),
            "stepsPerEpoch": 4,
            "batches": logistic.batches,
        },
        "rosenbrock": {"start": Rosenbrock.start.tolist()},
        "runs": runs,
    }
    text = json.dumps(document, indent=None, separators=(",", ":"))
    print(text.replace('{"method"', '\n{"method"').replace('"runs"', '\n"runs"').replace('"logistic":{', '\n"logistic":{'))


if __name__ == "__main__":
    main()
