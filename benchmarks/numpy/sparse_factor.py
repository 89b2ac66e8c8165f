"""The factorisation of SparseHessian by SciPy's SuperLU: best of 5, processor time in milliseconds; set OPENBLAS_NUM_THREADS=1."""
import time
import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as sl

def tridiagonal(n, d):
    return sp.diags([-np.ones(n - 1), d * np.ones(n), -np.ones(n - 1)], [-1, 0, 1])

eye = sp.eye(300)
grid = (sp.kron(tridiagonal(300, 2), eye) + sp.kron(eye, tridiagonal(300, 2))).tocsc()
for name, a in ("grid", grid), ("tridiagonal", tridiagonal(10**6, 4).tocsc()):
    for order in "COLAMD", "MMD_AT_PLUS_A":
        times = []
        for _ in range(5):
            t0 = time.process_time()
            lu = sl.splu(a, permc_spec=order, options=dict(SymmetricMode=order != "COLAMD"))
            t1 = time.process_time()
            lu.solve(np.ones(a.shape[0]))
            times.append((t1 - t0, time.process_time() - t1))
        factor, solve = np.min(times, axis=0) * 1e3
        print(f"{name} {order}: factor {factor:.0f}, solve {solve:.0f}, entries of L {lu.L.nnz}")
