"""SciPy's minimisers on our functions, over standard input and output; the protocol is in wire.hpp, with one question
more: 'H' x -> 1 and the Hessian, row by row.

    python3 scipy_peer.py METHOD        one of bfgs, l-bfgs-b, newton-cg, trust-exact, trust-ncg, trust-krylov
"""

import os
import sys
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
from scipy.optimize import minimize

OFF = {  # the solver's own tolerances, off
    "bfgs": {"gtol": 0, "maxiter": 10**9},
    "l-bfgs-b": {"gtol": 0, "ftol": 0, "maxiter": 10**9, "maxfun": 10**9},
    "newton-cg": {"xtol": 0, "maxiter": 10**9},
    "trust-exact": {"gtol": 0, "maxiter": 10**9},
    "trust-ncg": {"gtol": 0, "maxiter": 10**9},
    "trust-krylov": {"gtol": 0, "maxiter": 10**9},
}
SECOND_ORDER = ("newton-cg", "trust-exact", "trust-ncg", "trust-krylov")


class Stopped(BaseException):
    """The run is over: not an Exception, so that no solver swallows it."""


def read(count):
    data = sys.stdin.buffer.read(count)
    if len(data) < count:
        sys.exit(0)
    return data


def doubles(count):
    return np.frombuffer(read(8 * count), dtype="<f8").copy()


def ask(what, x, count):
    sys.stdout.buffer.write(what + np.asarray(x, dtype="<f8").tobytes())
    sys.stdout.buffer.flush()
    if read(1) == b"\0":
        raise Stopped
    return doubles(count)


def main(method):
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    while True:
        defaults, n = np.frombuffer(read(8), dtype="<i4")
        x0 = doubles(n)
        hess = (lambda x: ask(b"H", x, n * n).reshape(n, n)) if method in SECOND_ORDER else None
        try:
            result = minimize(
                lambda x: ask(b"V", x, 1)[0],
                x0,
                jac=lambda x: ask(b"G", x, n + 1)[1:],
                hess=hess,
                method=method,
                options={} if defaults else OFF[method],
            )
            claimed, x = bool(result.success), result.x
        except Stopped:
            continue
        except Exception:  # of the solver: it ended, and claims nothing
            claimed, x = False, x0
        sys.stdout.buffer.write(b"E" + bytes([claimed]) + np.asarray(x, dtype="<f8").tobytes())
        sys.stdout.buffer.flush()


main(sys.argv[1])
