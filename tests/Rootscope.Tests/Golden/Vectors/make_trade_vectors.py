"""Computes the sink perspective of Borin and Mancini with numpy, for a table that the program makes itself:
    python3 make_trade_vectors.py
It does so twice, by ways that share nothing but the table, and stops where they differ:
1. The published form (World Bank WPS 8804, sink-based decomposition): with B/s the inverse of the table in which the exports of inputs of s are
   struck out, what s exports to r and never exports again is E/ = Y_sr + A_sr [sum over j other than s of B/s_rj sum over k of Y_jk + B/s_rs Y_ss],
   and DVA = V_s B_ss E/, FVA = sum over t other than s of V_t B_ts E/.
2. By following goods: every unit of a sector's output goes on to a buyer with the probability of its share in sales. A flow of s to r is the last
   one out of s where the unit does not leave s again, the probability of which is a fixed point of the chain; no inverse is formed."""
import os

import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
regions, industries = 4, 3
n = regions * industries
region = np.repeat(np.arange(regions), industries)

# A table without a pattern that could hide a wrong index: a sector without output, one that sells nothing abroad, a negative final use.
z = np.array([[(7 * i * i + 11 * j * j + 3 * i * j + 5) % 23 for j in range(n)] for i in range(n)], float)
z[region[:, None] == region[None, :]] *= 6
y = np.array([[(13 * i + 17 * s + i * s) % 29 + 20 for s in range(regions)] for i in range(n)], float)
y[np.arange(n), region] *= 8
z[5, :] = z[:, 5] = y[5, :] = 0
z[7, region != region[7]] = y[7, np.arange(regions) != region[7]] = 0
y[10, 1] = -4
x = z.sum(1) + y.sum(1)
inverse_output = np.where(x > 0, 1 / np.where(x > 0, x, 1), 0)
a = z * inverse_output
v = np.where(x > 0, 1 - a.sum(0), 0)
assert (v >= 0).all() and np.abs(np.linalg.eigvals(a)).max() < 0.9


def series(matrix, start):
    """start + start M + start M M + ..., summed until nothing is added."""
    total, term = start.copy(), start.copy()
    while np.abs(term).max() > 1e-18 * np.abs(total).max():
        term = term @ matrix
        total = total + term
    return total


def published(s, r):
    own, partner = region == s, region == r
    struck = a.copy()
    struck[np.ix_(own, ~own)] = 0
    b_struck = np.linalg.inv(np.eye(n) - struck)
    demand = np.where(own, y[:, s], y.sum(1))
    last = y[own, r] + a[np.ix_(own, partner)] @ (b_struck[partner] @ demand)
    b = np.linalg.inv(np.eye(n) - a)
    return v[own] @ b[np.ix_(own, own)] @ last, v[~own] @ b[np.ix_(~own, own)] @ last


def followed(s, r):
    own, partner = region == s, region == r
    onward = z * inverse_output[:, None]
    onward[np.ix_(own, ~own)] = 0
    stays = np.where(own, y[:, s], y.sum(1)) * inverse_output
    never_again = stays.copy()
    for _ in range(10000):
        never_again = stays + onward @ never_again
    last = y[own, r] + z[np.ix_(own, partner)] @ never_again[partner]
    return series(a, np.where(own, v, 0))[own] @ last, series(a, np.where(own, 0, v))[own] @ last


rows = []
for s in range(regions):
    for r in range(regions):
        if s != r:
            one, other = published(s, r), followed(s, r)
            assert np.allclose(one, other, rtol=1e-12, atol=0), (s, r, one, other)
            rows.append([f"R{s}", f"R{r}", one[0], one[1]])

with open(os.path.join(here, "borin-mancini-sink.csv"), "w", newline="\n") as f:
    f.write("exporter,importer,domestic_value_added,foreign_value_added\n")
    f.writelines(f"{s},{r},{float(d)!r},{float(e)!r}\n" for s, r, d, e in rows)
with open(os.path.join(here, "borin-mancini-table.csv"), "w", newline="\n") as f:
    f.write(",".join([f"z{j}" for j in range(n)] + [f"y{s}" for s in range(regions)]) + "\n")
    f.writelines(",".join(repr(float(c)) for c in np.concatenate([z[i], y[i]])) + "\n" for i in range(n))
