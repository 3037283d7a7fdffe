"""The yardstick of the bench mode 'complexity': numpy on whatever BLAS it is linked with, in the matrix products that the definitions are written in.

    complexity.py FILE COUNTRIES PRODUCTS STEPS
FILE holds countries x products doubles, row by row. For each line it reads it computes everything once and answers
    seconds processor-seconds eci[0] pci[0] sum-of-density coi[0] sum-of-cog fitness[0]
"""
import sys
import time

import numpy as np

path, countries, products, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
exports = np.fromfile(path).reshape(countries, products)


def compute():
    shares = exports / exports.sum(1)[:, None]
    made = (shares / (exports.sum(0) / exports.sum()) >= 1).astype(float)
    diversity, ubiquity = made.sum(1), made.sum(0)
    half = made / np.sqrt(diversity)[:, None]
    _, vectors = np.linalg.eigh((half / ubiquity) @ half.T)
    kp = made.T @ (vectors[:, -2] / np.sqrt(diversity)) / ubiquity
    kc = made @ kp / diversity
    sign = np.sign(np.corrcoef(diversity, kc)[0, 1])
    eci, pci = sign * (kc - kc.mean()) / kc.std(), sign * (kp - kc.mean()) / kc.std()
    proximity = made.T @ made / np.maximum.outer(ubiquity, ubiquity)
    near = proximity.sum(0)
    density = made @ proximity / near
    absent = 1 - made
    coi = (absent * density) @ pci
    cog = ((absent * (pci / near)) @ proximity) * absent
    fitness, quality = np.ones(countries), np.ones(products)
    for _ in range(steps):
        fitness, quality = made @ quality, 1 / (made.T @ (1 / fitness))
        fitness, quality = fitness / fitness.mean(), quality / quality.mean()
    return eci[0], pci[0], density.sum(), coi[0], cog.sum(), fitness[0]


print(f"numpy {np.__version__}", flush=True)
for _ in sys.stdin:
    wall, cpu = time.perf_counter(), time.process_time()
    figures = compute()
    print(time.perf_counter() - wall, time.process_time() - cpu, *(repr(float(f)) for f in figures), flush=True)
