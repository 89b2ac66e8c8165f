"""Reference values for PerceptronTest, by NumPy and SciPy alone. From the root of the project:

    python3 src/test/python/perceptron.py > src/test/resources/org/hesse/problem/perceptron.txt

Products with the Hessian, and with the Jacobian of the outputs, are complex steps: Im g(w + ihv)/h, exact to rounding and
made without the R-operator (Squire and Trapp 1998, SIAM Review 40, 110-112).
"""

import gzip

import numpy as np
from scipy.special import erf

DATA = "src/main/resources/org/hesse/data/"
H = 1e-100


def put(name, values):
    print(name + ":", *("%.17g" % v for v in np.ravel(values)))


def put_vector(name, v):
    """Its norm and every 7th entry, which is enough to know a long vector by."""
    put(name + " norm", np.linalg.norm(v))
    put(name, v[::7] if len(v) > 100 else v)


def point(n):
    return ((np.arange(n) * 37) % 101 - 50) / 500


def direction(n):
    return ((np.arange(n) * 53) % 97 - 48) / 100


def logistic(z):
    return np.where(z.real > 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


# For each activation its value and its slope; of complex z, for the complex step
ACTIVATIONS = {
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.where(z.real > 0, z, 0), lambda z: np.where(z.real > 0, 1, 0)),
    "softplus": (lambda z: np.where(z.real > 0, z, 0) + np.log1p(np.exp(np.where(z.real > 0, -z, z))), logistic),
    "gelu": (
        lambda z: z * (1 + erf(z / np.sqrt(2))) / 2,
        lambda z: (1 + erf(z / np.sqrt(2))) / 2 + z * np.exp(-z * z / 2) / np.sqrt(2 * np.pi),
    ),
}
activation = "tanh"


def layers(w, units):
    parts = []
    for d, k in zip(units, units[1:]):
        parts.append((w[: k * d].reshape(k, d), w[k * d : k * d + k]))
        w = w[k * d + k :]
    assert len(w) == 0
    return parts


def activations(w, X, units):
    """What each layer takes, and for each the slopes of the units before it; the outputs."""
    sigma, slope = ACTIVATIONS[activation]
    a, slopes = [X], [None]
    for W, b in layers(w, units)[:-1]:
        z = a[-1] @ W.T + b
        a.append(sigma(z))
        slopes.append(slope(z))
    W, b = layers(w, units)[-1]
    return (a, slopes), a[-1] @ W.T + b


def backward(w, a, S, units):
    """The gradient of the sum over S∘z, for slopes S with respect to the outputs z."""
    a, slopes = a
    parts = []
    for l in reversed(range(len(units) - 1)):
        parts = [(S.T @ a[l]).ravel(), S.sum(0)] + parts
        if l > 0:
            S = (S @ layers(w, units)[l][0]) * slopes[l]
    return np.concatenate(parts)


def value_and_gradient(w, X, y, lam, units):
    a, z = activations(w, X, units)
    e = np.exp(z - z.real.max(1, keepdims=True))
    value = np.mean(np.log(e.sum(1)) - (z - z.real.max(1, keepdims=True))[np.arange(len(y)), y]) + lam / 2 * (w @ w)
    S = (e / e.sum(1, keepdims=True) - np.eye(units[-1])[y]) / len(y)
    return value, backward(w, a, S, units) + lam * w


def hessian_product(w, v, X, y, lam, units):
    return value_and_gradient(w + 1j * H * v, X, y, lam, units)[1].imag / H


def gauss_newton_product(w, v, X, lam, units):
    a, z = activations(w, X, units)
    Jv = activations(w + 1j * H * v, X, units)[1].imag / H
    p = np.exp(z - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    return backward(w, a, p * (Jv - (p * Jv).sum(1, keepdims=True)) / len(X), units) + lam * v


def put_all(name, X, y, lam, units):
    n = sum((d + 1) * k for d, k in zip(units, units[1:]))
    w, v = point(n) * 3, direction(n)
    value, gradient = value_and_gradient(w, X, y, lam, units)
    put(name + " value", value)
    put_vector(name + " gradient", gradient)
    put_vector(name + " product", hessian_product(w, v, X, y, lam, units))
    put_vector(name + " gauss-newton product", gauss_newton_product(w, v, X, lam, units))
    return w


SEVEN = ((np.arange(21) * 29) % 23 - 11).reshape(7, 3) / 10
put_all("3-4-2", SEVEN, np.arange(7) % 2, 0.01, (3, 4, 2))
put_all("3-5-4-2", SEVEN, np.arange(7) % 2, 0, (3, 5, 4, 2))

digits = np.loadtxt(gzip.open(DATA + "digits.csv.gz"), delimiter=",")
X, y = digits[:, :64] / 16, digits[:, 64].astype(int)
w = put_all("digits", X, y, 1e-3, (64, 32, 10))
put("digits loss from 1500", value_and_gradient(w, X[1500:], y[1500:], 0, (64, 32, 10))[0])
put("digits accuracy from 1500", np.mean(activations(w, X[1500:], (64, 32, 10))[1].argmax(1) == y[1500:]))
batch = [5, 1796, 0, 3, 3, 700]
put_all("digits batch", X[batch], y[batch], 1e-3, (64, 32, 10))

for activation in ("relu", "softplus", "gelu"):
    put_all("3-4-2 " + activation, SEVEN, np.arange(7) % 2, 0.01, (3, 4, 2))
    put_all("3-5-4-2 " + activation, SEVEN, np.arange(7) % 2, 0, (3, 5, 4, 2))
    put_all("digits batch " + activation, X[batch], y[batch], 1e-3, (64, 32, 10))
