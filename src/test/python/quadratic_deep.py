"""The matrix and the samples of DeepOBS's quadratic_deep, and reference values for NoisyQuadraticTest, by NumPy alone. From
the root of the project:

    python3 src/test/python/quadratic_deep.py > src/test/resources/org/hesse/problem/quadratic_deep.txt

Writes quadratic_deep.bin, big-endian: the upper triangle of Q row by row as doubles, then the samples row by row as floats.

Recipe: Schneider, Balles and Hennig (2019), ICLR, DeepOBS, test problem quadratic_deep: RandomState(42) draws 90
eigenvalues from (0, 1), 10 from (30, 60), then a rotation R by the subgroup algorithm of Diaconis and Shahshahani (1987);
Q = R^T D R. Another RandomState(42) draws 1000 samples with deviation 0.6, kept in single precision. Start: ones.
"""

import numpy as np

BINARY = "src/main/resources/org/hesse/problem/quadratic_deep.bin"
N = 100


def put(name, values):
    print(name + ":", *("%.17g" % v for v in np.ravel(values)))


def rotation(random, n):
    """From SO(2) up: the rotation before in the lower corner, then a reflection that moves e1 to a random direction."""
    t = 2 * np.pi * random.uniform()
    R = np.array([[np.cos(t), np.sin(t)], [-np.sin(t), np.cos(t)]])
    for k in range(3, n + 1):
        v = random.normal(size=k)
        u = np.eye(k)[0] - v / np.linalg.norm(v)
        u /= np.linalg.norm(u)
        larger = np.eye(k)
        larger[1:, 1:] = R
        R = larger - 2 * np.outer(u, u @ larger)
    return -R


random = np.random.RandomState(42)
eigenvalues = np.concatenate((random.uniform(0, 1, 90), random.uniform(30, 60, 10)))
R = rotation(random, N)
Q = R.T @ np.diag(eigenvalues) @ R
Q = (Q + Q.T) / 2
X = np.float32(np.random.RandomState(42).normal(0, 0.6, (1000, N)))

with open(BINARY, "wb") as out:
    out.write(Q[np.triu_indices(N)].astype(">f8").tobytes())
    out.write(X.astype(">f4").tobytes())

X = X.astype(float)


def f(theta, X):
    D = theta - X
    return np.mean(np.sum(D @ Q * D, 1)) / 2


def gradient(theta, X):
    return Q @ np.mean(theta - X, 0)


theta = ((np.arange(N) * 37) % 101 - 50) / 50
batch = [5, 999, 0, 3, 3, 700]
put("eigenvalues", np.sort(eigenvalues))
put("optimum", f(X.mean(0), X))
put("value at ones", f(np.ones(N), X))
put("value", f(theta, X))
put("gradient", gradient(theta, X))
put("batch value", f(theta, X[batch]))
put("batch gradient", gradient(theta, X[batch]))
