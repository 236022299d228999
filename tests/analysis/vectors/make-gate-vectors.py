"""Writes the vectors for the gate's rule, independently of the code under test.

python -m venv VENV && VENV/bin/pip install scipy==1.17.1
VENV/bin/python tests/analysis/vectors/make-gate-vectors.py
"""

import json
import math
import pathlib
import sys

import numpy
import scipy
from scipy import optimize, stats

here = pathlib.Path(__file__).parent
origin = {
    "script": "tests/analysis/vectors/make-gate-vectors.py",
    "python": sys.version.split()[0],
    "scipy": scipy.__version__,
    "numpy": numpy.__version__,
}


def write(name, call, rows):
    text = json.dumps({"origin": {**origin, "call": call}, "rows": rows}, indent=1)
    (here / f"{name}.json").write_text(text + "\n")


pairs = [(5, 0), (6, 0), (9, 2), (0, 0), (0, 4), (4, 8), (8, 4), (10, 3), (3, 3), (30, 12), (250, 200), (1, 0)]
write(
    "mcnemar-loss",
    "scipy.stats.binomtest(lost, lost + won, 0.5, alternative='greater')",
    [
        {
            "lost": b,
            "won": c,
            "p": 1.0 if b + c == 0 else float(stats.binomtest(b, b + c, 0.5, alternative="greater").pvalue),
        }
        for b, c in pairs
    ],
)


def power(n, only_a, only_b, alpha):
    """All outcomes (a, b) of n cases that the one-sided test rejects, by their multinomial weight."""
    total = 0.0
    for differing in range(n + 1):
        weight = stats.binom.pmf(differing, n, only_a + only_b)
        if weight < 1e-16:
            continue
        a = numpy.arange(differing + 1)
        rejected = stats.binom.sf(a - 1, differing, 0.5) <= alpha
        total += weight * stats.binom.pmf(a, differing, only_a / (only_a + only_b))[rejected].sum()
    return float(total)


write(
    "mcnemar-loss-power",
    "sum over scipy.stats.binom of all outcomes with binom.sf(a - 1, a + b, 0.5) <= alpha",
    [
        {"n": n, "onlyA": a, "onlyB": b, "alpha": alpha, "power": power(n, a, b, alpha)}
        for n, a, b, alpha in [
            (40, 0.2, 0.05, 0.05),
            (100, 0.25, 0.1, 0.05),
            (100, 0.25, 0.1, 0.0133),
            (200, 0.15, 0.1, 0.04),
            (60, 0.15, 0.15, 0.05),
            (12, 0.5, 0, 0.05),
        ]
    ],
)


def score(plus, minus, n, difference):
    """Score of Tango's test; the restricted likelihood is maximised numerically."""
    same = n - plus - minus
    least, most = max(0.0, -difference), (1 - difference) / 2

    def lost(q):
        p = q + difference
        terms = [(plus, p), (minus, q), (same, 1 - p - q)]
        return -sum(k * math.log(max(share, 1e-300)) for k, share in terms if k > 0)

    q = optimize.minimize_scalar(lost, bounds=(least, most), method="bounded", options={"xatol": 1e-13}).x
    variance = n * (2 * q + difference * (1 - difference))
    return (plus - minus - n * difference) / math.sqrt(max(variance, 1e-300))


def interval(plus, minus, n):
    z = stats.norm.ppf(0.975)
    centre = (plus - minus) / n
    low = optimize.brentq(lambda d: score(plus, minus, n, d) - z, -1 + 1e-6, centre - 1e-6)
    high = optimize.brentq(lambda d: score(plus, minus, n, d) + z, centre + 1e-6, 1 - 1e-6)
    return {"plus": plus, "minus": minus, "n": n, "low": low, "high": high}


write(
    "tango-interval",
    "scipy.optimize.brentq on the score with a likelihood maximised by minimize_scalar",
    [interval(*row) for row in [(5, 1, 40), (9, 2, 100), (3, 3, 20), (20, 5, 60), (1, 4, 30), (30, 25, 200)]],
)


def alarm(flip, before, after, needed):
    return float(stats.binom.pmf(0, before, flip) * stats.binom.sf(needed - 1, after, flip))


rows = []
for before, after, needed in [(1, 3, 2), (3, 3, 2), (10, 3, 2), (10, 5, 4), (6, 6, 4)]:
    worst = optimize.minimize_scalar(
        lambda f: -alarm(f, before, after, needed), bounds=(0, 1), method="bounded", options={"xatol": 1e-12}
    )
    rows.append(
        {
            "before": before,
            "after": after,
            "needed": needed,
            "atTwoPercent": alarm(0.02, before, after, needed),
            "atTenPercent": alarm(0.1, before, after, needed),
            "worst": -float(worst.fun),
            "worstAt": float(worst.x),
        }
    )
write("critical-alarm", "scipy.stats.binom pmf and sf; worst case by minimize_scalar", rows)
