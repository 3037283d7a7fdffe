"""Distortion centralities of china-2020 from the published table and not from Rootscope; wedge 0.1; the standard library alone:
    python3 distortion_centrality.py DATA_FOLDER
DATA_FOLDER holds china_io_nbs. By elimination, where Rootscope sums a series; Domar weights too, where Rootscope takes output."""
import csv
import os
import sys

WEDGE = 0.1
N = 153


def solve(matrix, right):
    """x with matrix x = right, by elimination with the largest pivot of the column."""
    rows = [list(row) + [b] for row, b in zip(matrix, right)]
    n = len(rows)
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(k + 1, n):
            factor = rows[i][k] / rows[k][k]
            if factor:
                for j in range(k, n + 1):
                    rows[i][j] -= factor * rows[k][j]
    x = [0.0] * n
    for k in reversed(range(n)):
        x[k] = (rows[k][n] - sum(rows[k][j] * x[j] for j in range(k + 1, n))) / rows[k][k]
    return x


here = os.path.dirname(os.path.abspath(__file__))
table = list(csv.reader(open(os.path.join(sys.argv[1], "china_io_nbs", "china_2020_153.csv"))))
column = {c: i for i, c in enumerate(table[0])}
codes = [r[0] for r in table[1:N + 1]]
get = lambda name: [float(r[column[name]]) for r in table[1:N + 1]]
z = [[float(c) for c in r[3:N + 3]] for r in table[1:N + 1]]
ex, im, go = get("EX"), get("IM"), get("GO")
share = [min(1, max(0, m / (x + m - e))) for m, x, e in zip(im, go, ex)]
# Shares of a buyer's revenue spent on each domestic product; a row sells, so that a column here is a row of Liu's matrix.
spent = [[(1 - share[i]) * z[i][j] / go[j] for j in range(N)] for i in range(N)]
final = [go[i] - sum(spent[i][j] * go[j] for j in range(N)) for i in range(N)]
beta = [f / sum(final) for f in final]
less = lambda scale: [[(i == j) - scale * spent[i][j] for j in range(N)] for i in range(N)]
influence, domar = solve(less(1 + WEDGE), beta), solve(less(1), beta)
ratio = [m / d for m, d in zip(influence, domar)]
added = [go[j] - sum(z[i][j] for i in range(N)) for j in range(N)]
mean = sum(a * r for a, r in zip(added, ratio)) / sum(added)
with open(os.path.join(here, "china-2020-distortion-centrality.csv"), "w", newline="\n") as f:
    f.write("code,value\n")
    for code, r in zip(codes, ratio):
        f.write(f"{code},{r / mean!r}\n")
