"""Computes cuts in quantity on china-2020 with numpy, from the published table and not from Rootscope:
    python3 quantity_cuts.py DATA_FOLDER
DATA_FOLDER holds china_io_nbs. Prices are levels, the scarcity is a mark-up found by halving, outputs are solved densely, and households'
income counts the rent: none of it as Rootscope does it. Elasticities by product are those of the implicitly additive index of Hanoch (1975)."""
import csv
import os
import sys

import numpy as np

data = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
rows = list(csv.reader(open(os.path.join(data, "china_io_nbs", "china_2020_153.csv"))))
n = 153
column = {c: i for i, c in enumerate(rows[0])}
codes = [r[0] for r in rows[1:n + 1]]
t = np.array([[float(c) for c in r[3:]] for r in rows[1:n + 1]])
z, ex, im, go = t[:, :n].copy(), t[:, column["EX"] - 3], t[:, column["IM"] - 3], t[:, column["GO"] - 3]
f = np.maximum(0, t[:, column["TC"] - 3] + t[:, column["GCF"] - 3])
m = im / (go + im - ex)
own = np.diag(z).copy()
va = go - z.sum(0)
np.fill_diagonal(z, 0)
abroad = m * own
inputs = z.sum(0) + abroad
cost0 = inputs + va
beta, g, h = va / cost0, z / inputs, abroad / inputs
alpha, eta = f / f.sum(), ex / ex.sum()

# Negative final use is set to 0, so the base of the model is solved again.
a0 = z / cost0
x0 = np.linalg.solve(np.eye(n) - (1 - m)[:, None] * a0, (1 - m) * f + ex)
labour = (va / cost0) @ x0
balance = ex.sum() - m @ (a0 @ x0 + f) - (abroad / cost0) @ x0
eps, xi = 0.5, 0.76


def index(weights, extra, prices, extra_price, b, b_extra):
    """Log prices of bundles: sum of w ((p/c)^b - 1)/b over inputs is 0. Columns are buyers. Returns c and the sum of w (p/c)^b."""
    logp, logx = np.log(prices)[:, None], np.log(extra_price)
    c = (weights * logp).sum(0) + extra * logx
    power = lambda l, e: np.where(e == 0, l, np.expm1(e * l) / np.where(e == 0, 1, e))
    for _ in range(200):
        value = (weights * power(logp - c, b[:, None])).sum(0) + extra * power(logx - c, b_extra)
        slope = (weights * np.exp(b[:, None] * (logp - c))).sum(0) + extra * np.exp(b_extra * (logx - c))
        c = c + np.clip(value / slope, -1, 1)
        if np.abs(value / slope).max() < 1e-15:
            break
    return c, (weights * np.exp(b[:, None] * (logp - c))).sum(0) + extra * np.exp(b_extra * (logx - c))


class Economy:
    def __init__(self, theta, theta_general, sigma, balanced):
        self.theta, self.general, self.sigma, self.balanced = theta, theta_general, sigma, balanced
        self.base = self.state(0, 1.0, 1.0)

    def state(self, k, home_markup, import_markup):
        """Everything at given mark-ups on home output and imports of product k."""
        p, b, bx = np.ones(n), 1 - self.theta, 1 - self.general
        on_home, on_imports = np.ones(n), np.ones(n)
        on_home[k], on_imports[k] = home_markup, import_markup
        for _ in range(3000):
            basket = eta @ p if self.balanced else 1.0
            q = basket * on_imports
            price = ((1 - m) * p ** (1 - xi) + m * q ** (1 - xi)) ** (1 / (1 - xi))
            c, d = index(g, h, price, basket, b, bx)
            bundle = np.exp(c)
            unit = (beta + (1 - beta) * bundle ** (1 - eps)) ** (1 / (1 - eps))
            new = unit * on_home
            change = np.abs(np.log(new / p)).max()
            p = new
            if change < 1e-14:
                break
        cf, df = index(alpha[:, None], np.zeros(1), price, 1.0, 1 - self.sigma, 0.0)
        final = f.sum() * alpha * (price / np.exp(cf)) ** (-self.sigma) / df  # per unit of real final spending
        per_unit = (1 - beta) * (unit / bundle) ** eps
        a = g * (price[:, None] / bundle) ** (-self.theta[:, None]) / d * per_unit
        a_abroad = h * (basket / bundle) ** (-self.general) / d * per_unit
        home, abroad_ratio = (1 - m) * (price / p) ** xi, m * (price / q) ** xi
        work = beta * unit ** eps
        # Exports by volume v: x = home (a x + final R) + ex v;  v = 1, or imports + the base balance at the basket's price.
        system = np.eye(n) - home[:, None] * a
        if self.balanced:
            imports_of_x = abroad_ratio @ a + a_abroad
            system = system - np.outer(ex / ex.sum(), imports_of_x)
        else:
            imports_of_x = None
        given = ex * (balance / ex.sum() if self.balanced else 1.0)
        by_final = home * final + (ex / ex.sum() * (abroad_ratio @ final) if self.balanced else 0)
        x_final, x_given = np.linalg.solve(system, np.stack([by_final, given], 1)).T
        # Income: the factor, the rent and the deficit; foreigners who pay for fixed exports get the rent in them back.
        index_final = np.exp(cf)[0]

        def rent(x, use):
            return (p - unit) @ x + (q - basket) @ (abroad_ratio * use)

        use_final, use_given = a @ x_final + final, a @ x_given
        if self.balanced:
            rent_r, rent_0 = rent(x_final, use_final), rent(x_given, use_given)
            # f.sum() * R * index = labour + rent_r R + rent_0 - balance * basket
            r = (labour + rent_0 - balance * basket) / (f.sum() * index_final - rent_r)
        else:
            r = f.sum() / (f.sum() * index_final - rent(x_final, use_final))
        x = r * x_final + x_given
        use = a @ x + r * final
        return r, x[k], (abroad_ratio * use)[k]


def quantity_cut(economy, k, scope, share):
    def supply(state):
        return {"all": state[1] + state[2], "domestic": state[1], "imported": state[2]}[scope]

    def at(markup):
        return economy.state(k, markup if scope != "imported" else 1.0, markup if scope != "domestic" else 1.0)

    goal = (1 - share) * supply(economy.state(k, 1.0, 1.0))
    low, high = 0.0, 1.0
    while supply(at(np.exp(high))) > goal:
        low, high = high, 2 * high
        if high > 24:
            return None
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if supply(at(np.exp(middle))) > goal else (low, middle)
    return 1 - at(np.exp(high))[0] / economy.base[0]


flat = (np.full(n, 0.1), 0.1, np.full(n, 0.9))
graded = np.array([0.05, 0.25, 0.75, 1.0, 2.0])[np.arange(n) % 5]
by_product = (graded, 0.1, graded)
result = []
for name, (theta, general, sigma) in (("flat", flat), ("by-product", by_product)):
    for closure in ("balanced", "factor"):
        economy = Economy(theta, general, sigma, closure == "balanced")
        for scope in ("all", "domestic", "imported"):
            for code in ("007", "050", "078", "087", "100"):
                loss = quantity_cut(economy, codes.index(code), scope, 0.3)
                result.append((name, closure, scope, code, "" if loss is None else repr(float(loss))))
                print(*result[-1], flush=True)
with open(os.path.join(here, "china-2020-quantity-cuts.csv"), "w", newline="\n") as out:
    out.write("elasticities,trade,supply,code,loss\n")
    out.writelines(",".join(r) + "\n" for r in result)
