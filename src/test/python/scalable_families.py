"""Reference figures for the scalable families (FamiliesTest): python scalable_families.py > .../scalable/families.csv

The formulas are written a second time, for whole vectors; gradients are complex steps (exact to rounding), minima are found by
SciPy's trust-exact from the start, then Newton steps (some 7 minutes; left out for cosine and sine, where its 2000 steps
are not enough and the minimum 1 - n is in closed form). NumPy 2.4, SciPy 1.17. Columns: name; n; f(x0); |g(x0)|; f(y) and
sum_i g_i(y)/i at y_i = x0_i + 0.1 sin(i), i = 1, ..., n; the minimum reached from x0.
"""
import numpy as np
from numpy import cos, exp, log, sin, sqrt, tan
from scipy.optimize import minimize

S = lambda t: t.sum()
I = lambda n: np.arange(1.0, n + 1)
rep = lambda n, *c: np.array([c[i % len(c)] for i in range(n)], float)


def pairs(f):
    return lambda x: S(f(x[0::2], x[1::2]))


def blocks(f):
    return lambda x: S(f(x[0::4], x[1::4], x[2::4], x[3::4]))


def overlapping(f):
    return lambda x: S(f(x[0:-3:2], x[1:-2:2], x[2:-1:2], x[3::2]))


def chain(f):
    return lambda x: S(f(x[:-1], x[1:]))


def padded(x):
    return np.concatenate(([0], x, [0]))


def beside(r):
    return lambda x: S(r(x, padded(x)[:-2], padded(x)[2:]) ** 2)


powell = lambda a, b, c, d: (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4
wood = lambda a, b, c, d: (100 * (b - a**2) ** 2 + (1 - a) ** 2 + 90 * (d - c**2) ** 2 + (1 - c) ** 2
                           + 10.1 * ((b - 1) ** 2 + (d - 1) ** 2) + 19.8 * (b - 1) * (d - 1))
cragg = lambda a, b, c, d: (exp(a) - b) ** 4 + 100 * (b - c) ** 6 + tan(c - d) ** 4 + a**8 + (d - 1) ** 2
psc1 = lambda a, b: (a * a + b * b + a * b) ** 2 + sin(a) ** 2 + cos(b) ** 2


def banded(x):
    n = len(x)
    f = 0
    for i in range(n):
        r = x[i] * (2 + 5 * x[i] ** 2) + 1
        for j in range(max(0, i - 5), min(n, i + 2)):
            r -= x[j] * (1 + x[j]) if j != i else 0
        f += r**2
    return f


def discrete(x):
    h = 1 / (len(x) + 1)
    return beside(lambda a, p, q: 2 * a - p - q + h**2 * (a + I(len(x)) * h + 1) ** 3 / 2)(x)


def maany(beta, gamma, delta, p, last):
    def f(x):
        n = len(x)
        m = n // 3
        w = I(n) / n
        return (1 + S(w**p * x**2) + beta * S(x[:-1] ** 2 * (x[1:] + x[1:] ** 2) ** 2) + gamma * S(x[:2 * m] ** 2 * x[m:] ** 4)
                + delta * S(w[:m] ** last * x[:m] * x[2 * m:]))
    return f


def grid(x, around):
    m = round(sqrt(len(x)))
    t = np.linspace(0, 1, m + 2)
    z = (around(*np.meshgrid(t, t, indexing="ij")) + 0 * x[0]) * np.ones((m + 2, m + 2))
    z[1:-1, 1:-1] = x.reshape(m, m)
    return m, z


def surface(around):
    def f(x):
        m, z = grid(x, around)
        h = 1 / (m + 1)
        p, q = z[:-1, :-1] - z[1:, 1:], z[1:, :-1] - z[:-1, 1:]
        return h**2 * S(sqrt(1 + (p**2 + q**2) / (2 * h**2)))
    return f


def bratu(x):
    m, z = grid(x, lambda s, t: 0)
    h = 1 / (m + 1)
    c = z[1:-1, 1:-1]
    return S((4 * c - z[:-2, 1:-1] - z[2:, 1:-1] - z[1:-1, :-2] - z[1:-1, 2:] - 4 * h**2 * exp(c)) ** 2)


def trigexp(x):
    a, b = x[:-1], x[1:]
    r = 0 * x
    r[:-1] += 3 * a**3 + 2 * b - 5 + sin(a - b) * sin(a + b)
    r[1:] += 4 * b - a * exp(a - b) - 3
    return S(r**2)


def tridiagonal_system(x):
    a, b = x[:-1], x[1:]
    r = 0 * x
    r[:-1] += 4 * (a - b**2)
    r[1:] += 8 * b * (b**2 - a) - 2 * (1 - b)
    return S(r**2)


def fletcbv2(x):
    h = 1 / (len(x) + 1)
    z = np.concatenate(([0], x, [1]))
    return S((z[1:] - z[:-1]) ** 2) / 2 - 0.5 - h**2 * S(2 * x + cos(x))


def bdqrtic(x):
    return S((3 - 4 * x[:-4]) ** 2
             + (x[:-4] ** 2 + 2 * x[1:-3] ** 2 + 3 * x[2:-2] ** 2 + 4 * x[3:-1] ** 2 + 5 * x[-1] ** 2) ** 2)


def trigonometric(x):
    return S((len(x) - S(cos(x)) + I(len(x)) * (1 - cos(x)) - sin(x)) ** 2)


def vardim(x):
    s = S(I(len(x)) * (x - 1))
    return S((x - 1) ** 2) + s**2 + s**4


def zakharov(x):
    s = S(I(len(x)) * x / 2)
    return S(x**2) + s**2 + s**4


def all_families():
    one = lambda n: np.ones(n)
    yield "extended-rosenbrock", 100, pairs(lambda a, b: 100 * (b - a**2) ** 2 + (1 - a) ** 2), lambda n: rep(n, -1.2, 1)
    yield "extended-powell", 100, blocks(powell), lambda n: rep(n, 3, -1, 0, 1)
    yield "broyden-tridiagonal", 10, beside(lambda a, p, q: (3 - 2 * a) * a - p - 2 * q + 1), lambda n: -one(n)
    yield "broyden-banded", 10, banded, lambda n: -one(n)
    yield "discrete-boundary-value", 10, discrete, lambda n: I(n) / (n + 1) * (I(n) / (n + 1) - 1)
    yield "penalty-1", 10, lambda x: 1e-5 * S((x - 1) ** 2) + (S(x**2) - 0.25) ** 2, I
    yield "trigonometric", 10, trigonometric, lambda n: one(n) / n
    yield "variably-dimensioned", 10, vardim, lambda n: 1 - I(n) / n
    yield ("extended-freudenstein-roth", 20, pairs(lambda a, b: (-13 + a + ((5 - b) * b - 2) * b) ** 2
           + (-29 + a + ((b + 1) * b - 14) * b) ** 2), lambda n: rep(n, 0.5, -2))
    yield ("extended-beale", 20, pairs(lambda a, b: (1.5 - a * (1 - b)) ** 2 + (2.25 - a * (1 - b**2)) ** 2
           + (2.625 - a * (1 - b**3)) ** 2), lambda n: rep(n, 1, 0.8))
    yield "extended-himmelblau", 20, pairs(lambda a, b: (a**2 + b - 11) ** 2 + (a + b**2 - 7) ** 2), one
    yield "extended-white-holst", 20, pairs(lambda a, b: 100 * (b - a**3) ** 2 + (1 - a) ** 2), lambda n: rep(n, -1.2, 1)
    yield "extended-tridiagonal-1", 20, pairs(lambda a, b: (a + b - 3) ** 2 + (a - b + 1) ** 4), lambda n: 2 * one(n)
    yield ("extended-block-diagonal", 20, pairs(lambda a, b: (a**2 + b**2 - 2) ** 2 + (exp(a - 1) - b) ** 2),
           lambda n: 0.1 * one(n))
    yield "extended-denschnb", 20, pairs(lambda a, b: (a - 2) ** 2 + (a - 2) ** 2 * b**2 + (b + 1) ** 2), one
    yield ("extended-denschnf", 20, pairs(lambda a, b: (2 * (a + b) ** 2 + (a - b) ** 2 - 8) ** 2
           + (5 * a**2 + (b - 3) ** 2 - 9) ** 2), lambda n: rep(n, 2, 0))
    yield "extended-maratos", 20, pairs(lambda a, b: a + 100 * (a**2 + b**2 - 1) ** 2), lambda n: rep(n, 1.1, 0.1)
    yield ("extended-cliff", 20, pairs(lambda a, b: ((a - 3) / 100) ** 2 - (a - b) + exp(20 * (a - b))),
           lambda n: rep(n, 0, -1))
    yield "extended-psc1", 20, pairs(psc1), lambda n: rep(n, 3, 0.1)
    yield ("extended-quadratic-exponential", 20, pairs(lambda a, b: (exp(a - b) - 5) ** 2 + (a - b) ** 2 * (a - b - 11) ** 2),
           lambda n: 1.5 * one(n))
    yield ("extended-three-exponentials", 20, pairs(lambda a, b: exp(a + 3 * b - 0.1) + exp(a - 3 * b - 0.1)
           + exp(-a - 0.1)), lambda n: 0.1 * one(n))
    yield "himmelbg", 20, pairs(lambda a, b: (2 * a**2 + 3 * b**2) * exp(-a - b)), lambda n: 1.5 * one(n)
    yield "extended-wood", 20, blocks(wood), lambda n: rep(n, -3, -1)
    yield "chained-wood", 20, overlapping(wood), lambda n: np.concatenate((rep(4, -3, -1), rep(n - 4, -2, 0)))
    yield "chained-powell", 20, overlapping(powell), lambda n: rep(n, 3, -1, 0, 1)
    yield "generalized-white-holst", 10, chain(lambda a, b: 100 * (b - a**3) ** 2 + (1 - a) ** 2), lambda n: rep(n, -1.2, 1)
    yield "cube", 10, lambda x: (x[0] - 1) ** 2 + chain(lambda a, b: 100 * (b - a**3) ** 2)(x), lambda n: rep(n, -1.2, 1)
    yield "nonscomp", 20, lambda x: (x[0] - 1) ** 2 + chain(lambda a, b: 4 * (b - a**2) ** 2)(x), lambda n: 3 * one(n)
    yield ("genrose", 20, lambda x: 1 + chain(lambda a, b: 100 * (b - a**2) ** 2 + (b - 1) ** 2)(x),
           lambda n: I(n) / (n + 1))
    yield "fletchcr", 20, chain(lambda a, b: 100 * (b - a + 1 - a**2) ** 2), lambda n: 0 * one(n)
    yield "dixon-price", 20, lambda x: (x[0] - 1) ** 2 + S(I(len(x))[1:] * (2 * x[1:] ** 2 - x[:-1]) ** 2), one
    yield "liarwhd", 20, lambda x: S(4 * (x**2 - x[0]) ** 2 + (x - 1) ** 2), lambda n: 4 * one(n)
    yield "nondia", 20, lambda x: (x[0] - 1) ** 2 + S(100 * (x[1:] ** 2 - x[0]) ** 2), lambda n: -one(n)
    yield "tquartic", 20, lambda x: (x[0] - 1) ** 2 + S((x[0] ** 2 - x[1:] ** 2) ** 2), lambda n: 0.1 * one(n)
    yield "arwhead", 20, lambda x: S((x[:-1] ** 2 + x[-1] ** 2) ** 2 - 4 * x[:-1] + 3), one
    yield ("nondquar", 20, lambda x: (x[0] - x[1]) ** 2 + S((x[:-2] + x[1:-1] + x[-1]) ** 4) + (x[-2] + x[-1]) ** 2,
           lambda n: rep(n, 1, -1))
    yield ("sinquad", 20, lambda x: (x[0] - 1) ** 4 + S((sin(x[1:-1] - x[-1]) - x[0] ** 2 + x[1:-1] ** 2) ** 2)
           + (x[-1] ** 2 - x[0] ** 2) ** 2, lambda n: 0.1 * one(n))
    yield "eg2", 20, lambda x: S(sin(x[0] + x[:-1] ** 2 - 1)) + sin(x[-1] ** 2) / 2, one
    tables = {"a": (0, .125, .125, 0, 0), "b": (.0625, .0625, .0625, 0, 1), "c": (.125, .125, .125, 0, 0),
              "d": (.26, .26, .26, 0, 0), "e": (0, .125, .125, 1, 1), "f": (.0625, .0625, .0625, 1, 1),
              "g": (.125, .125, .125, 1, 1), "h": (.26, .26, .26, 1, 1), "i": (0, .125, .125, 2, 2),
              "j": (.0625, .0625, .0625, 2, 2), "k": (.125, .125, .125, 2, 2), "l": (.26, .26, .26, 2, 2)}
    for letter, c in tables.items():
        yield "dixon-maany-" + letter, 15, maany(*c), lambda n: 2 * one(n)
    yield "dqdrtic", 20, lambda x: S(x[:-2] ** 2 + 100 * x[1:-1] ** 2 + 100 * x[2:] ** 2), lambda n: 3 * one(n)
    yield "tridia", 20, lambda x: (x[0] - 1) ** 2 + S(I(len(x))[1:] * (2 * x[1:] - x[:-1]) ** 2), one
    yield "dixon3dq", 20, lambda x: (x[0] - 1) ** 2 + S((x[1:-1] - x[2:]) ** 2) + (x[-1] - 1) ** 2, lambda n: -one(n)
    yield "biggsb1", 20, lambda x: (x[0] - 1) ** 2 + S((x[1:] - x[:-1]) ** 2) + (1 - x[-1]) ** 2, lambda n: 0 * one(n)
    yield "power", 20, lambda x: S((I(len(x)) * x) ** 2), one
    yield "quadratic-qf1", 20, lambda x: S(I(len(x)) * x**2) / 2 - x[-1], one
    yield "quadratic-qf2", 20, lambda x: S(I(len(x)) * (x**2 - 1) ** 2) / 2 - x[-1], lambda n: 0.5 * one(n)
    yield ("almost-perturbed-quadratic", 20, lambda x: S(I(len(x)) * x**2) + (x[0] + x[-1]) ** 2 / 100,
           lambda n: 0.5 * one(n))
    yield ("perturbed-tridiagonal-quadratic", 20, lambda x: S((I(len(x)) * x**2)[:-1]) + S((x[:-2] + x[1:-1] + x[2:]) ** 2),
           lambda n: 0.5 * one(n))
    yield "perturbed-quadratic", 20, lambda x: S(I(len(x)) * x**2) + S(x) ** 2 / 100, lambda n: 0.5 * one(n)
    yield "staircase-1", 20, lambda x: S((x[:-1] + x[1:] - I(len(x) - 1)) ** 2), one
    yield "diagonal-4", 20, pairs(lambda a, b: (a**2 + 100 * b**2) / 2), one
    yield "trid", 20, lambda x: S((x - 1) ** 2) - S(x[1:] * x[:-1]), lambda n: 0 * one(n)
    yield "raydan-1", 20, lambda x: S(I(len(x)) / 10 * (exp(x) - x)), one
    yield "raydan-2", 20, lambda x: S(exp(x) - x), one
    yield "diagonal-1", 20, lambda x: S(exp(x) - I(len(x)) * x), lambda n: one(n) / n
    yield "diagonal-2", 20, lambda x: S(exp(x) - x / I(len(x))), lambda n: 1 / I(n)
    yield "diagonal-3", 20, lambda x: S(exp(x) - I(len(x)) * sin(x)), one
    yield "diagonal-5", 20, lambda x: S(log(exp(x) + exp(-x))), lambda n: 1.1 * one(n)
    yield "diagonal-9", 20, lambda x: S((exp(x) - I(len(x)) * x)[:-1]) + 10000 * x[-1] ** 2, one
    yield "hager", 20, lambda x: S(exp(x) - sqrt(I(len(x))) * x), one
    yield "quartc", 20, lambda x: S((x - I(len(x))) ** 4), lambda n: 2 * one(n)
    yield "engval1", 20, chain(lambda a, b: (a**2 + b**2) ** 2 - 4 * a + 3), lambda n: 2 * one(n)
    yield ("edensch", 20, lambda x: 16 + chain(lambda a, b: (a - 2) ** 4 + (a * b - 2 * b) ** 2 + (b + 1) ** 2)(x),
           lambda n: 8 * one(n))
    yield "bdqrtic", 20, bdqrtic, one
    yield "extended-cragg-levy", 20, blocks(cragg), lambda n: rep(n, 1, 2, 2, 2)
    yield "chained-cragg-levy", 20, overlapping(cragg), lambda n: np.concatenate(([1], 2 * one(n - 1)))
    yield "cosine", 20, chain(lambda a, b: cos(a**2 - b / 2)), one
    yield "sine", 20, chain(lambda a, b: sin(a**2 - b / 2)), one
    yield "generalized-tridiagonal-1", 20, chain(lambda a, b: (a + b - 3) ** 2 + (a - b + 1) ** 4), lambda n: 2 * one(n)
    yield "generalized-psc1", 20, chain(psc1), lambda n: rep(n, 3, 0.1)
    yield ("generalized-tridiagonal-2", 20, beside(lambda a, p, q: (5 - 3 * a - a**2) * a - p - 3 * q + 1),
           lambda n: -one(n))
    yield "singular-broyden", 20, beside(lambda a, p, q: ((3 - 2 * a) * a - p - 2 * q + 1) ** 2), lambda n: -one(n)
    yield "trigexp", 20, trigexp, lambda n: 0 * one(n)
    yield "tridiagonal-system", 20, tridiagonal_system, lambda n: 12 * one(n)
    yield ("allgower-boundary-value", 20, lambda x: beside(lambda a, p, q: 2 * a - p - q + exp(a) / (len(x) + 1) ** 2)(x),
           lambda n: 0 * one(n))
    yield "fletcbv2", 20, fletcbv2, lambda n: I(n) / (n + 1)
    yield "quadratic-penalty-qp1", 20, lambda x: S((x[:-1] ** 2 - 2) ** 2) + (S(x**2) - 0.5) ** 2, one
    yield "quadratic-penalty-qp2", 20, lambda x: S((x[:-1] ** 2 - sin(x[:-1])) ** 2) + (S(x**2) - 100) ** 2, one
    yield "zakharov", 20, zakharov, one
    yield "minimal-surface", 25, surface(lambda s, t: 1 + 8 * s + 4 * t), lambda n: 0 * one(n)
    yield ("minimal-surface-saddle", 25, surface(lambda s, t: (2 * s - 1) ** 2 - (2 * t - 1) ** 2),
           lambda n: 0 * one(n))
    yield "bratu-2d", 25, bratu, lambda n: 0 * one(n)


def gradient(f, x):
    return np.array([f(x + 1e-30j * e).imag / 1e-30 for e in np.eye(len(x))])


def hessian(f, x):
    h = 1e-5
    rows = np.array([(gradient(f, x + h * e) - gradient(f, x - h * e)) / (2 * h) for e in np.eye(len(x))])
    return (rows + rows.T) / 2


def minimum(f, x0):
    run = minimize(lambda x: float(f(x)), x0, jac=lambda x: gradient(f, x), hess=lambda x: hessian(f, x),
                   method="trust-exact", options={"gtol": 1e-10, "maxiter": 2000})
    x, best = run.x, float(f(run.x))
    for _ in range(5):
        step = np.linalg.lstsq(hessian(f, x), gradient(f, x), rcond=1e-14)[0]
        if float(f(x - step)) <= best:
            x = x - step
            best = float(f(x))
    return best


if __name__ == "__main__":
    print("name,n,f0,g0,f,g,minimum")
    for name, n, f, start in all_families():
        x0 = start(n)
        y = x0 + 0.1 * sin(I(n))
        g = gradient(f, y)
        figures = [float(f(x0)), float(np.linalg.norm(gradient(f, x0))), float(f(y)), float(S(g / I(n)))]
        best = "" if name in ("cosine", "sine") else repr(minimum(f, x0))
        print(name, n, *map(repr, figures), best, sep=",")
