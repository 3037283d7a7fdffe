"""The yardstick of the bench mode 'inventory': the loop of adaptive regional input-output in numpy, orders kept as a matrix, written in place.

    inventory.py FOLDER REGIONS PRODUCTS DAYS
FOLDER holds flows.bin (sectors x sectors, money a day), final.bin and value_added.bin (a day, by sector), and damage.bin (capital that
is destroyed, by sector). Products 0 and 1 build it again, with shares of 0.6 and 0.4. It answers with
    seconds processor-seconds peak-MiB loss-of-value-added
"""
import resource
import sys
import time

import numpy as np

COVER, PSI, RESTORE, MOST, TAU, CAPITAL, BUILD, START = 90.0, 0.8, 60.0, 1.25, 365.0, 4.0, 60.0, 5
BUILDERS, SHARES = [0, 1], [0.6, 0.4]

folder, regions, products, days = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
n = regions * products
flows = np.fromfile(folder + "/flows.bin").reshape(n, n)
final = np.fromfile(folder + "/final.bin")
value_added = np.fromfile(folder + "/value_added.bin")
damage = np.fromfile(folder + "/damage.bin")

wall, cpu = time.perf_counter(), time.process_time()
output = flows.sum(1) + final
use = flows.reshape(regions, products, n).sum(0)
counts = use > 1e-5 * output
hit = np.flatnonzero(damage)
left = np.empty((len(hit), len(BUILDERS), regions))
for b, product in enumerate(BUILDERS):
    sold = flows[product::products, hit].T
    left[:, b] = damage[hit, None] * SHARES[b] * sold / sold.sum(1)[:, None]
builders = np.array([[r * products + p for r in range(regions)] for p in BUILDERS])

orders = flows.copy()
moved = np.empty_like(flows)
stock = COVER * use
made = output.copy()
stretch = np.ones(n)
missing = damage.copy()
lost = 0.0
for day in range(days):
    demand = orders.sum(1) + final
    if day >= START:
        np.add.at(demand, builders, left.sum(0) / BUILD)
    share = np.minimum(1, missing / (CAPITAL * 365 * value_added)) if day >= START else 0
    if day >= 1:
        scarcity = (demand - made) / demand
        stretch = np.maximum(1, stretch + np.where(scarcity > 0, (MOST - stretch) * scarcity, 1 - stretch) / TAU)
    capacity = stretch * output * (1 - share)
    wanted = np.minimum(demand, capacity)
    # what stocks allow
    need = use * (wanted / output)
    with np.errstate(divide="ignore", invalid="ignore"):
        lack = np.maximum(1 - stock / (PSI * COVER * need), 1 - stock / need)
    made = wanted * (1 - np.clip(np.where(counts, lack, 0), 0, 1).max(0))
    served = np.minimum(1, made / demand)
    lost += ((1 - made / output) * value_added).sum()
    if day >= START:
        left -= left / BUILD * served[builders]
        missing[hit] = left.sum((1, 2))
    # goods arrive and are used
    np.multiply(orders, served[:, None], out=moved)
    used = use * (made / output)
    stock += moved.reshape(regions, products, n).sum(0) - used
    np.maximum(stock, 0, out=stock)
    # new orders, split by flow and capacity
    asked = used + np.maximum(0, COVER * need - stock) / RESTORE
    np.multiply(flows, (capacity / output)[:, None], out=orders)
    weight = orders.reshape(regions, products, n).sum(0)
    orders.reshape(regions, products, n)[:] *= np.divide(asked, weight, out=np.zeros_like(asked), where=weight > 0)
print(
    time.perf_counter() - wall,
    time.process_time() - cpu,
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    lost / (days * value_added.sum()),
    np.__version__,
)
