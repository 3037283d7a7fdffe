"""The yardstick of the mode 'world': the algorithm of Caliendo and Parro (2015) in numpy, one dense solve for spending an iteration.

Written from the paper (section 3 and its appendix), not from anyone's program. Reads commands, one a line, and answers each with one line:
    version            -> versions of numpy and of the BLAS it has loaded
    prepare FOLDER OUT -> reads the replication data, writes the prepared economy to OUT as doubles, answers 'ok'
    baseline           -> closes the deficits; seconds of wall and of processor, iterations
    nafta              -> NAFTA's tariffs on that baseline; the same, then real wages of MEX, CAN and USA in percent
"""
import os
import sys
import time

import numpy as np

COUNTRIES = ("ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW").split()
R, N, TRADABLES = 31, 40, 20
TOLERANCE = 1e-9
STEP = 0.3


def read(folder, name, shape):
    return np.array(open(os.path.join(folder, name), encoding="utf-8").read().split(), dtype=float).reshape(shape)


def tariffs(folder, name):
    all_sectors = np.zeros((N, R, R))
    all_sectors[:TRADABLES] = read(folder, name, (TRADABLES, R, R)) / 100
    return all_sectors


class Economy:
    """Trade shares pi [j, buyer, origin], tariffs, input shares gamma [n, k, j], value-added shares beta [n, k], final shares alpha [n, j]."""

    def __init__(self, pi, tau, gamma, beta, alpha, value_added, deficit, theta):
        self.pi, self.tau, self.gamma, self.beta, self.alpha = pi, tau, gamma, beta, alpha
        self.value_added, self.deficit, self.theta = value_added, deficit, theta

    @classmethod
    def read(cls, folder):
        beta = read(folder, "B.txt", (N, R)).T
        gross = read(folder, "GO.txt", (N, R))
        io = read(folder, "IO.txt", (R, N, N))
        trade = np.zeros((N, R, R))
        trade[:TRADABLES] = read(folder, "xbilat1993.txt", (TRADABLES, R, R)) * 1000
        tau = tariffs(folder, "tariffs1993.txt")
        exports, imports = trade.sum(axis=1), trade.sum(axis=2)
        output = np.maximum(gross, exports)
        for n in range(R):
            trade[:, n, n] = output[:, n] - exports[:, n]
        value = trade * (1 + tau)
        spending = value.sum(axis=2)
        pi = value / spending[:, :, None]
        column = io.sum(axis=1)
        gamma = np.where(column[:, :, None] > 0, io.transpose(0, 2, 1) / np.where(column > 0, column, 1)[:, :, None], 0)
        value_added = (beta * output.T).sum(axis=1)
        inputs = np.einsum("nkj,nk->nj", gamma, (1 - beta) * output.T)
        final = np.maximum(0, spending.T - inputs)
        alpha = final / final.sum(axis=1, keepdims=True)
        theta = np.concatenate([read(folder, "T.txt", (TRADABLES,)), np.full(N - TRADABLES, 8.22)])
        return cls(pi, tau, gamma, beta, alpha, value_added, (imports - exports).sum(axis=0), theta)

    def solve(self, tau, deficit):
        """The equilibrium under new tariffs and deficits: wages, final prices, and the economy as a new base."""
        kappa = (1 + tau) / (1 + self.tau)
        log_price, wage = np.zeros((R, N)), np.ones(R)
        world = self.value_added.sum()
        for iteration in range(1, 10_000):
            for _ in range(10_000):
                log_cost = self.beta * np.log(wage)[:, None] + (1 - self.beta) * np.einsum("nkj,nj->nk", self.gamma, log_price)
                power = (kappa * np.exp(log_cost.T)[:, None, :]) ** -self.theta[:, None, None]
                weights = self.pi * power
                total = weights.sum(axis=2)
                new = (-np.log(total) / self.theta[:, None]).T
                change = np.abs(new - log_price).max()
                log_price = new
                if change <= 1e-11:
                    break
            pi = weights / total[:, :, None]
            before = pi / (1 + tau)
            income = wage * self.value_added + deficit
            spending = self.spending(before, income)
            sales = np.einsum("jni,nj->ij", before, spending)
            paid = (self.beta * sales).sum(axis=1)
            excess = (paid - wage * self.value_added) / world
            if np.abs(excess).max() <= TOLERANCE:
                break
            wage = wage * (1 + STEP * (paid / (wage * self.value_added) - 1))
            wage *= world / (wage * self.value_added).sum()
        price = np.exp((self.alpha * log_price).sum(axis=1))
        after = Economy(pi, tau, self.gamma, self.beta, self.alpha, wage * self.value_added, deficit, self.theta)
        return after, wage / price - 1, iteration

    def spending(self, before, income):
        """Spending [n, j] from one dense system over all countries and sectors."""
        system = np.zeros((R, N, R, N))
        for k in range(N):
            # Sales of k by i to m need inputs of i.
            system[:, :, :, k] -= np.einsum("mi,ij->ijm", before[k], self.gamma[:, k, :] * (1 - self.beta[:, k])[:, None])
        revenue = 1 - before.sum(axis=2)
        for n in range(R):
            system[n, :, n, :] -= np.outer(self.alpha[n], revenue[:, n])
        system = system.reshape(R * N, R * N)
        system[np.diag_indices(R * N)] += 1
        return np.linalg.solve(system, (self.alpha * income[:, None]).ravel()).reshape(R, N)


def blas():
    try:
        with open("/proc/self/maps", encoding="utf-8") as maps:
            names = {line.split("/")[-1].strip() for line in maps if "blas" in line.lower()}
        return ", ".join(sorted(names)) or "unknown BLAS"
    except OSError:
        return "unknown BLAS"


folder, economy, baseline = "", None, None
for line in sys.stdin:
    words = line.split()
    if words[0] == "version":
        np.dot(np.ones((64, 64)), np.ones((64, 64)))
        print(f"numpy {np.__version__} on {blas()}", flush=True)
    elif words[0] == "prepare":
        folder = words[1]
        economy = Economy.read(folder)
        new = economy.tau.copy()
        members = [COUNTRIES.index(c) for c in ("CAN", "MEX", "USA")]
        later = tariffs(folder, "tariffs2005.txt")
        for n in members:
            for i in members:
                new[:, n, i] = later[:, n, i]
        parts = (economy.pi, economy.tau, economy.gamma, economy.beta, economy.alpha, economy.value_added, economy.deficit, 1 + economy.theta, new)
        np.concatenate([p.ravel() for p in parts]).tofile(words[2])
        print("ok", flush=True)
    else:
        wall, processor = time.perf_counter(), time.process_time()
        if words[0] == "baseline":
            baseline, wages, iterations = economy.solve(economy.tau, np.zeros(R))
        else:
            _, wages, iterations = baseline.solve(new, baseline.deficit)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        print(wall, processor, iterations, *[100 * wages[COUNTRIES.index(c)] for c in ("MEX", "CAN", "USA")], flush=True)
