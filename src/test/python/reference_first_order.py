"""First twelve iterates of the adaptive, variance-reduced and averaging methods, with NumPy from the papers' formulas.

Run from the root of the repository; the data and the batches are those that reference_iterates.py wrote:

    python3 src/test/python/reference_first_order.py \
        src/test/resources/org/hesse/method/reference-iterates.json \
        > src/test/resources/org/hesse/method/reference-first-order.json

Shares no code with the Java sources: each method is a generator of rates in, iterates out, written by the formula of the
paper where the Java code rearranges it (averages as sums, SAGA's mean anew from its table, RAdam's and NAdam's products
as products). The figures in the repository were made with Python 3 and NumPy 2.4.
"""

import json
import sys

import numpy as np

STEPS = 12


class Rosenbrock:
    terms, per_epoch = 1, 1
    start = np.array([-1.2, 1.0])

    def rows(self, k):
        return [0]

    def each(self, x, rows):
        a, b = x
        return np.array([[-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)]])


class Logistic:
    """mean log(1 + exp(-y a.w)) + lam/2 |w|^2; every term has the regulariser."""

    terms, per_epoch = 60, 4

    def __init__(self, data):
        self.a, self.y, self.lam = np.array(data["a"]), np.array(data["y"]), data["lambda"]
        self.start, self.batches = np.array(data["start"]), data["batches"]

    def rows(self, k):
        return self.batches[k % len(self.batches)]

    def each(self, w, rows):
        a, y = self.a[rows], self.y[rows]
        return -(y / (1 + np.exp(y * (a @ w))))[:, None] * a + self.lam * w


class World:
    """A problem and a clock: steps, epochs, and passes by the rows that were looked at."""

    def __init__(self, problem):
        self.problem, self.k, self.seen = problem, 0, 0

    def each(self, x, rows=None):
        rows = self.problem.rows(self.k) if rows is None else rows
        self.seen += len(rows)
        return self.problem.each(x, rows)

    def g(self, x, rows=None):
        return self.each(x, rows).mean(axis=0)

    def all(self):
        return list(range(self.problem.terms))

    def clock(self, unit):
        by = {"steps": self.k, "epochs": self.k / self.problem.per_epoch, "passes": self.seen / self.problem.terms}
        return by[unit]


# ---------------------------------------------------------------- schedules of a time


def constant(a):
    return lambda t: a


def drop(a, factor, at):
    return lambda t: a * factor if t >= at else a


def polynomial(a, p, horizon, floor=0.0):
    return lambda t: floor + (a - floor) * max(1 - t / horizon, 0) ** p


def restarts(a, period, growth, floor=0.0):
    def at(t):
        length = period
        while t >= length:
            t, length = t - length, length * growth
        return floor + (a - floor) * (1 + np.cos(np.pi * t / length)) / 2

    return at


def one_cycle(a, horizon, rise, start, end):
    up, top = a / start, rise * horizon

    def at(t):
        if t < top:
            return up + (a - up) * (1 - np.cos(np.pi * t / top)) / 2
        share = min((t - top) / (horizon - top), 1)
        return up / end + (a - up / end) * (1 + np.cos(np.pi * share)) / 2

    return at


def join(first, at, second):
    return lambda t: first(t) if t < at else second(t - at)


# ---------------------------------------------------------------- methods: (world, x, k from 1, rate) -> x


class Moments:
    def moments(self, g, b1, b2):
        if not hasattr(self, "m"):
            self.m, self.v = np.zeros_like(g), np.zeros_like(g)
        self.m = b1 * self.m + (1 - b1) * g
        self.v = b2 * self.v + (1 - b2) * g**2
        return self.m, self.v


class Sgd:
    def step(self, w, x, k, eta):
        return x - eta * w.g(x)


class MomentumAverage:
    def __init__(self, mu):
        self.mu, self.b = mu, 0.0

    def step(self, w, x, k, eta):
        self.b = self.mu * self.b + (1 - self.mu) * w.g(x)
        return x - eta * self.b


class MomentumVelocity:
    def __init__(self, mu):
        self.mu, self.v = mu, 0.0

    def step(self, w, x, k, eta):
        self.v = self.mu * self.v - eta * w.g(x)
        return x + self.v


class Adam(Moments):
    def __init__(self, b1, b2, eps, place, lam=0.0, coupled=0.0, clip=np.inf):
        self.h = b1, b2, eps, place, lam, coupled, clip

    def step(self, w, x, k, eta):
        b1, b2, eps, place, lam, coupled, clip = self.h
        g = np.clip(w.g(x), -clip, clip) + coupled * x
        m, v = self.moments(g, b1, b2)
        mhat, vhat = m / (1 - b1**k), v / (1 - b2**k)
        if place == "outside":
            way = mhat / (np.sqrt(vhat) + eps)
        elif place == "inside":
            way = mhat / np.sqrt(vhat + eps)
        else:  # section 2 of the paper: alpha_t = alpha sqrt(1 - b2^t)/(1 - b1^t), m/(sqrt(v) + eps hat)
            way = np.sqrt(1 - b2**k) / (1 - b1**k) * m / (np.sqrt(v) + eps)
        return x - eta * (way + lam * x)


class AmsGrad(Moments):
    def __init__(self, b1, b2, eps, maximum):
        self.h, self.top = (b1, b2, eps, maximum), 0.0

    def step(self, w, x, k, eta):
        b1, b2, eps, maximum = self.h
        m, v = self.moments(w.g(x), b1, b2)
        if maximum == "uncorrected":
            self.top = np.maximum(self.top, v)
            return x - eta * m / (np.sqrt(self.top) + eps)
        mhat = m / (1 - b1**k)
        if maximum == "raw":
            self.top = np.maximum(self.top, v)
            return x - eta * mhat / (np.sqrt(self.top) / np.sqrt(1 - b2**k) + eps)
        self.top = np.maximum(self.top, v / (1 - b2**k))
        return x - eta * mhat / (np.sqrt(self.top) + eps)


class NAdam(Moments):
    def __init__(self, b1, b2, eps, psi):
        self.h = b1, b2, eps, psi

    def step(self, w, x, k, eta):
        b1, b2, eps, psi = self.h
        g = w.g(x)
        m, v = self.moments(g, b1, b2)
        mu = [b1 * (1 - 0.5 * 0.96 ** (i * psi)) for i in range(1, k + 2)]
        ahead = mu[k] * m / (1 - np.prod(mu)) + (1 - mu[k - 1]) * g / (1 - np.prod(mu[:k]))
        return x - eta * ahead / (np.sqrt(v / (1 - b2**k)) + eps)


class RAdam(Moments):
    def __init__(self, b1, b2, eps, threshold, hat):
        self.h = b1, b2, eps, threshold, hat

    def step(self, w, x, k, eta):
        b1, b2, eps, threshold, hat = self.h
        m, v = self.moments(w.g(x), b1, b2)
        mhat = m / (1 - b1**k)
        far = 2 / (1 - b2) - 1
        rho = far - 2 * k * b2**k / (1 - b2**k)
        if rho <= threshold:
            return x - eta * mhat
        r = np.sqrt((rho - 4) / (far - 4)) * np.sqrt((rho - 2) / (far - 2)) * np.sqrt(far / rho)
        c = np.sqrt(1 - b2**k)
        return x - eta * r * mhat * (c / (np.sqrt(v) + eps) if hat else 1 / (np.sqrt(v) / c + eps))


class AdaBelief:
    def __init__(self, b1, b2, eps):
        self.h, self.m, self.s = (b1, b2, eps), 0.0, 0.0

    def step(self, w, x, k, eta):
        b1, b2, eps = self.h
        g = w.g(x)
        self.m = b1 * self.m + (1 - b1) * g
        self.s = b2 * self.s + (1 - b2) * (g - self.m) ** 2 + eps
        return x - eta * (self.m / (1 - b1**k)) / (np.sqrt(self.s / (1 - b2**k)) + eps)


class AdaDelta:
    def __init__(self, rho, eps):
        self.rho, self.eps, self.v, self.u = rho, eps, 0.0, 0.0

    def step(self, w, x, k, eta):
        g = w.g(x)
        self.v = self.rho * self.v + (1 - self.rho) * g**2
        delta = -np.sqrt(self.u + self.eps) / np.sqrt(self.v + self.eps) * g
        self.u = self.rho * self.u + (1 - self.rho) * delta**2
        return x + eta * delta


class Lion:
    def __init__(self, b1, b2, lam):
        self.h, self.m = (b1, b2, lam), 0.0

    def step(self, w, x, k, eta):
        b1, b2, lam = self.h
        g = w.g(x)
        way = np.sign(b1 * self.m + (1 - b1) * g)
        self.m = b2 * self.m + (1 - b2) * g
        return x - eta * (way + lam * x)


class Decoupled:
    def __init__(self, inner, lam):
        self.inner, self.lam = inner, lam

    def step(self, w, x, k, eta):
        return self.inner.step(w, x, k, eta) - eta * self.lam * x


class Averaged:
    """x is the inner iterate; what counts is shown(x)."""

    def __init__(self, inner):
        self.inner = inner

    def step(self, w, x, k, eta):
        self.due = self.is_due(w)
        return self.inner.step(w, x, k, eta)


class PolyakRuppert(Averaged):
    def __init__(self, inner, start, unit):
        super().__init__(inner)
        self.begin, self.unit, self.seen = start, unit, []

    def is_due(self, w):
        return w.clock(self.unit) >= self.begin

    def shown(self, x, start):
        if self.due:
            self.seen.append(x)
        return np.mean(self.seen, axis=0) if self.seen else x


class MovingAverage(Averaged):
    def __init__(self, inner, beta, correct):
        super().__init__(inner)
        self.beta, self.correct, self.k, self.a = beta, correct, 0, None

    def is_due(self, w):
        return True

    def shown(self, x, start):
        if self.a is None:
            self.a = np.zeros_like(x) if self.correct else start
        self.k += 1
        self.a = self.beta * self.a + (1 - self.beta) * x
        return self.a / (1 - self.beta**self.k) if self.correct else self.a


class Saga:
    """On the rows of a batch; with one term in all this is gradient descent."""

    table = None

    def step(self, w, x, k, eta):
        rows = w.problem.rows(w.k)
        if self.table is None:
            self.table = w.each(x, w.all()) if w.problem.terms > 1 else np.zeros((1, len(x)))
        fresh = w.each(x)
        way = (fresh - self.table[rows]).mean(axis=0) + self.table.mean(axis=0)
        self.table[rows] = fresh
        return x - eta * way


class Sarah:
    def __init__(self, m, gamma):
        self.m, self.gamma, self.age = m, gamma, m

    def step(self, w, x, k, eta):
        if self.age >= self.m:
            self.v, self.age = w.g(x, w.all()), 0
            self.full = self.v @ self.v
        elif w.problem.terms == 1:
            self.v = w.g(x)  # the batch is the whole: there is nothing to estimate
        else:
            self.v = w.g(x) - w.g(self.before) + self.v
        self.age += 1
        if self.age > 1 and self.v @ self.v <= self.gamma * self.full:
            self.age = self.m
        self.before = x
        return x - eta * self.v


def iterates(world, method, unit, schedule):
    start = x = world.problem.start
    path = []
    for k in range(1, STEPS + 1):
        x = method.step(world, x, k, schedule(world.clock(unit)))
        world.k += 1
        path.append((method.shown(x, start) if hasattr(method, "shown") else x).tolist())
    return path


def entries(r, s, c):
    """Name, method, unit and schedule; r is a tame rate of the problem, s one for scaled methods, c clips some values."""
    decay = drop(r, 0.1, 5)
    yield "momentum average, drop", MomentumAverage(0.8), "steps", decay
    yield "adam inside", Adam(0.8, 0.99, 0.1, "inside"), "steps", constant(s)
    yield "adam before correction", Adam(0.8, 0.99, 0.1, "before"), "steps", constant(s)
    yield "adamw", Adam(0.9, 0.999, 1e-8, "outside", lam=0.5), "steps", drop(s, 0.1, 5)
    yield "coupled adam", Adam(0.9, 0.999, 1e-8, "outside", coupled=0.5), "steps", drop(s, 0.1, 5)
    yield "clipping by value adam", Adam(0.9, 0.99, 1e-8, "outside", clip=c), "steps", constant(s)
    yield "amsgrad raw", AmsGrad(0.8, 0.7, 1e-3, "raw"), "steps", constant(s)
    yield "amsgrad corrected", AmsGrad(0.8, 0.7, 1e-3, "corrected"), "steps", constant(s)
    yield "amsgrad uncorrected", AmsGrad(0.8, 0.7, 1e-3, "uncorrected"), "steps", constant(s)
    yield "nadam", NAdam(0.9, 0.999, 1e-8, 4e-3), "steps", constant(s)
    yield "nadam, fast psi", NAdam(0.8, 0.99, 1e-2, 3.0), "steps", constant(s)
    yield "radam", RAdam(0.9, 0.999, 1e-8, 5, False), "steps", constant(r)
    yield "radam, threshold 4", RAdam(0.9, 0.999, 1e-2, 4, False), "steps", constant(r)
    yield "radam before correction", RAdam(0.8, 0.9, 1e-2, 5, True), "steps", constant(r)
    yield "adabelief", AdaBelief(0.9, 0.999, 1e-16), "steps", constant(s)
    yield "adabelief, large eps", AdaBelief(0.8, 0.9, 1e-2), "steps", constant(s)
    yield "adadelta", AdaDelta(0.95, 1e-6), "steps", constant(1)
    yield "adadelta, rate", AdaDelta(0.8, 1e-3), "steps", constant(0.5)
    yield "lion", Lion(0.9, 0.99, 0.0), "steps", constant(s)
    yield "lion, decay", Lion(0.7, 0.8, 0.5), "steps", drop(s, 0.1, 5)
    yield "decoupled momentum", Decoupled(MomentumVelocity(0.9), 0.5), "steps", decay
    yield "polyak-ruppert", PolyakRuppert(Sgd(), 0, "steps"), "steps", constant(r)
    yield "polyak-ruppert momentum from 1.5 epochs", PolyakRuppert(MomentumVelocity(0.9), 1.5, "epochs"), "steps", decay
    yield "moving average corrected", MovingAverage(Sgd(), 0.7, True), "steps", constant(r)
    yield "moving average uncorrected", MovingAverage(Sgd(), 0.7, False), "steps", constant(r)
    yield "sarah", Sarah(4, 0.0), "steps", constant(r)
    yield "sarah+", Sarah(7, 0.8), "steps", constant(r)
    yield "sarah, polynomial in passes", Sarah(4, 0.0), "passes", polynomial(r, 2, 5)
    yield "saga", Saga(), "steps", constant(r)
    yield "saga, polynomial in epochs", Saga(), "epochs", polynomial(r, 0.5, 2.5, 0.1 * r)
    yield "gd, restarts", Sgd(), "steps", restarts(r, 3, 1)
    yield "gd, growing restarts with floor", Sgd(), "epochs", restarts(r, 0.5, 2, 0.1 * r)
    yield "gd, one cycle", Sgd(), "epochs", one_cycle(r, 2.5, 0.3, 25, 1e4)
    yield "gd, join", Sgd(), "steps", join(constant(r), 4, polynomial(r, 2, 6))


def main():
    source = json.load(open(sys.argv[1]))
    problems = {"rosenbrock": (Rosenbrock(), 4e-4, 0.02, 60.0), "logistic": (Logistic(source["logistic"]), 0.4, 0.1, 0.05)}
    runs = []
    for name, (problem, r, s, c) in problems.items():
        for entry, method, unit, schedule in entries(r, s, c):
            if name == "rosenbrock" and entry.startswith("saga"):
                continue  # it is no sum
            runs.append({"method": entry, "problem": name, "iterates": iterates(World(problem), method, unit, schedule)})
    document = {"made": "by src/test/python/reference_first_order.py with NumPy " + np.__version__}
    document |= {key: source[key] for key in ("data", "logistic", "rosenbrock")} | {"runs": runs}
    text = json.dumps(document, separators=(",", ":"))
    print(text.replace('{"method"', '\n{"method"').replace('"runs"', '\n"runs"').replace('"logistic":{', '\n"logistic":{'))


main()
