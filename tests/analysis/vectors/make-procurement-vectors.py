"""Vectors for tests/analysis/procurement, worked out without Amtsprobe: plain fractions, the award
formulas of the procurement handbook (section 4) and its worked example (section 5), and exact binomial
tails by bisection. Run: python3 make-procurement-vectors.py > procurement.json"""

import json
import random
from fractions import Fraction as F
from math import comb
from statistics import median

GP = [20, 25, 15, 20, 20]
BP = {"A": [8, 6, 7, 9, 7], "B": [7, 8, 6, 8, 8], "C": [9, 9, 8, 9, 9], "D": [5, 5, 5, 6, 4]}
P = {"A": 120_000, "B": 125_000, "C": 165_000, "D": 70_000}
admitted = ["A", "B", "C"]

L = {m: sum(g * b for g, b in zip(GP, points)) for m, points in BP.items()}
Z = {m: F(L[m], P[m]) * 10_000 for m in BP}
z_max = max(Z[m] for m in admitted)


def weighted(gl, l_ref, p_ref):
    return {m: gl * F(L[m]) / l_ref - (1 - gl) * F(P[m]) / p_ref for m in admitted}


def ufab(price, performance, l_ref):
    cheapest = min(P[m] for m in admitted)
    return {m: F(price * cheapest, P[m]) + F(performance * L[m], l_ref) for m in admitted}


def winner(figures):
    return max(figures, key=figures.get)


def tail(seen, n, p):
    """P(X <= seen) for X ~ Bin(n, p)."""
    return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(seen + 1))


def upper(seen, n):
    if seen >= n:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if tail(seen, n, middle) > 0.05 else (low, middle)
    return low


def floats(figures):
    return {m: float(value) for m, value in figures.items()}


def recalculations(draws=40_000, seed=20261129):
    """The worked example as a run: ten cases a task, the first BP of them passed. Whole cases are drawn,
    the same for all models; deviations are widened by sqrt(n/(n-1)) and t(0.975; 9)/z(0.975)."""
    widening = (10 / 9) ** 0.5 * 2.2621571627982 / 1.9599639845401
    source = random.Random(seed)
    points, first = {m: [] for m in admitted}, {m: 0 for m in admitted}
    for _ in range(draws):
        total = {m: 0.0 for m in admitted}
        for task, weight in enumerate(GP):
            cases = [source.randrange(10) for _ in range(10)]
            for m in admitted:
                centre = BP[m][task] / 10
                share = sum(case < BP[m][task] for case in cases) / 10
                moved = min(1.0, max(0.0, centre + (share - centre) * widening))
                total[m] += weight * int(moved * 1000 + 0.5 + 1e-9) / 100
        z = {m: total[m] / P[m] for m in admitted}
        best = max(z.values())
        front = [m for m in admitted if abs(z[m] - best) <= 1e-12 * best]
        for m in admitted:
            points[m].append(total[m])
            first[m] += (m in front) / len(front)
    ends = {}
    differences = [a - b for a, b in zip(points["A"], points["B"])]
    for name, values in [*points.items(), ("A-B", differences)]:
        ordered = sorted(values)
        ends[name] = [ordered[int(draws * 0.025)], ordered[int(draws * 0.975)]]
    return {"ends": ends, "first": {m: count / draws for m, count in first.items()}}


median_l, median_p = median(L[m] for m in admitted), median(P[m] for m in admitted)
methods = {
    "einfach": {m: Z[m] for m in admitted},
    "median 50/50": weighted(F(1, 2), median_l, median_p),
    "median 70/30": weighted(F(7, 10), median_l, median_p),
    "referenzwert 70/30": weighted(F(7, 10), 800, 130_000),
    "ufab-ii beste": ufab(30, 70, max(L[m] for m in admitted)),
    "ufab-ii theoretisch": ufab(30, 70, 1000),
}
print(json.dumps({
    "origin": "make-procurement-vectors.py: fractions and exact binomial tails, Python 3, no Amtsprobe code",
    "performance": L,
    "simple": floats(Z),
    "corridorLimits": {"5": float(z_max * F(95, 100)), "10": float(z_max * F(90, 100))},
    "figures": {name: floats(figures) for name, figures in methods.items()},
    "winners": {name: winner(figures) for name, figures in methods.items()},
    "recalculations": recalculations(),
    "upper": [[k, n, upper(k, n)] for k, n in [(0, 50), (0, 100), (1, 50), (0, 10), (3, 60), (5, 30)]],
    "fewest": [[limit, next(n for n in range(1, 10_000) if upper(0, n) <= limit + 1e-12)]
               for limit in (0.05, 0.06, 0.1, 0.2, 0.5, 0.01)],
}, indent=2))
