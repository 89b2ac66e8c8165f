"""The first iterates, mostly ten, of the Broyden class, damped L-BFGS, SR1, conjugate gradients, Barzilai-Borwein and accelerated
gradients, from the formulas, in NumPy and SciPy.

From the root of the repository, with the CSV file of breast-cancer data (569 rows, 30 columns and the label):

    python3 src/test/python/reference_gradients.py breast_cancer.csv \
        > src/test/resources/org/hesse/method/reference-gradients.json

Shares no code with the Java sources, and takes other ways where there are some: the Broyden class keeps B and solves with
it, where Hesse keeps the inverse; damped L-BFGS builds its dense matrix. Made with NumPy 2.4 and SciPy 1.17.
"""

import sys

import numpy as np
from reference_quasinewton import STEPS, Logistic, Rosenbrock, strong_wolfe, update, write


def batches(problem):
    return (lambda k: problem.batches[k % STEPS]) if problem.batches else (lambda k: None)


def broyden(problem, phi, scaling="first", safeguard="skip", rate=None, naive=False):
    """B <- (1 - phi) BFGS + phi DFP, by the formulas for B."""
    rows, x, path, events = batches(problem), problem.start, [], []
    b, first = np.eye(len(x)), True
    for k in range(STEPS):
        g = problem.gradient(x, rows(k))
        d = -np.linalg.solve(b, g)
        trial = 1 / np.abs(g).max() if first else 1.0
        if first and rate is None:
            trial = min(trial, 2 * abs(problem.value(x, rows(k))) / (g @ g))
        alpha = strong_wolfe(problem, x, d, rows(k), trial) if rate is None else rate * min(trial, 1.0)
        s = alpha * d
        y = problem.gradient(x + s, rows(k + 1 if naive else k)) - g
        x = x + s
        path.append(x.tolist())
        used = s @ y > 1e-14 * np.linalg.norm(s) * np.linalg.norm(y)
        if safeguard == "cautious":
            used = used and s @ y >= 1e-4 * np.linalg.norm(g) * (s @ s)
        if safeguard == "damp" and s @ y < 0.2 * (s @ b @ s):
            theta = 0.8 * (s @ b @ s) / (s @ b @ s - s @ y)
            y, used = theta * y + (1 - theta) * b @ s, True
            events.append("damped")
        if not used:
            events.append("skipped")
            continue
        if scaling == "each" or scaling == "first" and first:
            b = b / ((s @ y) / (y @ np.linalg.solve(b, y)))
        bs, sbs, sy = b @ s, s @ b @ s, s @ y
        bfgs = b - np.outer(bs, bs) / sbs + np.outer(y, y) / sy
        i = np.eye(len(x))
        dfp = (i - np.outer(y, s) / sy) @ b @ (i - np.outer(s, y) / sy) + np.outer(y, y) / sy
        b, first = (1 - phi) * bfgs + phi * dfp, False
    return path, events


def damped_lbfgs(problem, memory, rate):
    rows, x, pairs, path, events = batches(problem), problem.start, [], [], []
    for k in range(STEPS):
        g = problem.gradient(x, rows(k))
        h = np.eye(len(x))
        if pairs:
            s, y = pairs[-1]
            h *= (s @ y) / (y @ y)
            for s, y in pairs[-memory:]:
                h = update(h, s, y)
        s = -rate * (1.0 if pairs else min(1.0, 1 / np.abs(g).max())) * h @ g
        y = problem.gradient(x + s, rows(k)) - g
        bs = np.linalg.solve(h, s)
        if s @ y < 0.2 * (s @ bs):
            theta = 0.8 * (s @ bs) / (s @ bs - s @ y)
            y = theta * y + (1 - theta) * bs
            events.append("damped")
        pairs.append((s, y))
        x = x + s
        path.append(x.tolist())
    return path, events


def steihaug(b, g, radius):
    p, r = np.zeros(len(g)), g
    d = -r
    for _ in range(2 * len(g)):
        if np.linalg.norm(r) <= 1e-10 * np.linalg.norm(g):
            break
        curvature = d @ b @ d
        alpha = (r @ r) / curvature
        if curvature <= 0 or np.linalg.norm(p + alpha * d) >= radius:
            return p + max(np.roots([d @ d, 2 * p @ d, p @ p - radius**2]).real) * d
        p = p + alpha * d
        rest = g + b @ p
        d = -rest + (rest @ rest) / (r @ r) * d
        r = rest
    return p


def sr1(problem):
    rows, x, path, events = batches(problem), problem.start, [], []
    b, radius, first = np.eye(len(x)), 1.0, True
    for k in range(STEPS):
        f, g = problem.value(x, rows(k)), problem.gradient(x, rows(k))
        s = steihaug(b, g, radius)
        actual, predicted = f - problem.value(x + s, rows(k)), -(g @ s + s @ b @ s / 2)
        y = problem.gradient(x + s, rows(k)) - g
        regular = 1e3 * np.finfo(float).eps * abs(f)
        ratio = (actual + regular) / (predicted + regular)
        if ratio > 1e-4:
            x = x + s
        else:
            events.append("rejected")
        r = y - b @ s
        if abs(r @ s) >= 1e-8 * np.linalg.norm(r) * np.linalg.norm(s):
            if first and s @ y > 0:
                b = (y @ y) / (s @ y) * np.eye(len(x))
                r = y - b @ s
            if abs(r @ s) >= 1e-8 * np.linalg.norm(r) * np.linalg.norm(s):
                b = b + np.outer(r, r) / (r @ s)
            first = False
        length = np.linalg.norm(s)
        if ratio > 0.75 and length > 0.8 * radius:
            radius = 2 * radius
        elif ratio < 0.1:
            radius = length / 2
        path.append(x.tolist())
    return path, events


def conjugate(problem, beta, c2, quadratic):
    rows, x, path, events = batches(problem), problem.start, [], []
    d, share, alpha = np.zeros(len(x)), 0.0, None
    for k in range(STEPS):
        f, g = problem.value(x, rows(k)), problem.gradient(x, rows(k))
        d = -g + share * d
        if share and d @ g >= 0:
            events.append("restart")
            d, first = -g, 1 / np.abs(g).max()
        elif alpha is None:
            first = 0.01 * np.abs(x).max() / np.abs(g).max()
        else:
            first, t = 2 * alpha, 0.1 * alpha
            value = problem.value(x + t * d, rows(k))
            a = np.linalg.solve([[t * t]], [value - f - t * (g @ d)])[0]
            if quadratic and value <= f and a > 0:
                first = -(g @ d) / (2 * a)
                events.append("parabola")
        alpha = strong_wolfe(problem, x, d, rows(k), first, c2)
        x = x + alpha * d
        share = beta(g, problem.gradient(x, rows(k)), d)
        if share == 0:
            events.append("anew")
        path.append(x.tolist())
    return path, events


def hager_zhang(g, new, d):
    y = new - g
    return max((y - 2 * d * (y @ y) / (d @ y)) @ new / (d @ y), -1 / (np.linalg.norm(d) * min(0.01, np.linalg.norm(g))))


def polak_ribiere(g, new, d):
    return 0.0 if abs(g @ new) >= 0.2 * (new @ new) else max(0.0, new @ (new - g) / (g @ g))


def barzilai_borwein(problem, rule, history):
    rows, x, path, events = batches(problem), problem.start, [], []
    values, step = [], None
    for k in range(STEPS):
        f, g = problem.value(x, rows(k)), problem.gradient(x, rows(k))
        if problem.batches:
            values = []
        values = (values + [f])[-history - 1 :]
        step = 1 / np.abs(g).max() if step is None else step
        while (value := problem.value(x - step * g, rows(k))) > max(values) - 1e-4 * step * (g @ g):
            best = (g @ g) * step**2 / (2 * (value - f + step * (g @ g)))
            step = min(max(best, 0.1 * step), 0.5 * step)
            events.append("shorter")
        s = -step * g
        x = x + s
        y = problem.gradient(x, rows(k)) - g
        longer = rule == "long" or rule == "alternating" and k % 2 == 0
        step = ((s @ s) / (s @ y) if longer else (s @ y) / (y @ y)) if s @ y > 0 else None
        path.append(x.tolist())
    return path, events


def accelerated(problem, scheme, relax):
    rows, path, events = batches(problem), [], []
    y = z = problem.start
    before, t, big = np.inf, 1.0, None
    for k in range(STEPS):
        f, g = problem.value(y, rows(k)), problem.gradient(y, rows(k))
        big = np.abs(g).max() if big is None else big
        while (value := problem.value(y - g / big, rows(k))) > f - (g @ g) / (2 * big):
            big *= 2
            events.append("doubled")
        new = y - g / big
        if scheme == "gradient" and g @ (new - z) > 0 or scheme == "function" and value > before:
            t = 1.0
            events.append("restart")
        after = (1 + np.sqrt(1 + 4 * t * t)) / 2
        y = new + (t - 1) / after * (new - z)
        z, before, t, big = new, value, after, relax * big
        path.append(y.tolist())
    return path, events


def main():
    logistic, runs = Logistic(sys.argv[1]), []
    for name, problem in (("rosenbrock", Rosenbrock()), ("logistic", logistic)):
        made = {
            "dfp": broyden(problem, 1),
            "broyden": broyden(problem, 0.5),
            "broyden unscaled naive": broyden(problem, 0.25, "none", naive=True),
            "bfgs scaled each": broyden(problem, 0, "each"),
            "broyden cautious": broyden(problem, 0.5, safeguard="cautious"),
            "bfgs damped rate": broyden(problem, 0, safeguard="damp", rate=1.0),
            "broyden damped each rate": broyden(problem, 0.5, "each", "damp", 1.0),
            "dfp damped": broyden(problem, 1, safeguard="damp"),
            "lbfgs damped rate": damped_lbfgs(problem, 3, 1.0),
            "sr1": sr1(problem),
            "cg-descent": conjugate(problem, hager_zhang, 0.1, False),
            "polak-ribiere": conjugate(problem, polak_ribiere, 0.4, False),
            "barzilai-borwein long": barzilai_borwein(problem, "long", 10),
            "barzilai-borwein short": barzilai_borwein(problem, "short", 1),
            "barzilai-borwein alternating": barzilai_borwein(problem, "alternating", 3),
            "accelerated gradient": accelerated(problem, "gradient", 0.9),
            "accelerated function": accelerated(problem, "function", 1.0),
        }
        if name == "rosenbrock":  # there the rounding of the first steps is magnified ten times by each later one
            made["cg-descent"][0][3:] = []
            made["broyden unscaled naive"][0][8:] = []
        else:  # and ten thousand times by parabolas
            made["cg-descent parabola"] = conjugate(problem, hager_zhang, 0.1, True)
            made["polak-ribiere parabola"] = conjugate(problem, polak_ribiere, 0.1, True)
        for method, (path, events) in made.items():
            runs.append({"method": method, "problem": name, "iterates": path})
            print(method, name, {e: events.count(e) for e in sorted(set(events))}, file=sys.stderr)
    write("reference_gradients.py", logistic, runs)


if __name__ == "__main__":
    main()
