"""The first ten iterates of the quasi-Newton methods for minibatches, from the formulas, in NumPy.

From the root of the repository, with the CSV file of breast-cancer data (569 rows, 30 columns and the label):

    python3 src/test/python/reference_stochastic.py breast_cancer.csv \
        > src/test/resources/org/hesse/method/reference-stochastic.json

Shares no code with the Java sources: the inverse Hessian is built as a dense matrix from its pairs, gradients of
overlapping batches are taken over their rows at once. The figures in the repository were made with NumPy 2.4.
"""

import sys

import numpy as np
from reference_quasinewton import STEPS, Logistic, Rosenbrock, armijo, update, write

MEMORY = 3

DRAWN = """
    33 6 46 51 25 55 14 40 34 20 8 39 28 58 49 13 21 52 48 2 15 56 41 36 1 11 53 31 43 29 35 30 32 18 12 3 16 57 22 44 26 47 19 54 42 45 0 23 9 50 17 37 59 10 4 38 24 27 5 7
    50 43 45 38 56 47 30 9 21 41 49 12 29 34 39 8 11 20 51 16 6 3 5 10 42 58 23 19 48 57 14 31 54 15 40 22 36 0 35 7 53 25 33 28 55 18 59 1 24 27 4 37 2 26 46 52 32 13 17 44
    43 12 53 50 56 18 36 42 2 25 16 17 48 34 28 46 20 26 24 5 41 23 19 57 54 33 40 0 4 10 35 31 47 32 8 6 49 30 14 13 44 45 37 29 59 27 58 1 3 51 15 11 7 55 22 21 38 9 52 39
    11 23 27 0 38 33 29 6 40 44 50 22 48 14 34 31 3 43 57 28 5 13 49 30 16 59 45 19 2 20 56 24 51 35 1 32 58 42 36 21 10 26 41 53 47 39 17 37 7 12 18 8 9 46 54 15 55 52 25 4
    1 38 31 55 47 7 58 59 56 28 3 39 19 51 24 4 52 33 48 43 13 20 37 50 57 0 44 35 10 32 6 49 46 14 27 16 54 53 30 34 9 17 29 11 15 12 21 41 40 5 8 22 18 23 45 2 36 26 42 25
    15 34 17 52 36 5 31 56 19 24 18 3 28 38 14 27 10 20 33 40 0 1 44 37 12 7 41 50 57 25 11 58 47 4 53 29 32 8 35 51 48 30 55 21 54 45 9 43 6 46 23 59 16 39 42 2 49 22 26 13
    58 39 4 44 1 50 32 23 31 7 49 16 43 9 51 3 19 37 12 56 5 14 42 17 53 27 30 59 21 29 52 41 54 33 47 35 26 57 15 48 13 22 34 8 55 0 46 45 40 11 20 10 25 38 36 2 6 24 28 18
    23 26 27 59 15 45 48 2 14 38 37 21 35 11 19 6 34 3 0 18 51 17 33 5 28 52 58 44 8 29 40 22 42 54 50 32 46 24 4 10 16 31 7 49 13 36 25 1 56 41 39 53 43 55 30 57 12 9 47 20
    13 59 56 31 16 12 38 19 47 27 4 32 3 6 18 30 52 20 53 25 22 33 5 41 0 45 2 37 14 50 54 10 1 46 49 48 44 24 17 23 9 55 36 8 42 58 43 11 34 26 28 7 40 21 35 51 15 57 39 29
    11 35 44 17 36 3 26 38 23 39 51 25 2 7 53 40 5 18 49 1 20 50 9 46 21 30 4 31 27 42 22 57 52 48 15 32 41 10 8 47 37 19 29 12 59 34 54 13 45 55 28 33 16 14 58 43 24 6 56 0
""".strip().splitlines()  # the shuffles of 60 rows that Hesse draws in its first ten steps with seed 0


def matrix(n, pairs, gamma):
    h = gamma * np.eye(n)
    for s, y in pairs[-MEMORY:]:
        h = update(h, s, y)
    return h


def rows_of(problem):
    return (lambda k: problem.batches[k % STEPS]) if problem.batches else (lambda k: None)


def shortened(g):
    return min(1.0, 1 / np.abs(g).max())


def online(problem, rate, lam, eps):
    """Schraudolph, Yu and Guenter (2007), Algorithm 3."""
    rows, x, pairs, path = rows_of(problem), problem.start, [], []
    for k in range(STEPS):
        g = problem.gradient(x, rows(k))
        gamma = np.mean([s @ y / (y @ y) for s, y in pairs[-MEMORY:]]) if pairs else eps
        s = -rate * 10 / (10 + k) * matrix(len(x), pairs, gamma) @ g
        y = problem.gradient(x + s, rows(k)) - g + lam * s
        if s @ y > 0:
            pairs.append((s, y))
        x = x + s
        path.append(x.tolist())
    return path


def damped(problem, rate, delta, undamped):
    """Wang, Ma, Goldfarb and Liu (2017), (3.2), (3.4)."""
    rows, x, pairs, path, h0, count = rows_of(problem), problem.start, [], [], 1.0, 0
    for k in range(STEPS):
        g = problem.gradient(x, rows(k))
        s = -rate * (1 if pairs else shortened(g)) * matrix(len(x), pairs, h0) @ g
        y = problem.gradient(x + s, rows(k)) - g
        gamma = max(y @ y / (s @ y), delta)
        bs = gamma * s
        theta = 0.75 * (s @ bs) / (s @ bs - s @ y) if s @ y < 0.25 * (s @ bs) else 1.0
        count += theta < 1
        y = theta * y + (1 - theta) * bs
        pairs.append((s, y))
        h0 = 1 / gamma if undamped else min(s @ y / (y @ y), 1 / delta)
        x = x + s
        path.append(x.tolist())
    print("damped:", count, "of", STEPS, file=sys.stderr)
    return path


def multi_batch(problem, rate):
    """Berahas, Nocedal and Takac (2016), Algorithm 1: S_k is B_k and the first quarter of B_(k+1)."""
    rows, x, pairs, path, before = rows_of(problem), problem.start, [], [], None
    for k in range(STEPS):
        batch, ahead = rows(k), rows(k + 1)
        here = shared = sample = None
        if batch is not None:
            here, shared = batch[: round(len(batch) / 4)], ahead[: round(len(ahead) / 4)]
            sample = batch + shared
        if before is not None:
            s, y = x - before, problem.gradient(x, here) - problem.gradient(before, here)
            if s @ y > 1e-4 * (s @ s):
                pairs.append((s, y))
        g = problem.gradient(x, sample)
        gamma = pairs[-1][0] @ pairs[-1][1] / (pairs[-1][1] @ pairs[-1][1]) if pairs else shortened(g)
        before, x = x, x - rate * matrix(len(x), pairs, gamma) @ g
        path.append(x.tolist())
    return path


def sqn(problem, rate, interval, many, snapshots=None):
    """Byrd, Hansen, Nocedal and Singer (2016), Algorithms 1 and 2; with snapshots Moritz, Nishihara and Jordan (2016)."""
    rows, x, pairs, path, window, mean = rows_of(problem), problem.start, [], [], [], None
    for k in range(STEPS):
        if snapshots and k % snapshots == 0:
            snapshot = x
        g = problem.gradient(x, rows(k))
        if snapshots and problem.batches:
            g = g - problem.gradient(snapshot, rows(k)) + problem.gradient(snapshot, list(range(60)))
        gamma = pairs[-1][0] @ pairs[-1][1] / (pairs[-1][1] @ pairs[-1][1]) if pairs else 1.0
        d = -matrix(len(x), pairs, gamma) @ g
        window.append(x)
        if len(window) == interval:
            new = np.mean(window, axis=0)
            if mean is not None:
                sample = sum((rows(k + j) for j in range(1, many + 1)), []) if problem.batches else None
                s = new - mean
                y = problem.hessian(new, sample) @ s
                if s @ y > 1e-4 * (s @ s):
                    pairs.append((s, y))
            window, mean = [], new
        x = x + rate * d
        path.append(x.tolist())
    return path


def network(problem, rate, mu, interval, many, lam, longest, first):
    """Momentum along -Hg, pairs of Gauss-Newton products: of the logistic loss the Hessian."""
    rows, x, pairs, path, window, mean, cut = rows_of(problem), problem.start, [], [], [], None, 0
    v = np.zeros(len(x))
    for k in range(STEPS):
        gamma = pairs[-1][0] @ pairs[-1][1] / (pairs[-1][1] @ pairs[-1][1]) if pairs else first
        v = mu * v - rate * matrix(len(x), pairs, gamma) @ problem.gradient(x, rows(k))
        cut += np.linalg.norm(v) > longest
        v = v * min(1.0, longest / np.linalg.norm(v))
        window.append(x)
        if len(window) == interval:
            new = np.mean(window, axis=0)
            if mean is not None:
                sample = sum((rows(k + j) for j in range(1, many + 1)), [])
                pairs.append((new - mean, problem.hessian(new, sample) @ (new - mean) + lam * (new - mean)))
            window, mean = [], new
        x = x + v
        path.append(x.tolist())
    print("shortened:", cut, "of", STEPS, file=sys.stderr)
    return path


def progressive(problem, theta, tested):
    """Bollapragada, Nocedal, Mudigere, Shi and Tang (2018), Algorithm 1 with full overlap; samples from 16 on."""
    x, pairs, path, sizes, size = problem.start, [], [], [], 16
    for drawn in DRAWN:
        rows = [int(i) for i in drawn.split()][:size] if size < 60 else list(range(60))
        sizes.append(size)
        g = problem.gradient(x, rows)
        gamma = pairs[-1][0] @ pairs[-1][1] / (pairs[-1][1] @ pairs[-1][1]) if pairs else 1.0
        h = matrix(len(x), pairs, gamma)
        first = 1.0 if pairs else min(1 / np.abs(g).max(), 2 * abs(problem.value(x, rows)) / (g @ g))
        if size < 60:
            each = np.array([problem.gradient(x, [i]) for i in rows[:tested]])
            first /= 1 + np.sum((each - g) ** 2) / (len(each) - 1) / (size * (g @ g))
            square = (h @ g) @ (h @ g)
            along = np.sum((each @ (h @ h @ g) - square) ** 2) / (len(each) - 1)
            size = min(60, max(size, int(np.ceil(along / (theta * square) ** 2))))
        d = -h @ g
        s = armijo(problem, x, d, rows, first) * d
        y = problem.gradient(x + s, rows) - g
        if s @ y > 1e-4 * (s @ s):
            pairs.append((s, y))
        x = x + s
        path.append(x.tolist())
    print("sizes:", sizes, file=sys.stderr)
    return path


def main():
    logistic = Logistic(sys.argv[1])
    runs = []

    def add(method, problem, path):
        runs.append({"method": method, "problem": problem, "iterates": path})

    for name, problem, small in (("rosenbrock", Rosenbrock(), 1e-3), ("logistic", logistic, 0.5)):
        add("olbfgs", name, online(problem, 0.1 if small < 0.1 else 0.5, 0.01, 0.125 if small > 0.1 else 1e-4))
        add("sdlbfgs", name, damped(problem, 0.5, 0.05, False))
        add("sdlbfgs undamped", name, damped(problem, 0.5, 0.05, True))
        add("multi-batch", name, multi_batch(problem, 0.5))
        if name == "logistic":
            add("sqn", name, sqn(problem, 0.5, 2, 2))
            add("svrg-lbfgs", name, sqn(problem, 0.5, 2, 1, 3))
            add("gn-lbfgs", name, network(problem, 0.25, 0.5, 2, 2, 0.01, 0.25, 2.0))
            add("progressive", name, progressive(problem, 3, 12))
    write("reference_stochastic.py", logistic, runs)


if __name__ == "__main__":
    main()
