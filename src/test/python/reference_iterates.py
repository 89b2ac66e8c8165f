"""First ten iterates of the first-order methods, computed with NumPy straight from the papers' formulas.

Run from the root of the repository, with the UCI breast-cancer data (first line a header, last column the label):

    python3 src/test/python/reference_iterates.py breast_cancer.csv \
        > src/test/resources/org/hesse/method/reference-iterates.json

Shares no code with the Java sources. The figures in the repository were made with Python 3 and NumPy 2.4.
"""

import json
import sys

import numpy as np

STEPS = 10


# ---------------------------------------------------------------- problems


class Rosenbrock:
    """(1 - x)^2 + 100 (y - x^2)^2; one 'term', so an epoch is a step and a gradient a pass."""

    terms = 1
    start = np.array([-1.2, 1.0])
    batches = None

    def gradient(self, x, rows):
        a, b = x
        return np.array([-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)])


class Logistic:
    """mean log(1 + exp(-y a.w)) + lam/2 |w|^2 over all w."""

    lam = 0.01

    def __init__(self, path):
        table = np.loadtxt(path, delimiter=",", skiprows=1)
        a = table[:60, :4]  # mean radius, texture, perimeter, area of the first 60 cells
        self.a = (a - a.mean(axis=0)) / a.std(axis=0)
        self.y = np.where(table[:60, -1] > 0, 1.0, -1.0)
        self.terms = 60
        self.start = np.array([0.5, -0.25, 0.125, 1.0])
        rng = np.random.default_rng(20240607)
        self.batches = []  # 16, 16, 16 and 12 rows an epoch: passes are not epochs
        while len(self.batches) < STEPS:
            order = rng.permutation(60)
            self.batches += [order[i : i + 16].tolist() for i in range(0, 60, 16)]
        self.batches = self.batches[:STEPS]

    def gradient(self, w, rows):
        rows = range(60) if rows is None else rows
        g = np.zeros(4)
        for i in rows:
            g -= self.y[i] * self.a[i] / (1 + np.exp(self.y[i] * (self.a[i] @ w)))
        return g / len(rows) + self.lam * w


class World:
    """A problem with a clock: counts what it evaluates."""

    def __init__(self, problem, box=None):
        self.problem, self.box = problem, box
        self.steps, self.rows_seen = 0, 0

    def rows(self):
        return None if self.problem.batches is None else self.problem.batches[self.steps]

    def gradient(self, x, full=False):
        rows = None if full else self.rows()
        self.rows_seen += self.problem.terms if rows is None else len(rows)
        return self.problem.gradient(x, rows)

    def clock(self, unit):
        per_epoch = 1 if self.problem.batches is None else 4
        return {
            "steps": self.steps,
            "epochs": self.steps / per_epoch,
            "passes": self.rows_seen / self.problem.terms,
        }[unit]


# ---------------------------------------------------------------- schedules


def constant(a):
    return lambda t: a


def step(a, factor, every):
    return lambda t: a * factor ** int(t // every)


def milestones(a, factor, *at):
    return lambda t: a * factor ** sum(t >= m for m in at)


def exponential(a, k):
    return lambda t: a * np.exp(-k * t)


def inverse(a, k):
    return lambda t: a / (1 + k * t)


def inverse_square_root(a):
    return lambda t: a if t < 1 else a / np.sqrt(t)


def cosine(a, horizon, floor=0.0):
    return lambda t: floor + (a - floor) * (1 + np.cos(np.pi * min(t / horizon, 1))) / 2


def linear(a, horizon, floor=0.0):
    return lambda t: floor + (a - floor) * max(1 - t / horizon, 0)


def warmup(w, then):
    return lambda t: then(0) * t / w if t < w else then(t - w)


# ---------------------------------------------------------------- methods: next x from gradient function and rate


class Sgd:
    def step(self, x, gradient, eta):
        return x - eta * gradient(x)


class Projected:
    def __init__(self, box):
        self.lower, self.upper = box

    def start(self, x):
        return np.clip(x, self.lower, self.upper)

    def step(self, x, gradient, eta):
        return np.clip(x - eta * gradient(x), self.lower, self.upper)


class MomentumVelocity:
    def __init__(self, mu):
        self.mu, self.v = mu, 0.0

    def step(self, x, gradient, eta):
        self.v = self.mu * self.v - eta * gradient(x)
        return x + self.v


class MomentumGradient:
    def __init__(self, mu):
        self.mu, self.b = mu, 0.0

    def step(self, x, gradient, eta):
        self.b = self.mu * self.b + gradient(x)
        return x - eta * self.b


class NesterovLookAhead:
    def __init__(self, mu):
        self.mu, self.v = mu, 0.0

    def step(self, x, gradient, eta):
        self.v = self.mu * self.v - eta * gradient(x + self.mu * self.v)
        return x + self.v


class NesterovRewritten:
    def __init__(self, mu):
        self.mu, self.v = mu, 0.0

    def step(self, x, gradient, eta):
        before = self.v
        self.v = self.mu * self.v - eta * gradient(x)
        return x - self.mu * before + (1 + self.mu) * self.v


class AdaGrad:
    def __init__(self, eps, inside):
        self.eps, self.inside, self.total = eps, inside, 0.0

    def step(self, x, gradient, eta):
        g = gradient(x)
        self.total = self.total + g**2
        root = np.sqrt(self.total + self.eps) if self.inside else np.sqrt(self.total) + self.eps
        return x - eta * g / root


class RmsProp:
    def __init__(self, rho, eps, inside):
        self.rho, self.eps, self.inside, self.v = rho, eps, inside, 0.0

    def step(self, x, gradient, eta):
        g = gradient(x)
        self.v = self.rho * self.v + (1 - self.rho) * g**2
        root = np.sqrt(self.v + self.eps) if self.inside else np.sqrt(self.v) + self.eps
        return x - eta * g / root


class Adam:
    def __init__(self, beta1, beta2, eps, correct=True):
        self.beta1, self.beta2, self.eps, self.correct = beta1, beta2, eps, correct
        self.m, self.v, self.t = 0.0, 0.0, 0

    def step(self, x, gradient, eta):
        g = gradient(x)
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        m, v = self.m, self.v
        if self.correct:
            m, v = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
        return x - eta * m / (np.sqrt(v) + self.eps)


class Clipping:
    def __init__(self, inner, norm):
        self.inner, self.norm = inner, norm

    def step(self, x, gradient, eta):
        def clipped(y):
            g = gradient(y)
            return g * min(1.0, self.norm / np.sqrt(np.sum(g**2)))

        return self.inner.step(x, clipped, eta)


class WeightDecay:
    def __init__(self, inner, lam):
        self.inner, self.lam = inner, lam

    def step(self, x, gradient, eta):
        return self.inner.step(x, lambda y: gradient(y) + self.lam * y, eta)


class Lookahead:
    def __init__(self, inner, k, alpha):
        self.inner, self.k, self.alpha = inner, k, alpha
        self.slow, self.t = None, 0

    def step(self, x, gradient, eta):
        self.slow = x if self.slow is None else self.slow
        x = self.inner.step(x, gradient, eta)
        self.t += 1
        if self.t % self.k == 0:
            x = self.slow = (1 - self.alpha) * self.slow + self.alpha * x
        return x


class Svrg:
    """The world is asked for full gradients; a gradient at the snapshot itself is not taken twice."""

    def __init__(self, world, inner, m):
        self.world, self.inner, self.m, self.t = world, inner, m, 0

    def prepare(self, x):
        if self.t % self.m == 0:
            self.snapshot, self.full = x, self.world.gradient(x, full=True)
        self.t += 1

    def step(self, x, gradient, eta):
        def reduced(y):
            if self.world.problem.batches is None:
                return gradient(y)
            there = gradient(y)
            if np.array_equal(y, self.snapshot):
                return self.full
            return there - gradient(self.snapshot) + self.full

        return self.inner.step(x, reduced, eta)


def iterates(world, method, unit, schedule):
    x = world.problem.start
    if hasattr(method, "start"):
        x = method.start(x)
    path = []
    for _ in range(STEPS):
        if hasattr(method, "prepare"):
            method.prepare(x)  # a full gradient is charged before the clock is read
        eta = schedule(world.clock(unit))
        x = method.step(x, world.gradient, eta)
        world.steps += 1
        path.append(x.tolist())
    return path


# ---------------------------------------------------------------- what is computed


def entries(world, r, s, c):
    """Name, method, unit and schedule; r is a tame rate of the problem, s one for scaled methods, c a norm to clip at."""
    decay = step(r, 0.1, 4)
    yield "gd", Sgd(), "steps", constant(r)
    yield "momentum velocity", MomentumVelocity(0.9), "steps", constant(r)
    yield "momentum gradient", MomentumGradient(0.9), "steps", constant(r)
    yield "momentum velocity, step decay", MomentumVelocity(0.8), "steps", decay
    yield "momentum gradient, step decay", MomentumGradient(0.8), "steps", decay
    yield "nesterov look-ahead", NesterovLookAhead(0.9), "steps", constant(r)
    yield "nesterov rewritten", NesterovRewritten(0.9), "steps", constant(r)
    yield "nesterov look-ahead, step decay", NesterovLookAhead(0.8), "steps", decay
    yield "nesterov rewritten, step decay", NesterovRewritten(0.8), "steps", decay
    yield "adagrad outside", AdaGrad(0.1, False), "steps", constant(s)
    yield "adagrad inside", AdaGrad(0.1, True), "steps", constant(s)
    yield "rmsprop outside", RmsProp(0.9, 0.1, False), "steps", constant(s)
    yield "rmsprop inside", RmsProp(0.99, 0.1, True), "steps", constant(s)
    yield "adam", Adam(0.9, 0.999, 1e-8), "steps", constant(s)
    yield "adam, large eps", Adam(0.8, 0.99, 0.1), "steps", constant(s)
    yield "adam uncorrected", Adam(0.9, 0.999, 1e-3, False), "steps", constant(s)
    yield "clipping gd", Clipping(Sgd(), c), "steps", constant(r)
    yield "weight decay momentum", WeightDecay(MomentumVelocity(0.9), 0.5), "steps", constant(r)
    yield "clipping weight decay adam", Clipping(WeightDecay(Adam(0.9, 0.999, 1e-8), 2.0), c), "steps", constant(s)
    yield "lookahead momentum", Lookahead(MomentumVelocity(0.9), 3, 0.3), "steps", constant(r)
    yield "svrg gd", Svrg(world, Sgd(), 4), "steps", constant(r)
    yield "svrg nesterov", Svrg(world, NesterovLookAhead(0.8), 3), "steps", constant(r)
    yield "svrg gd, linear in passes", Svrg(world, Sgd(), 4), "passes", linear(r, 8)
    yield "gd, step", Sgd(), "epochs", step(r, 0.5, 0.75)
    yield "gd, milestones", Sgd(), "epochs", milestones(r, 0.1, 1, 2)
    yield "gd, exponential", Sgd(), "epochs", exponential(r, 0.7)
    yield "gd, inverse", Sgd(), "steps", inverse(r, 0.25)
    yield "gd, inverse square root", Sgd(), "steps", inverse_square_root(r)
    yield "gd, cosine", Sgd(), "epochs", cosine(r, 2)
    yield "gd, cosine with floor in passes", Sgd(), "passes", cosine(r, 2.1, 0.1 * r)
    yield "gd, linear", Sgd(), "epochs", linear(r, 2)
    yield "gd, linear with floor in passes", Sgd(), "passes", linear(r, 2.1, 0.1 * r)
    yield "gd, warmup constant", Sgd(), "epochs", warmup(1.25, constant(r))
    yield "gd, warmup step", Sgd(), "steps", warmup(3, step(r, 0.5, 2))
    yield "gd, warmup milestones", Sgd(), "steps", warmup(3, milestones(r, 0.1, 2, 5))
    yield "gd, warmup exponential", Sgd(), "epochs", warmup(0.75, exponential(r, 0.7))
    yield "gd, warmup inverse", Sgd(), "steps", warmup(4, inverse(r, 0.25))
    yield "gd, warmup inverse square root", Sgd(), "steps", warmup(4, inverse_square_root(r))
    yield "gd, warmup cosine in passes", Sgd(), "passes", warmup(0.6, cosine(r, 1.5))
    yield "gd, warmup linear", Sgd(), "epochs", warmup(0.5, linear(r, 1.5))


def main():
    logistic = Logistic(sys.argv[1])
    problems = {
        "rosenbrock": (Rosenbrock(), 4e-4, 0.02, 60.0, ([-1.1, 0.5], [0.0, 1.02])),
        "logistic": (logistic, 0.4, 0.1, 0.25, ([0.0, -0.3, -0.2, -np.inf], [0.4, np.inf, 0.3, 0.9])),
    }
    runs = []
    for name, (problem, r, s, c, box) in problems.items():
        count = sum(1 for _ in entries(World(problem), r, s, c))
        for i in range(count):
            world = World(problem)
            entry, method, unit, schedule = list(entries(world, r, s, c))[i]
            runs.append({"method": entry, "problem": name, "iterates": iterates(world, method, unit, schedule)})
        world = World(problem)
        path = iterates(world, Projected(box), "steps", constant(r))
        runs.append({"method": "projected gradient", "problem": name + " in a box", "iterates": path})
    bounds = {name: [["inf" if v == np.inf else "-inf" if v == -np.inf else v for v in side] for side in p[4]]
              for name, p in problems.items()}
    document = {
        "made": "by src/test/python/reference_iterates.py with NumPy " + np.__version__,
        "data": "first 60 rows, 4 standardised columns of Breast Cancer Wisconsin (Diagnostic):"
        " Wolberg, Mangasarian, Street, Street, UCI 1993",
        "bounds": bounds,
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


main()
