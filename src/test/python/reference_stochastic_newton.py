"""The first ten iterates of the Newton-like methods for minibatches, from the formulas, in NumPy and SciPy.

From the root of the repository:

    python3 src/test/python/reference_stochastic_newton.py \
        > src/test/resources/org/hesse/method/stochastic/reference-newton.json

The problem is a perceptron of 2-3-3 units on nine samples. Shares no code with the Java sources, and takes other ways where
there are some: Hessians and Jacobians by complex steps, factors as sums over samples, the natural gradient by a dense solve,
roots by SciPy. The random signs are those that Hesse draws with seed 5, which the test checks. Made with NumPy 2.4 and SciPy 1.17.
"""

import json

import numpy as np
from scipy.linalg import fractional_matrix_power

DRAWS = [
    "----++++------++--++-",
    "++-+-++++--+---+--+--",
    "+--+---+---+-+-+-++--",
    "++-++-+++----++--+---",
    "+++++-+++-++--+--+-+-",
    "-+++--+-++++++-------",
    "---+--++----+-+-+++++",
    "--+---++--++++---++--",
    "++++-++-+-+-+++-+++--",
    "--+-++--++-++--++-+--",
]
SIGNS = np.array([[1.0 if c == "+" else -1.0 for c in draw] for draw in DRAWS])
X = np.array([((i * 29) % 23 - 11) / 8 for i in range(18)]).reshape(9, 2)
Y = np.arange(9) % 3
SIZES = [2, 3, 3]
BLOCKS = [(0, 3, 2), (6, 3, 1), (9, 3, 3), (18, 3, 1)]
LAMBDA = 0.05
START = np.array([((i * 37) % 101 - 50) / 60 for i in range(21)])
BATCHES = [[0, 4, 8, 2, 6], [1, 3, 5, 7], [8, 7, 6, 5, 4], [0, 1, 2, 3]]
ALL = list(range(9))
STEPS = 10


def rows(k):
    return BATCHES[k % len(BATCHES)]


def part(batch, fraction):
    return batch[: max(1, int(np.floor(fraction * len(batch) + 0.5)))]


def unpack(x):
    return x[:6].reshape(3, 2), x[6:9], x[9:18].reshape(3, 3), x[18:]


def forward(x, i):
    w1, b1, w2, b2 = unpack(x)
    a = np.tanh(w1 @ X[i] + b1)
    return a, w2 @ a + b2


def softmax(z):
    e = np.exp(z - z.real.max())
    return e / e.sum()


def slopes(x, i, s):
    """Slopes of both layers from those of the outputs."""
    a, _ = forward(x, i)
    return (unpack(x)[2].T @ s) * (1 - a * a), s


def value(x, batch):
    losses = [np.log(np.exp(forward(x, i)[1]).sum()) - forward(x, i)[1][Y[i]] for i in batch]
    return np.mean(losses) + 0.5 * LAMBDA * (x @ x)


def gradient(x, batch):
    g = np.zeros(21, dtype=x.dtype)
    for i in batch:
        a, z = forward(x, i)
        s1, s2 = slopes(x, i, softmax(z) - np.eye(3)[Y[i]])
        g = g + np.concatenate([np.outer(s1, X[i]).ravel(), s1, np.outer(s2, a).ravel(), s2])
    return g / len(batch) + LAMBDA * x


def columns(f, x):
    return np.array([f(x + 1e-30j * e).imag / 1e-30 for e in np.eye(21)]).T


def hessian(x, batch):
    return columns(lambda z: gradient(z, batch), x)


def gauss_newton(x, batch):
    b = LAMBDA * np.eye(21)
    for i in batch:
        j = columns(lambda z: forward(z, i)[1], x)
        p = softmax(forward(x, i)[1])
        b = b + j.T @ (np.diag(p) - np.outer(p, p)) @ j / len(batch)
    return b


def factors(x, batch, labels):
    result = [[0, 0], [0, 0]]
    for i in batch:
        a, z = forward(x, i)
        p = softmax(z)
        seen = range(3) if labels == "exact" else [Y[i]]
        for c in seen:
            for layer, (taken, s) in enumerate(zip([X[i], a], slopes(x, i, p - np.eye(3)[c]))):
                bar = np.append(taken, 1)
                weight = p[c] if labels == "exact" else 1
                result[layer][0] = result[layer][0] + np.outer(bar, bar) / len(batch) / len(seen)
                result[layer][1] = result[layer][1] + weight * np.outer(s, s) / len(batch)
    return result


def kfac(rate, damping, mu, decay, clip, labels, fraction, every, invert):
    x, v, average, estimates, path, clipped = START, np.zeros(21), None, 0, [], 0
    for k in range(STEPS):
        g = gradient(x, rows(k))
        if k % every == 0:
            now = factors(x, part(rows(k), fraction), labels)
            estimates += 1
            e = min(1 - 1 / estimates, decay)
            average = now if average is None else [[e * o + (1 - e) * n for o, n in zip(*p)] for p in zip(average, now)]
        if k % invert == 0:
            gamma, damped = damping + LAMBDA, []
            for a, s in average:
                pi = np.sqrt((np.trace(a) / len(a)) / (np.trace(s) / len(s)))
                damped.append((a + pi * np.sqrt(gamma) * np.eye(len(a)), s + np.sqrt(gamma) / pi * np.eye(len(s))))
        d = []
        for layer, (a, s) in enumerate(damped):
            w, b = unpack(g)[2 * layer], unpack(g)[2 * layer + 1]
            kronecker = np.kron(s, a)
            m = np.linalg.solve(kronecker, np.column_stack([w, b]).ravel()).reshape(len(s), len(a))
            d += [m[:, :-1].ravel(), m[:, -1]]
        d = np.concatenate(d)
        squared = rate**2 * (g @ d)
        clipped += squared > clip
        v = mu * v - rate * min(1, np.sqrt(clip / squared)) * d
        x = x + v
        path.append(x)
    assert clip == np.inf or 0 < clipped < STEPS
    return path


def natural_gradient(damping):
    x, delta, path, changes = START, damping, [], set()
    for k in range(STEPS):
        g, b = gradient(x, rows(k)), gauss_newton(x, rows(k))
        d = -np.linalg.solve(b + delta * np.eye(21), g)
        f, alpha = value(x, rows(k)), 1
        ratio = (value(x + d, rows(k)) - f) / (g @ d + 0.5 * d @ b @ d)
        while value(x + alpha * d, rows(k)) > f + 0.01 * alpha * (g @ d):
            alpha /= 2
        factor = 2 / 3 if ratio > 0.75 else 1 if ratio >= 0.25 else 1.5
        changes.add(factor)
        delta *= factor
        x = x + alpha * d
        path.append(x)
    return path


def subsampled_newton(fraction, limit):
    x, path = START, []
    for k in range(STEPS):
        g, h = gradient(x, ALL), hessian(x, part(rows(k), fraction))
        d, r, p, iterations = np.zeros(21), -g, -g, 0
        while iterations < limit and p @ h @ p > 0:
            alpha = (r @ r) / (p @ h @ p)
            d, after = d + alpha * p, r - alpha * h @ p
            p, r, iterations = after + (after @ after) / (r @ r) * p, after, iterations + 1
        d = d if iterations else -g
        slope, excess, alpha = g @ d, value(x + d, ALL) - value(x, ALL) - g @ d, 1
        if excess > (1e-4 - 1) * slope:
            alpha = min(max(-slope / (2 * excess), 0.1), 0.5)
        assert value(x + alpha * d, ALL) <= value(x, ALL) + 1e-4 * alpha * slope
        x = x + alpha * d
        path.append(x)
    return path


def sophia(rate, beta1, beta2, rho, eps, every, scaling):
    x, m, h, path = START, np.zeros(21), np.zeros(21), []
    for k in range(STEPS):
        m = beta1 * m + (1 - beta1) * gradient(x, rows(k))
        if k % every == 0:
            h = beta2 * h + (1 - beta2) * SIGNS[k] * (hessian(x, rows(k)) @ SIGNS[k])
        if scaling == "gamma":
            u = np.clip(m / np.maximum(rho * h, eps), -1, 1)
        elif scaling == "rho":
            u = np.clip(m / np.maximum(h, eps), -rho, rho)
        else:
            u = np.sign(m) * np.minimum(np.abs(m) / (rho * np.maximum(h, 0) + eps), 1)
        x = x - rate * u
        path.append(x)
    return path


def adahessian(rate, beta1, beta2, eps, block, power, every):
    x, m, v, path, estimates = START, np.zeros(21), np.zeros(21), [], 0
    for k in range(STEPS):
        m = beta1 * m + (1 - beta1) * gradient(x, rows(k))
        if k % every == 0:
            d = np.abs(SIGNS[k] * (hessian(x, rows(k)) @ SIGNS[k]))
            d = np.concatenate([np.full(len(p), p.mean()) for p in np.split(d, range(block, 21, block))])
            v = beta2 * v + (1 - beta2) * d**2
            estimates += 1
        x = x - rate * (m / (1 - beta1 ** (k + 1))) / ((v / (1 - beta2**estimates)) ** (power / 2) + eps)
        path.append(x)
    return path


def shampoo(rate, mu, decay, eps, every, limit, grafting):
    x, v, path, fresh = START, np.zeros(21), [], 1 if decay == 1 else 1 - decay
    squares, sides, roots = np.full(21, eps), {}, {}
    for k in range(STEPS):
        g = gradient(x, rows(k))
        squares = (1 if k == 0 else decay) * squares + fresh * g * g
        d = np.zeros(21)
        for at, m, n in BLOCKS:
            block = g[at : at + m * n].reshape(m, n)
            grams = [block @ block.T] + ([block.T @ block] if n > 1 else [])
            out = block
            for side, gram in enumerate(grams):
                if len(gram) > limit:
                    gram = np.diag(np.diag(gram))
                key = (at, side)
                sides[key] = (eps * np.eye(len(gram)) if k == 0 else decay * sides[key]) + fresh * gram
                if k < every or k % every == 0:
                    roots[key] = fractional_matrix_power(sides[key], -1 / (2 * len(grams))).real
                out = roots[key] @ out if side == 0 else out @ roots[key]
            if grafting:
                length = block.ravel() / np.sqrt(squares[at : at + m * n]) if grafting == "adagrad" else block
                out = out * np.linalg.norm(length) / np.linalg.norm(out)
            d[at : at + m * n] = out.ravel()
        v = mu * v + d
        x = x - rate * v
        path.append(x)
    return path


RUNS = {
    "kfac exact": lambda: kfac(0.5, 0.02, 0.5, 0.6, 0.05, "exact", 0.5, 2, 4),
    "kfac empirical": lambda: kfac(0.2, 0.1, 0, 0.9, np.inf, "empirical", 1, 1, 1),
    "natural gradient": lambda: natural_gradient(0.1),
    "subsampled newton": lambda: subsampled_newton(0.6, 2),
    "sophia gamma": lambda: sophia(0.05, 0.9, 0.8, 0.5, 1e-12, 2, "gamma"),
    "sophia rho": lambda: sophia(0.1, 0.9, 0.8, 0.7, 1e-3, 1, "rho"),
    "sophia sum": lambda: sophia(0.05, 0.9, 0.8, 0.5, 1e-2, 3, "sum"),
    "adahessian": lambda: adahessian(0.1, 0.9, 0.99, 1e-4, 1, 1, 1),
    "adahessian blocks": lambda: adahessian(0.1, 0.9, 0.99, 1e-2, 4, 0.5, 3),
    "shampoo": lambda: shampoo(0.1, 0, 1, 0.1, 1, 10, None),
    "shampoo adagrad": lambda: shampoo(0.1, 0.5, 0.9, 0.1, 3, 2, "adagrad"),
    "shampoo sgd": lambda: shampoo(0.3, 0, 1, 0.1, 2, 10, "sgd"),
}

runs = [{"method": name, "iterates": [x.tolist() for x in run()]} for name, run in RUNS.items()]
document = {"x": X.tolist(), "y": Y.tolist(), "lambda": LAMBDA, "start": START.tolist(), "batches": BATCHES}
print(json.dumps({**document, "draws": DRAWS, "runs": runs}, separators=(",", ":")).replace('{"method"', '\n{"method"'))
