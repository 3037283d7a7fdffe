"""Computes the vectors of this folder with numpy, from the published tables and not from Rootscope:
    python3 make_vectors.py DATA_FOLDER
DATA_FOLDER holds china_io_nbs and us_bea_detail."""
import csv
import os
import sys

import numpy as np

data = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))


def write(name, header, rows):
    with open(os.path.join(here, name), "w", newline="\n") as f:
        f.write(",".join(header) + "\n")
        for row in rows:
            f.write(",".join(c if isinstance(c, str) else repr(float(c)) for c in row) + "\n")


def usa():
    """Output multipliers of usa-2017, all inputs counted, under the industry-technology assumption."""
    def read(name):
        rows = list(csv.reader(open(os.path.join(data, "us_bea_detail", name))))
        cells = [[float(c) if c not in ("", "NA") else 0.0 for c in r[1:]] for r in rows[1:]]
        return [r[0] for r in rows[1:]], rows[0][1:], np.array(cells)

    use_rows, use_columns, use = read("Detail_Use_2017_PRO_BeforeRedef.csv")
    industries, make_columns, make = read("Detail_Make_2017_BeforeRedef.csv")
    industries = industries[:402]
    commodities = [c for c in make_columns if c not in ("S00300", "S00401", "S00402", "S00900", "T008")]
    v = make[:402][:, [make_columns.index(c) for c in commodities]]
    u = use[[use_rows.index(c) for c in commodities]][:, [use_columns.index(i) for i in industries]]
    z = u @ (v / v.sum(1)[:, None])
    a = z / v.sum(0)
    m = np.linalg.inv(np.eye(len(commodities)) - a).sum(0)
    write("usa-2017-output-multiplier-total.csv", ["code", "value"], zip(commodities, m))


def china():
    """Losses and first-order elasticities of china-2020, balanced trade, own use net, elasticities 0.5, 0.1, 0.76, 0.9, half of all supply cut."""
    rows = list(csv.reader(open(os.path.join(data, "china_io_nbs", "china_2020_153.csv"))))
    n = 153
    column = {c: i for i, c in enumerate(rows[0])}
    codes = [r[0] for r in rows[1:n + 1]]
    t = np.array([[float(c) for c in r[3:]] for r in rows[1:n + 1]])
    get = lambda name: t[:, column[name] - 3]
    z, ex, im, go = t[:, :n].copy(), get("EX"), get("IM"), get("GO")
    f = np.maximum(0, get("TC") + get("GCF"))
    m = im / (go + im - ex)
    own = np.diag(z).copy()
    va = go - z.sum(0)
    np.fill_diagonal(z, 0)
    paid_abroad = m * own
    inputs = z.sum(0) + paid_abroad
    beta, g, abroad = va / (inputs + va), z / inputs, paid_abroad / inputs
    alpha, eta = f / f.sum(), ex / ex.sum()
    eps, theta, xi, sigma = 0.5, 0.1, 0.76, 0.9

    def log_spending(product, fall):
        a, dearer, p = np.ones(n), np.ones(n), np.ones(n)
        a[product], dearer[product] = np.exp(-fall), np.exp(fall)
        for _ in range(20000):
            basket = eta @ p
            imported = basket * dearer
            price = ((1 - m) * p ** (1 - xi) + m * imported ** (1 - xi)) ** (1 / (1 - xi))
            bundle = (g.T @ price ** (1 - theta) + abroad * basket ** (1 - theta)) ** (1 / (1 - theta))
            new = (beta + (1 - beta) * bundle ** (1 - eps)) ** (1 / (1 - eps)) / a
            change = np.abs(np.log(new / p)).max()
            p = new
            if change < 1e-14:
                break
        return -np.log(alpha @ price ** (1 - sigma)) / (1 - sigma)

    h = 1e-4
    result = []
    for k in range(n):
        elasticity = (log_spending(k, -h) - log_spending(k, h)) / (2 * h)
        result.append((codes[k], elasticity, 1 - np.exp(log_spending(k, np.log(2)))))
    write("china-2020-roots-balanced-net.csv", ["code", "elasticity", "loss"], result)


usa()
china()
