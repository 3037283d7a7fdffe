"""The yardstick of compare-dense: numpy on whatever BLAS it is linked with, timed in its own process.

Reads commands, one a line, and answers each with one line:
    version | product N | inverse N   -> text or seconds
A last line 'peak' answers the process's high-water mark of memory in bytes.
"""
import resource
import sys
import time

import numpy as np


def matrix(n, seed):
    """I - A of a made productive table: positive coefficients, columns that sum to less than 0.8."""
    a = np.random.default_rng(seed).random((n, n))
    a *= -0.8 / a.sum(axis=0)
    a[np.diag_indices(n)] += 1
    return a


def blas():
    try:
        with open("/proc/self/maps", encoding="utf-8") as maps:
            names = {line.split("/")[-1].strip() for line in maps if "blas" in line.lower()}
        return ", ".join(sorted(names)) or "unknown BLAS"
    except OSError:
        return "unknown BLAS"


kept = {}
for line in sys.stdin:
    words = line.split()
    if words[0] == "version":
        np.dot(np.ones((64, 64)), np.ones((64, 64)))
        print(f"numpy {np.__version__} on {blas()}", flush=True)
    elif words[0] == "peak":
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, flush=True)
    else:
        n = int(words[1])
        if (words[0], n) not in kept:
            kept.clear()
            kept[words[0], n] = [matrix(n, seed) for seed in range(2 if words[0] == "product" else 1)]
        operands = kept[words[0], n]
        start = time.perf_counter()
        result = operands[0] @ operands[1] if words[0] == "product" else np.linalg.inv(operands[0])
        print(time.perf_counter() - start, flush=True)
        del result
