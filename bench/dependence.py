"""The yardstick of the dependence benchmark: the three published rules by pandas, on flows that are in memory.

usage: dependence.py RECORDS    (made by Rootscope.Bench; one record a flow)
Prints versions | seconds | number of flagged pairs of importer and product by rule.
"""
import sys
import time

import numpy as np
import pandas as pd

records = np.fromfile(sys.argv[1], dtype=[("t", "i2"), ("k", "i2"), ("i", "i2"), ("j", "i2"), ("v", "f8")])
flows = pd.DataFrame({name: records[name] for name in records.dtype.names})
del records

began = time.perf_counter()


def concentration(frame, key):
    """Sum of squared shares within groups of rows that are one partner each."""
    total = frame.groupby(key)["v"].transform("sum")
    share = frame["v"] / total
    return (share * share).groupby([frame[k] for k in key]).sum()


imports = flows.groupby(["t", "k", "j"])["v"].sum()
hhi = concentration(flows, ["t", "k", "j"])
exports = flows.groupby(["t", "k", "i"])["v"].sum()
world = concentration(exports.reset_index(), ["t", "k"])

table = pd.DataFrame({"m": imports, "hhi": hhi})
table.index.names = ["t", "k", "c"]
exports.index.names = ["t", "k", "c"]
table["x"] = exports.reindex(table.index)
table["ratio"] = np.where(table["x"] > 0, table["m"] / table["x"], np.inf)
table["world"] = world.reindex(pd.MultiIndex.from_arrays([table.index.get_level_values("t"), table.index.get_level_values("k")])).to_numpy()
last = table.xs(2, level="t")
eu = ((last["hhi"] > 0.4) & (last["ratio"] > 1)).sum()
held = ((table["hhi"] > 0.4) & (table["world"] > 0.4) & (table["ratio"] > 1)).groupby(level=["k", "c"]).sum()
geodep = (held >= 2).sum()
merics = (last["ratio"] >= 2).sum()

seconds = time.perf_counter() - began
print(f"pandas {pd.__version__} on numpy {np.__version__}|{seconds}|eu2021 {eu}, geodep {geodep}, merics {merics}")
