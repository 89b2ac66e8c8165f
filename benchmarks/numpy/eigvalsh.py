"""Eigenvalues and LDL^T of the matrices of Signs by LAPACK: best of some, processor time in ms; set OPENBLAS_NUM_THREADS=1."""
import time
import numpy as np
import scipy.linalg as sl

random = np.random.default_rng(1)
for n in 50, 100, 200, 500, 1000, 2000:
    a = random.standard_normal((n, n))
    a = np.tril(a) + np.tril(a, -1).T
    sytrf = sl.get_lapack_funcs("sytrf", (a,))
    for name, work in ("eigvalsh", lambda: np.linalg.eigvalsh(a)), ("sytrf", lambda: sytrf(a, lower=1)):
        best = np.inf
        for _ in range(3 if n > 1000 else 20):
            start = time.process_time()
            work()
            best = min(best, time.process_time() - start)
        print(f"n = {n} {name} {best * 1e3:.3g} ms")
