"""Reference values for LinearModelTest and DatasetTest, by NumPy and SciPy alone. From the root of the project:

    python3 src/test/python/linear_models.py > src/test/resources/org/hesse/problem/linear_models.txt
"""

import csv
import gzip
import hashlib
import struct

import numpy as np
from scipy.special import expit, log_softmax, softmax

DATA = "src/main/resources/org/hesse/data/"


def put(name, values):
    print(name + ":", *("%.17g" % v for v in np.ravel(values)))


def sha256(X, y, classes):
    out = [struct.pack(">3i", *X.shape, len(classes))]
    for text in ["column %d" % (j + 1) for j in range(X.shape[1])] + classes:
        out.append(struct.pack(">i", len(text.encode())) + text.encode())
    for row, target in zip(X, y):
        out.append(struct.pack(">%dd" % (len(row) + 1), *row, target))
    return hashlib.sha256(b"".join(out)).hexdigest()


def point(n):
    return ((np.arange(n) * 37) % 101 - 50) / 500


def direction(n):
    return ((np.arange(n) * 53) % 97 - 48) / 100


def softmax_parts(X, y, lam, w):
    W = w.reshape(10, -1)
    L = log_softmax(X @ W.T, axis=1)
    P = softmax(X @ W.T, axis=1)
    value = -np.mean(L[np.arange(len(y)), y]) + lam / 2 * (w @ w)
    gradient = ((P - np.eye(10)[y]).T @ X / len(y) + lam * W).ravel()
    return value, gradient, P


def softmax_hessian(X, P, lam):
    n, d = X.shape
    H = np.zeros((10, d, 10, d))
    for c in range(10):
        for e in range(10):
            H[c, :, e, :] = X.T @ ((P[:, c] * ((c == e) - P[:, e]))[:, None] * X) / n
    return H.reshape(10 * d, 10 * d) + lam * np.eye(10 * d)


digits = np.loadtxt(gzip.open(DATA + "digits.csv.gz"), delimiter=",")
X = np.hstack([digits[:, :64] / 16, np.ones((len(digits), 1))])
y = digits[:, 64].astype(int)
lam = 1e-3
w, v = point(650), direction(650)
value, gradient, P = softmax_parts(X, y, lam, w)
H = softmax_hessian(X, P, lam)
put("softmax value", value)
put("softmax gradient", gradient)
put("softmax product", H @ v)
put("softmax hessian rows 3 and 300", H[[3, 300]])
put("softmax hessian frobenius", np.linalg.norm(H))
batch = [5, 1796, 0, 3, 3, 700]
value, gradient, P = softmax_parts(X[batch], y[batch], lam, w)
put("softmax batch value", value)
put("softmax batch gradient", gradient)
put("softmax batch product", softmax_hessian(X[batch], P, lam) @ v)
w = np.zeros(650)
for _ in range(12):  # Newton's method from 0 converges here
    value, gradient, P = softmax_parts(X, y, lam, w)
    w = w - np.linalg.solve(softmax_hessian(X, P, lam), gradient)
value, gradient, P = softmax_parts(X, y, lam, w)
put("softmax optimum", w)
put("softmax optimal value", value)
put("softmax optimal spectrum ends", np.linalg.eigvalsh(softmax_hessian(X, P, lam))[[0, -1]])
put("softmax loss from 1500", softmax_parts(X[1500:], y[1500:], 0, w)[0])
put("softmax accuracy from 1500", np.mean(np.argmax(X[1500:] @ w.reshape(10, -1).T, axis=1) == y[1500:]))

with open(DATA + "breast_cancer.csv", encoding="utf-8") as file:
    cancer = np.array([row for row in csv.reader(file)][1:], dtype=float)
X = np.hstack([(cancer[:, :30] - cancer[:, :30].mean(0)) / cancer[:, :30].std(0), np.ones((569, 1))])
y = cancer[:, 30]
lam = 1e-2
w, v = point(31), direction(31)
s = 2 * y - 1


def logistic_value(w):
    return np.mean(np.logaddexp(0, -s * (X @ w))) + lam / 2 * (w @ w)


q = expit(X @ w)
H = X.T @ ((q * (1 - q))[:, None] * X) / len(y) + lam * np.eye(31)
put("logistic value", logistic_value(w))
put("logistic gradient", X.T @ (q - y) / len(y) + lam * w)
put("logistic product", H @ v)
put("logistic hessian", H)
put("logistic value at 1e5", logistic_value(1e5 * w))
put("logistic gradient at 1e5", X.T @ (expit(1e5 * X @ w) - y) / len(y) + lam * 1e5 * w)

r = X @ w - y
H = X.T @ X / len(y) + lam * np.eye(31)
put("least squares value", np.mean(r**2) / 2 + lam / 2 * (w @ w))
put("least squares gradient", X.T @ r / len(y) + lam * w)
put("least squares product", H @ v)
put("least squares hessian", H)
A = np.vstack([X / np.sqrt(len(y)), np.sqrt(lam) * np.eye(31)])
b = np.concatenate([y / np.sqrt(len(y)), np.zeros(31)])
w = np.linalg.lstsq(A, b, rcond=None)[0]
put("least squares optimum", w)
put("least squares optimal value", np.sum((A @ w - b) ** 2) / 2)

print("# hash digits", sha256(digits[:, :64], digits[:, 64], [str(k) for k in range(10)]))
print("# hash breast-cancer", sha256(cancer[:, :30], cancer[:, 30], ["malignant", "benign"]))
