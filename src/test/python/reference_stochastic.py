"""The first ten iterates of the quasi-Newton methods for minibatches, from the formulas, in NumPy.

From the root of the repository, with the CSV file of breast-cancer data (569 rows, 30 columns and the label):

    python3 src/test/python/reference_stochastic.py breast_cancer.csv \
        > src/test/resources/org/hesse/method/reference-stochastic.json

Shares no code with the Java sources: the inverse Hessian is built as a dense matrix from its pairs, gradients of
overlapping batches are taken over their rows at once. The figures in the repository were made with NumPy 2.4.
"""

import sys

import numpy as np
from reference_quasinewton import STEPS, Logistic, Rosenbrock, update, write

MEMORY = 3


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
    write("reference_stochastic.py", logistic, runs)


if __name__ == "__main__":
    main()
