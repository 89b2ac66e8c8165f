"""Reference minima for the problems with bounds and L1 penalties, by NumPy and SciPy alone. From the root of the project:

    python3 src/test/python/bounded.py > src/main/resources/org/hesse/problem/bounded/solutions.txt

SciPy's L-BFGS-B at its tightest tolerance, L1 by splitting x = u - v with u, v >= 0, from the start of each problem and, where n <= 12,
from 8 random ones. Each end is carried on by an independent method, Newton's on the free variables with exact second
derivatives, and must be a strict local minimum of the same value; both are compared below. The functions are read as text from
problems.txt and differentiated by dual numbers, the losses on data are written here anew.
"""

import csv
import gzip
import re
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, logsumexp

RESOURCES = "src/main/resources/org/hesse/"


class Dual:
    """A value and its gradient; complex numbers, so that an imaginary step gives the Hessian to full precision."""

    def __init__(self, v, g):
        self.v, self.g = v, g

    def __add__(self, o):
        return Dual(self.v + o.v, self.g + o.g) if isinstance(o, Dual) else Dual(self.v + o, self.g)

    def __mul__(self, o):
        return Dual(self.v * o.v, self.v * o.g + o.v * self.g) if isinstance(o, Dual) else Dual(self.v * o, self.g * o)

    def __pow__(self, p):
        return Dual(self.v**p, p * self.v ** (p - 1) * self.g)

    def __neg__(self):
        return self * -1

    def __sub__(self, o):
        return self + o * -1

    def __rsub__(self, o):
        return -self + o

    def __truediv__(self, o):
        return self * o**-1

    __radd__, __rmul__ = __add__, __mul__


def chain(f, slope):
    return lambda a: Dual(f(a.v), slope(a.v) * a.g) if isinstance(a, Dual) else f(a)


NAMES = {
    "exp": chain(np.exp, np.exp),
    "sqrt": chain(np.sqrt, lambda v: 0.5 / np.sqrt(v)),
    "sin": chain(np.sin, np.cos),
    "cos": chain(np.cos, lambda v: -np.sin(v)),
    "tan": chain(np.tan, lambda v: 1 + np.tan(v) ** 2),
    "pi": np.pi,
    "SUM": lambda f, a, b: sum((f(i) for i in range(a, b + 1)), 0),
    "IF": lambda c, a, b: a if c else b,
}


def arguments(text, at):
    """The arguments between the parentheses that open at a place, and where they close."""
    depth, start, parts = 0, at + 1, []
    for k in range(at, len(text)):
        depth += (text[k] in "([") - (text[k] in ")]")
        if depth == 0 or depth == 1 and text[k] == ",":
            parts.append(text[start:k].strip())
            start = k + 1
        if depth == 0:
            return parts, k


def python(text):
    text = re.sub(r"\bif\(", "IF(", text.replace("^", "**"))
    m = re.search(r"\bsum\(", text)
    if m is None:
        return text
    (i, a, b, body), end = arguments(text, m.end() - 1)
    return text[: m.start()] + "SUM(lambda %s: %s, %s, %s)" % (i, python(body), a, b) + python(text[end + 1 :])


class FromOne:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i - 1]


class Written:
    def __init__(self, text, n):
        self.n = n
        self.code = compile(python(text), text, "eval")

    def value_and_gradient(self, x):
        units = np.eye(self.n)
        d = eval(self.code, NAMES | {"x": FromOne([Dual(x[i], units[i]) for i in range(self.n)])})
        return d.v, d.g

    def hessian(self, x):
        steps = x + 1e-200j * np.eye(self.n)
        return np.array([self.value_and_gradient(s)[1].imag / 1e-200 for s in steps])


def blocks():
    text = "".join(line for line in open(RESOURCES + "problem/bounded/problems.txt") if not line.startswith("#"))
    for block in text.strip().split("\n\n"):
        name, *lines = block.strip().split("\n")
        yield name, dict(line.split(" = ", 1) for line in lines)


def values(text, fields):
    if "grid" in fields:
        m = int(fields["grid"])
        code = compile(python(text), text, "eval")
        at = lambda i, j: eval(code, NAMES | {"s": i / (m - 1), "t": j / (m - 1), "min": min})
        return np.array([float(at(i, j)) for i in range(m) for j in range(m)])
    return np.resize([float(v) for v in text.split(",")], int(fields["n"]))


def lbfgsb(f, x0, lo, hi, l1):
    options = dict(maxiter=2000, maxfun=10000, ftol=1e-16, gtol=1e-13, maxcor=30, maxls=100)
    if not l1.any():
        return minimize(f.value_and_gradient, x0, jac=True, method="L-BFGS-B", bounds=list(zip(lo, hi)), options=options).x

    def split(z):
        v, g = f.value_and_gradient(z[: f.n] - z[f.n :])
        return v + l1 @ (z[: f.n] + z[f.n :]), np.concatenate([g + l1, l1 - g])

    z0 = np.concatenate([np.maximum(x0, 0), np.maximum(-x0, 0)])
    low = np.concatenate([np.maximum(lo, 0), np.maximum(-hi, 0)])
    high = np.concatenate([np.maximum(hi, 0), np.maximum(-lo, 0)])
    for _ in range(2):
        z0 = minimize(split, z0, jac=True, method="L-BFGS-B", bounds=list(zip(low, high)), options=options).x
        both = np.minimum(z0[: f.n], z0[f.n :]) * l1.astype(bool)
        z0 = z0 - np.concatenate([both, both])
    return z0[: f.n] - z0[f.n :]


def newton(f, x, lo, hi, l1):
    """Newton's method on the free variables, the others let go where their multiplier has the wrong sign."""
    x = np.where(np.abs(x) < 1e-7 * l1, 0, x)
    x = np.where(x - lo < 1e-7, lo, np.where(hi - x < 1e-7, hi, x))
    best = np.inf
    for _ in range(50):
        g = f.value_and_gradient(x)[1]
        sign = np.sign(x)
        pseudo = np.where(x != 0, g + sign * l1, np.sign(g) * np.maximum(np.abs(g) - l1, 0))
        free = ~((x <= lo) & (pseudo >= 0) | (x >= hi) & (pseudo <= 0) | (x == 0) & (l1 > 0) & (pseudo == 0))
        residual = np.linalg.norm(pseudo[free])
        if not free.any() or residual >= best and residual < 1e-9 * (1 + np.abs(g).max()):
            break
        best = min(best, residual)
        h = f.hessian(x)[np.ix_(free, free)]
        step = np.zeros(f.n)
        step[free] = -np.linalg.lstsq(h, pseudo[free], rcond=1e-15)[0]
        moved = np.clip(x + step, lo, hi)
        x = np.where((l1 > 0) & (sign * moved < 0), 0, moved)
    lowest = np.linalg.eigvalsh(f.hessian(x)[np.ix_(free, free)])[0] if free.any() else np.inf
    return x, residual if free.any() else 0.0, lowest


def put(name, f, x0, lo, hi, l1, starts):
    found = []
    total = lambda x: f.value_and_gradient(x)[0] + l1 @ np.abs(x)
    for k, start in enumerate([np.clip(x0, lo, hi)] + starts):
        x = lbfgsb(f, start, lo, hi, l1)
        y, residual, lowest = newton(f, x, lo, hi, l1)
        scale = max(1, abs(total(y)))
        agree = abs(total(x) - total(y)) < 1e-9 * scale and residual < 1e-8 * scale and lowest > 1e-10
        if k == 0:
            held = (y <= lo) | (y >= hi) | (y == 0) & (l1 > 0)
            message = "%-30s f %.16g, L-BFGS-B %+.1e, gradient %.1e, curvature %.1e, held %d of %d%s"
            print(message % (name, total(y), total(x) - total(y), residual, lowest, held.sum(), f.n, "" if agree else " BAD"), file=sys.stderr)
        if agree and not any(abs(total(y) - total(z)) < 1e-7 * scale for z in found):
            found.append(y)
    for y in found[:8]:
        print(name, "%.17g" % total(y), *("%.17g" % (v + 0.0) for v in y))


class Data:
    """The mean of a loss on data plus an L2 term."""

    def __init__(self, X, y, l2, loss):
        self.X, self.y, self.l2, self.loss = X, y, l2, loss
        self.k = 10 if loss == "softmax" else 1
        self.n = self.k * X.shape[1]

    def value_and_gradient(self, x):
        X, y, N = self.X, self.y, len(self.y)
        W = x.reshape(self.k, -1)
        Z = X @ W.T
        if self.loss == "square":
            value, S = 0.5 * np.sum((Z[:, 0] - y) ** 2), (Z[:, 0] - y)[:, None]
        elif self.loss == "logistic":
            s = 2 * y - 1
            value, S = np.sum(np.logaddexp(0, -s * Z[:, 0])), (-s * expit(-s * Z[:, 0]))[:, None]
        else:
            L = Z - logsumexp(Z, axis=1, keepdims=True)
            value, S = -np.sum(L[np.arange(N), y]), np.exp(L) - np.eye(10)[y]
        return value / N + self.l2 / 2 * (x @ x), (S.T @ X / N).ravel() + self.l2 * x

    def hessian(self, x):
        X, N = self.X, len(self.y)
        W = x.reshape(self.k, -1)
        Z = X @ W.T
        if self.loss == "square":
            return X.T @ X / N + self.l2 * np.eye(self.n)
        if self.loss == "logistic":
            p = expit(Z[:, 0])
            return (X.T * (p * (1 - p))) @ X / N + self.l2 * np.eye(self.n)
        P = np.exp(Z - logsumexp(Z, axis=1, keepdims=True))
        d = X.shape[1]
        H = np.zeros((10, d, 10, d))
        for c in range(10):
            for e in range(10):
                H[c, :, e, :] = (X.T * (P[:, c] * ((c == e) - P[:, e]))) @ X / N
        return H.reshape(self.n, self.n) + self.l2 * np.eye(self.n)


def main():
    for name, fields in blocks():
        lo, hi, start = (values(fields[key], fields) for key in ("lower", "upper", "start"))
        f = Written(fields["f"], len(lo))
        l1 = values(fields["l1"], fields) if "l1" in fields else np.zeros(f.n)
        random = np.random.default_rng(1)
        around = lambda: np.clip(start + (5 if f.n == 2 else 2) * random.standard_normal(f.n), lo, hi)
        put(name, f, start, lo, hi, l1, [around() for _ in range(8)] if f.n <= 12 else [])

    rows = list(csv.reader(open(RESOURCES + "data/breast_cancer.csv")))[1:]
    table = np.array(rows, dtype=float)
    X = (table[:, :30] - table[:, :30].mean(axis=0)) / table[:, :30].std(axis=0)
    cancer = np.hstack([X, np.ones((len(X), 1))]), table[:, 30].astype(int)
    table = np.loadtxt(gzip.open(RESOURCES + "data/digits.csv.gz"), delimiter=",")
    digits = np.hstack([table[:, :64] / 16, np.ones((len(table), 1))]), table[:, 64].astype(int)
    for name, data, loss, l2, lambdas in [
        ("l1-lasso-breast-cancer", cancer, "square", 0, (0.1, 0.01, 0.001)),
        ("l1-logistic-breast-cancer", cancer, "logistic", 0, (0.1, 0.01, 0.001)),
        ("l1-lasso-digits", digits, "square", 0, (0.1, 0.01)),
        ("l1-softmax-digits", digits, "softmax", 1e-4, (0.01, 0.001)),
    ]:
        for lam in lambdas:
            f = Data(*data, l2, loss)
            l1 = np.full((f.k, data[0].shape[1]), lam)
            l1[:, -1] = 0
            everywhere = np.full(f.n, np.inf)
            put("%s:lambda=%s" % (name, lam), f, np.zeros(f.n), -everywhere, everywhere, l1.ravel(), [])


main()
