"""The gradient of the digits softmax in NumPy on one thread, to compare with SoftmaxGradient: see ../README.md."""

import os

for library in ("OPENBLAS", "MKL", "OMP"):  # before NumPy is loaded
    os.environ[library + "_NUM_THREADS"] = "1"

import gzip
import pathlib
import time

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
digits = np.loadtxt(gzip.open(ROOT / "src/main/resources/org/hesse/data/digits.csv.gz"), delimiter=",")
X = np.hstack([digits[:, :64] / 16, np.ones((len(digits), 1))])
y = digits[:, 64].astype(int)
LAMBDA = 1e-3


def gradient(W, X, y, rows):
    Z = X @ W.T
    Z -= Z.max(axis=1, keepdims=True)
    loss = -Z[rows, y]
    np.exp(Z, out=Z)
    total = Z.sum(axis=1, keepdims=True)
    value = np.mean(loss + np.log(total[:, 0])) + LAMBDA / 2 * np.vdot(W, W)
    Z /= total
    Z[rows, y] -= 1
    return value, Z.T @ X / len(y) + LAMBDA * W


W = (((np.arange(650) * 37) % 101 - 50) / 500).reshape(10, 65)
order = np.random.default_rng(1).permutation(len(y))
for batch in (1797, 256, 32):
    times = []
    rows = np.arange(batch)
    end = time.perf_counter() + 5
    while time.perf_counter() < end:
        start = time.perf_counter()
        if batch == len(y):
            gradient(W, X, y, rows)
        else:
            picked = order[:batch]
            gradient(W, X[picked], y[picked], rows)
        times.append(time.perf_counter() - start)
    print(f"batch {batch:5d}: median {1e6 * np.median(times):7.1f} us, best {1e6 * np.min(times):7.1f} us")
