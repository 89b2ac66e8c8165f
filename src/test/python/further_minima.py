"""Further local minima that our own runs led to, by formulas that share no code with the sources (FurtherMinimaTest):
python further_minima.py > ../resources/org/hesse/problem/further-minima.csv

From coordinates with some digits SciPy's trust-exact goes to the minimum, then Newton steps on differences of mpmath's
numbers of 80 digits: value, gradient and the least eigenvalue of the Hessian are good to more than 20. The formulas are those
of scalable_families.py and more_garbow_hillstrom.py. NumPy 2.4, SciPy 1.17, mpmath 1.3. Columns: name; the value; the norm of the
gradient; the least eigenvalue; the point. The saddle of dixon-price is exact: the last column but one is 0 there.
"""
import sys

import numpy as np
from mpmath import mp
from scipy.optimize import minimize

import more_garbow_hillstrom as mgh
import scalable_families as families

mp.dps = 80
STEP = mp.mpf(10) ** -20
families.sin = lambda t: np.frompyfunc(mp.sin, 1, 1)(t) if np.asarray(t).dtype == object else np.sin(t)
families.cos = lambda t: np.frompyfunc(mp.cos, 1, 1)(t) if np.asarray(t).dtype == object else np.cos(t)
FORMULAS = {name: f for name, _, f, _ in families.all_families()}
HINTS = [
    ("chained-wood", [.85, .72, 1.14, 1.3, .82, .66, 1.19, 1.41, -.68, .48, 1.18, 1.4, .83, .69, 1.12, 1.26, .88, .77, 1.1, 1.22]),
    ("tridiagonal-system", [18.31, 4.252, 1.966, -.96, .263, .66, .848, .933, .971, .987, .994, .996, .995, .989, .97, .918, .774,
                           -.238, .308, .61]),
    ("eg2", [-5.49, -2.22] + 3 * [-3.35] + [3.35] + 7 * [-3.35] + [-4.88, -4.18, -3.35, -22.53, 0, -2.22, 0]),
    ("eg2", [-.57] + 18 * [0] + [-6.01]),
    ("eg2", [6.1077] + 16 * [-4.29584] + 2 * [-2.4265] + [0]),
    ("chained-wood", [.896, .802, 1.099, 1.207, -.868, .765, -1.022, 1.054, -.956, .924, -.94, .894, 1.041, 1.084, .965, .93, 1.03,
                      1.061, .97, .941]),
    ("quadratic-qf2", 19 * [1] + [-1]),
    ("osborne-2", [2.8298, -1.4724, .48187, .59666, .56407, .36281, 2.37803, 5.0744, -.1578, 4.6034, 5.6337]),
    ("trigonometric", [.0539, .0555, .0573, .0593, .0617, .2579, .0681, .0726, .078, .085]),
    ("dixon-price", None),
]


def formula(name, exact):
    """f on NumPy's numbers, or on mpmath's."""
    if name in FORMULAS:
        f = FORMULAS[name]
        return lambda x: f(np.array(x, object if exact else float))
    r = mgh.problems(*((mp, lambda a, b: mp.mpf(a) / b) if exact else ()))[name][0]
    return lambda x: sum(v**2 for v in r(list(x)))


def sides(f, x):
    """The displacements by STEP, and f there."""
    e = [np.array([STEP if j == i else mp.mpf(0) for j in range(len(x))], object) for i in range(len(x))]
    return e, [f(x + v) for v in e], [f(x - v) for v in e]


def gradient(f, x):
    """Central differences: an error of 1e-40, for derivatives of third order of about 1."""
    _, plus, minus = sides(f, x)
    return mp.matrix([(p - m) / (2 * STEP) for p, m in zip(plus, minus)])


def hessian(f, x):
    """Central differences, as exact as the gradient."""
    at, (e, plus, minus), n = f(x), sides(f, x), len(x)
    h = mp.matrix(n, n)
    for i in range(n):
        h[i, i] = (plus[i] - 2 * at + minus[i]) / STEP**2
        for j in range(i):
            mixed = f(x + e[i] + e[j]) - plus[i] - plus[j] + 2 * at - minus[i] - minus[j] + f(x - e[i] - e[j])
            h[i, j] = h[j, i] = mixed / (2 * STEP**2)
    return h


def main():
    print("problem,value,gradient,eigenvalue,x")
    for name, hint in HINTS:
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        f = formula(name, True)
        if name == "dixon-price":
            x = np.array([mp.mpf(1) / 3] + 19 * [mp.mpf(0)], object)
        else:
            real = lambda t: np.array([mp.mpf(u) for u in t], object)
            run = minimize(formula(name, False), hint, jac=lambda t: np.array([float(v) for v in gradient(f, real(t))]),
                           hess=lambda t: np.array([float(v) for v in hessian(f, real(t))]).reshape(len(t), -1),
                           method="trust-exact", options={"maxiter": 100})
            x = np.array([mp.mpf(v) for v in run.x], object)
            for _ in range(5):
                x = x - np.array(list(mp.lu_solve(hessian(f, x), gradient(f, x))), object)
        g, least = gradient(f, x), min(mp.eigsy(hessian(f, x), eigvals_only=True))
        print(",".join([name, mp.nstr(f(x), 20), mp.nstr(mp.norm(g), 3), mp.nstr(mp.chop(least, 1e-30), 12),
                        ";".join(repr(float(mp.chop(v, 1e-30))) for v in x)]), flush=True)


main()
