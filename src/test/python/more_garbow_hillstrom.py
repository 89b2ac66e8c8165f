"""Reference values for MoreGarbowHillstromTest: the formulas of the paper on Python's floats. From the root of the project:

    python3 src/test/python/more_garbow_hillstrom.py > src/test/resources/org/hesse/problem/more_garbow_hillstrom.txt

Each line has f at the start x0 and f at 1.01*x0[i] + 0.002*(i + 1), i = 0, ..., n - 1. The minima listed in the classes are
from the same formulas on mpmath's numbers of 60 digits, by Newton's method from the ends of least_squares from SciPy:

    python3 src/test/python/more_garbow_hillstrom.py meyer 0.0056 6181.3 345.2
"""
import math
import sys

BARD = [14, 18, 22, 25, 29, 32, 35, 39, 37, 58, 73, 96, 134, 210, 439]
GAUSS = [9, 44, 175, 540, 1295, 2420, 3521, 3989]
MEYER = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872]
KO_Y = [1957, 1947, 1735, 1600, 844, 627, 456, 342, 323, 235, 246]
KO_U = [40000, 20000, 10000, 5000, 2500, 1670, 1250, 1000, 833, 714, 625]
OSB1 = [844, 908, 932, 936, 925, 908, 881, 850, 818, 784, 751, 718, 685, 658, 628, 603, 580, 558, 538, 522, 506, 490,
        478, 467, 457, 448, 438, 431, 424, 420, 414, 411, 406]
OSB2 = [1366, 1191, 1112, 1013, 991, 885, 831, 847, 786, 725, 746, 679, 608, 655, 616, 606, 602, 626, 651, 724, 649,
        649, 694, 644, 624, 661, 612, 558, 533, 495, 500, 423, 395, 375, 372, 391, 396, 405, 428, 429, 523, 562, 607,
        653, 672, 708, 633, 668, 645, 632, 591, 559, 597, 625, 739, 710, 729, 720, 636, 581, 428, 292, 162, 98, 54]


def problems(M=math, q=lambda a, b: a / b):
    """name: (residuals, start); M has exp, sqrt, ...; q(a, b) is the quotient of integers in the arithmetic of M"""
    e, sin, cos, sqrt, log = M.exp, M.sin, M.cos, M.sqrt, M.log
    S = lambda k: sqrt(q(k, 1))
    prod = lambda v: math.prod(v)
    p = {}

    p["rosenbrock:n=2"] = (lambda x: [10 * (x[1] - x[0]**2), 1 - x[0]], [-1.2, 1])
    p["beale"] = (lambda x: [q(y, 1000) - x[0] * (1 - x[1]**i) for i, y in ((1, 1500), (2, 2250), (3, 2625))], [1, 1])

    def biggs(x):
        r = []
        for i in range(1, 14):
            t = q(i, 10)
            r.append(x[2] * e(-t * x[0]) - x[3] * e(-t * x[1]) + x[5] * e(-t * x[4])
                     - (e(-t) - 5 * e(-10 * t) + 3 * e(-4 * t)))
        return r
    p["biggs6"] = (biggs, [1, 2, 1, 1, 1, 1])
    p["freudenstein-roth"] = (lambda x: [-13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1],
                                         -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]], [0.5, -2])
    p["powell-badly-scaled"] = (lambda x: [10**4 * x[0] * x[1] - 1, e(-x[0]) + e(-x[1]) - q(10001, 10000)], [0, 1])
    p["brown-badly-scaled"] = (lambda x: [x[0] - 10**6, x[1] - q(2, 10**6), x[0] * x[1] - 2], [1, 1])
    p["jennrich-sampson"] = (lambda x: [2 + 2 * i - (e(i * x[0]) + e(i * x[1])) for i in range(1, 11)], [0.3, 0.4])

    def helical(x):
        theta = M.atan(x[1] / x[0]) / (2 * M.pi) + (q(1, 2) if x[0] < 0 else 0)
        return [10 * (x[2] - 10 * theta), 10 * (sqrt(x[0]**2 + x[1]**2) - 1), x[2]]
    p["helical-valley"] = (helical, [-1, 0, 0])
    p["bard"] = (lambda x: [q(BARD[i - 1], 100) - (x[0] + i / ((16 - i) * x[1] + min(i, 16 - i) * x[2]))
                            for i in range(1, 16)], [1, 1, 1])
    p["gaussian"] = (lambda x: [x[0] * e(-x[1] * (q(8 - i, 2) - x[2])**2 / 2) - q(GAUSS[min(i, 16 - i) - 1], 10**4)
                                for i in range(1, 16)], [0.4, 1, 0])
    p["meyer"] = (lambda x: [x[0] * e(x[1] / ((45 + 5 * i) + x[2])) - MEYER[i - 1] for i in range(1, 17)],
                  [0.02, 4000, 250])

    def gulf(x):
        r = []
        for i in range(1, 100):
            t = q(i, 100)
            y = 25 + (-50 * log(t))**q(2, 3)
            r.append(e(-abs(y - x[1])**x[2] / x[0]) - t)
        return r
    p["gulf"] = (gulf, [5, 2.5, 0.15])

    def box(x):
        r = []
        for i in range(1, 11):
            t = q(i, 10)
            r.append(e(-t * x[0]) - e(-t * x[1]) - x[2] * (e(-t) - e(-10 * t)))
        return r
    p["box-3d"] = (box, [0, 10, 20])
    p["powell-singular"] = (lambda x: [x[0] + 10 * x[1], S(5) * (x[2] - x[3]), (x[1] - 2 * x[2])**2,
                                       S(10) * (x[0] - x[3])**2], [3, -1, 0, 1])
    p["wood"] = (lambda x: [10 * (x[1] - x[0]**2), 1 - x[0], S(90) * (x[3] - x[2]**2), 1 - x[2],
                            S(10) * (x[1] + x[3] - 2), (x[1] - x[3]) / S(10)], [-3, -1, -3, -1])

    def kowalik(x):
        r = []
        for i in range(11):
            u = q(KO_U[i], 10**4)
            r.append(q(KO_Y[i], 10**4) - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]))
        return r
    p["kowalik-osborne"] = (kowalik, [0.25, 0.39, 0.415, 0.39])

    def brown_dennis(x):
        r = []
        for i in range(1, 21):
            t = q(i, 5)
            r.append((x[0] + t * x[1] - e(t))**2 + (x[2] + x[3] * sin(t) - cos(t))**2)
        return r
    p["brown-dennis"] = (brown_dennis, [25, 5, -5, -1])
    p["osborne-1"] = (lambda x: [q(OSB1[i], 1000) - (x[0] + x[1] * e(-10 * i * x[3]) + x[2] * e(-10 * i * x[4]))
                                 for i in range(33)], [0.5, 1.5, -1, 0.01, 0.02])

    def osborne2(x):
        r = []
        for i in range(65):
            t = q(i, 10)
            r.append(q(OSB2[i], 1000) - (x[0] * e(-t * x[4]) + x[1] * e(-(t - x[8])**2 * x[5])
                     + x[2] * e(-(t - x[9])**2 * x[6]) + x[3] * e(-(t - x[10])**2 * x[7])))
        return r
    p["osborne-2"] = (osborne2, [1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5])

    def watson(x):
        n = len(x)
        r = []
        for i in range(1, 30):
            t = q(i, 29)
            r.append(sum((j - 1) * t**(j - 2) * x[j - 1] for j in range(2, n + 1))
                     - sum(t**(j - 1) * x[j - 1] for j in range(1, n + 1))**2 - 1)
        return r + [x[0], x[1] - x[0]**2 - 1]
    for n in (6, 9, 12):
        p["watson:n=%d" % n] = (watson, [0] * n)

    def penalty2(x):
        n, a = len(x), sqrt(q(1, 10**5))
        y = [e(q(i, 10)) + e(q(i - 1, 10)) for i in range(1, n + 1)]
        r = [x[0] - q(1, 5)]
        r += [a * (e(x[i - 1] / 10) + e(x[i - 2] / 10) - y[i - 1]) for i in range(2, n + 1)]
        r += [a * (e(x[i - n] / 10) - e(q(-1, 10))) for i in range(n + 1, 2 * n)]
        return r + [sum((n - j + 1) * x[j - 1]**2 for j in range(1, n + 1)) - 1]
    for n in (4, 10):
        p["penalty-2:n=%d" % n] = (penalty2, [0.5] * n)
    p["brown-almost-linear:n=10"] = (lambda x: [x[i] + sum(x) - (len(x) + 1) for i in range(len(x) - 1)]
                                     + [prod(x) - 1], [0.5] * 10)

    def integral(x):
        n = len(x)
        t = [q(i, n + 1) for i in range(n + 2)]
        c = [(x[j - 1] + t[j] + 1)**3 for j in range(1, n + 1)]
        return [x[i - 1] + ((1 - t[i]) * sum(t[j] * c[j - 1] for j in range(1, i + 1))
                + t[i] * sum((1 - t[j]) * c[j - 1] for j in range(i + 1, n + 1))) / (n + 1) / 2
                for i in range(1, n + 1)]
    p["discrete-integral-equation:n=10"] = (integral, [i / 11 * (i / 11 - 1) for i in range(1, 11)])

    def full(m):
        return lambda x: [(x[i] if i < len(x) else 0) - q(2, m) * sum(x) - 1 for i in range(m)]
    p["linear-full-rank:n=10"] = (full(10), [1] * 10)
    p["linear-full-rank:n=10,m=20"] = (full(20), [1] * 10)

    def rank1(m):
        return lambda x: [i * sum((j + 1) * x[j] for j in range(len(x))) - 1 for i in range(1, m + 1)]
    p["linear-rank-1:n=10"] = (rank1(10), [1] * 10)
    p["linear-rank-1:n=10,m=20"] = (rank1(20), [1] * 10)

    def rank1zero(m):
        return lambda x: [-1 if i in (1, m) else (i - 1) * sum((j + 1) * x[j] for j in range(1, len(x) - 1)) - 1
                          for i in range(1, m + 1)]
    p["linear-rank-1-zero:n=10"] = (rank1zero(10), [1] * 10)
    p["linear-rank-1-zero:n=10,m=20"] = (rank1zero(20), [1] * 10)

    def chebyquad(m):
        def shifted(i, x):  # the shifted Chebyshev polynomial of degree i
            t = [1, 2 * x - 1]
            while len(t) <= i:
                t.append(2 * (2 * x - 1) * t[-1] - t[-2])
            return t[i]
        return lambda x: [sum(shifted(i, xj) for xj in x) / len(x) - (0 if i % 2 else q(-1, i * i - 1))
                          for i in range(1, m + 1)]
    for n in (2, 7, 8, 9, 10):
        p["chebyquad:n=%d" % n] = (chebyquad(n), [j / (n + 1) for j in range(1, n + 1)])
    p["chebyquad:n=8,m=10"] = (chebyquad(10), [j / 9 for j in range(1, 9)])
    return {**p, **scalable(M, q)}


def scalable(M, q):
    """The families of org.hesse.problem.scalable."""
    p = {}
    p["extended-rosenbrock:n=100"] = (lambda x: [v for i in range(0, len(x), 2)
                                                 for v in (10 * (x[i + 1] - x[i]**2), 1 - x[i])], [-1.2, 1] * 50)
    p["extended-powell:n=100"] = (lambda x: [v for i in range(0, len(x), 4)
                                             for v in (x[i] + 10 * x[i + 1], M.sqrt(5) * (x[i + 2] - x[i + 3]),
                                                       (x[i + 1] - 2 * x[i + 2])**2,
                                                       M.sqrt(10) * (x[i] - x[i + 3])**2)], [3, -1, 0, 1] * 25)
    a = M.sqrt(q(1, 10**5))
    penalty1 = lambda x: [a * (v - 1) for v in x] + [sum(v * v for v in x) - q(1, 4)]
    for n in (4, 10):
        p["penalty-1:n=%d" % n] = (penalty1, list(range(1, n + 1)))

    def variably(x):
        s = sum(j * (v - 1) for j, v in enumerate(x, 1))
        return [v - 1 for v in x] + [s, s * s]
    p["variably-dimensioned:n=10"] = (variably, [1 - j / 10 for j in range(1, 11)])
    p["trigonometric:n=10"] = (lambda x: [len(x) - sum(M.cos(v) for v in x) + i * (1 - M.cos(v)) - M.sin(v)
                                          for i, v in enumerate(x, 1)], [0.1] * 10)

    def boundary(x):
        n, y = len(x), [0, *x, 0]
        return [2 * y[i] - y[i - 1] - y[i + 1] + q(1, 2 * (n + 1)**2) * (y[i] + q(i, n + 1) + 1)**3
                for i in range(1, n + 1)]
    p["discrete-boundary-value:n=10"] = (boundary, [i / 11 * (i / 11 - 1) for i in range(1, 11)])

    def tridiagonal(x):
        y = [0, *x, 0]
        return [(3 - 2 * y[i]) * y[i] - y[i - 1] - 2 * y[i + 1] + 1 for i in range(1, len(x) + 1)]
    p["broyden-tridiagonal:n=10"] = (tridiagonal, [-1] * 10)
    p["broyden-banded:n=10"] = (lambda x: [x[i] * (2 + 5 * x[i]**2) + 1
                                           - sum(x[j] * (1 + x[j]) for j in range(max(0, i - 5), min(len(x), i + 2))
                                                 if j != i) for i in range(len(x))], [-1] * 10)
    return p


def minimum(name, x):
    """Newton's method at 60 digits with derivatives by differences; prints f, x, and the eigenvalues of the Hessian."""
    import mpmath as mp

    mp.mp.dps = 60
    residuals = problems(mp, lambda a, b: mp.mpf(a) / b)[name][0]
    n = len(x)
    x = [mp.mpf(v) for v in x]
    for _ in range(10):
        h = [mp.mpf(10)**-15 * max(abs(v), mp.mpf(10)**-3) for v in x]

        def moved(*by):
            y = list(x)
            for i, s in by:
                y[i] += s * h[i]
            return mp.matrix(residuals(y))

        r = mp.matrix(residuals(x))
        up, down = [moved((j, 1)) for j in range(n)], [moved((j, -1)) for j in range(n)]
        up2, down2 = [moved((j, 2)) for j in range(n)], [moved((j, -2)) for j in range(n)]
        J = [(8 * (up[j] - down[j]) - (up2[j] - down2[j])) / (12 * h[j]) for j in range(n)]
        g = mp.matrix([2 * mp.fdot(r, J[j]) for j in range(n)])
        H = mp.matrix(n, n)
        for j in range(n):
            for k in range(j + 1):
                bend = (up[j] - 2 * r + down[j] if j == k else moved((j, 1), (k, 1)) - up[j] - up[k] + r) / (h[j] * h[k])
                H[j, k] = H[k, j] = 2 * (mp.fdot(J[j], J[k]) + mp.fdot(r, bend))
        x = list(mp.matrix(x) - mp.lu_solve(H, g))
    print(float(mp.fsum(v * v for v in residuals(x))), *map(float, x), [float(v) for v in mp.eigsy(H, eigvals_only=True)])


def main():
    if len(sys.argv) > 1:
        minimum(sys.argv[1], sys.argv[2:])
        return
    for name, (r, x0) in problems().items():
        near = [1.01 * v + 0.002 * (i + 1) for i, v in enumerate(x0)]
        print(name + ":", *("%.17g" % math.fsum(v * v for v in r(x)) for x in (x0, near)))


if __name__ == "__main__":
    main()
