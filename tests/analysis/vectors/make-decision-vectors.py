"""Writes the vectors for equivalence, power and bounds, independently of the code under test.

python -m venv VENV && VENV/bin/pip install scipy==1.17.1 statsmodels==0.15.0
VENV/bin/python tests/analysis/vectors/make-decision-vectors.py
"""

import json
import pathlib
import sys

import numpy
import scipy
import statsmodels
from scipy import optimize, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.weightstats import DescrStatsW

here = pathlib.Path(__file__).parent
origin = {
    "script": "tests/analysis/vectors/make-decision-vectors.py",
    "python": sys.version.split()[0],
    "scipy": scipy.__version__,
    "statsmodels": statsmodels.__version__,
    "numpy": numpy.__version__,
}


def write(name, call, rows):
    text = json.dumps({"origin": {**origin, "call": call}, "rows": rows}, indent=1)
    (here / f"{name}.json").write_text(text + "\n")


def tango(plus, minus, n, margin):
    """Score test with the restricted estimate found by a numerical search, not by the closed form."""

    def loss(p21):
        p12 = p21 + margin
        rest = 1 - p12 - p21
        cells = ((plus, p12), (minus, p21), (n - plus - minus, rest))
        return -sum(k * numpy.log(max(p, 1e-300)) for k, p in cells if k > 0)

    found = optimize.minimize_scalar(
        loss, bounds=(0, (1 - margin) / 2), method="bounded", options={"xatol": 1e-13}
    ).x
    found = min([0.0, found], key=loss)
    variance = n * (2 * found + margin - margin**2)
    return float(stats.norm.cdf((plus - minus - n * margin) / numpy.sqrt(variance)))


write(
    "tango",
    "restricted likelihood maximised with scipy.optimize.minimize_scalar, then norm.cdf of the score",
    [
        {"plus": p, "minus": m, "n": n, "margin": d, "tail": tango(p, m, n, d)}
        for p, m, n, d in [(1, 0, 100, 0.05), (0, 0, 100, 0.05), (0, 0, 20, 0.05), (8, 7, 100, 0.1), (30, 25, 400, 0.05), (2, 6, 50, 0.1), (5, 5, 500, 0.03)]
    ],
)

rng = numpy.random.default_rng(20261129)
tost = []
for n, scale, shift in [(30, 0.2, 0.0), (80, 0.35, 0.02), (12, 0.1, -0.03)]:
    values = (rng.normal(shift, scale, n)).round(3)
    p = DescrStatsW(values).ttost_mean(-0.05, 0.05)[0]
    tost.append({"suites": [values.tolist()], "margin": 0.05, "p": float(p)})
write("tost", "statsmodels DescrStatsW(values).ttost_mean(-margin, margin)[0]", tost)


def power(n, only_a, only_b):
    """Every outcome (a, b) of the trinomial one by one, with statsmodels' own exact test."""
    total = 0.0
    for a in range(n + 1):
        for b in range(n + 1 - a):
            if a + b == 0 or mcnemar([[0, a], [b, 0]], exact=True).pvalue > 0.05:
                continue
            total += stats.multinomial.pmf([a, b, n - a - b], n, [only_a, only_b, 1 - only_a - only_b])
    return float(total)


write(
    "mcnemar-power",
    "sum of scipy multinomial.pmf over all outcomes that statsmodels mcnemar(exact=True) rejects",
    [
        {"n": n, "onlyA": a, "onlyB": b, "power": power(n, a, b)}
        for n, a, b in [(20, 0.4, 0.1), (50, 0.25, 0.1), (60, 0.1, 0.1), (6, 0.963, 0.0), (90, 0.2, 0.08)]
    ],
)


def clustered(suites):
    """Clustered (CR1) standard error of the mean of suite means, by statsmodels' own regression."""
    import statsmodels.api as sm

    variance = 0.0
    for values in suites:
        x = numpy.repeat(numpy.array(values), 3)
        groups = numpy.repeat(numpy.arange(len(values)), 3)
        fit = sm.OLS(x, numpy.ones_like(x)).fit(
            cov_type="cluster", cov_kwds={"groups": groups, "use_correction": False}
        )
        variance += float(fit.bse[0]) ** 2 * len(values) / (len(values) - 1)
    return float(numpy.sqrt(variance)) / len(suites)


write(
    "clustered-error",
    "statsmodels OLS on a constant, each case three times, cov_type='cluster', times G/(G-1)",
    [
        {"suites": s, "error": clustered(s)}
        for s in [
            [[1, 0, 1, 1 / 3, 2 / 3, 0, 1]],
            [[1, 0, 0.5, 1, 1], [0, 0, 1, 0.25, 0.5, 1, 1, 0]],
        ]
    ],
)

pairs = [[[1, 0.7], [0, 0.4], [1, 0.9], [0, 0.5], [1, 0.6]], [[0, 3], [0.5, 1], [1, 2], [0.25, 8]]]
write(
    "correlation",
    "scipy.stats.pearsonr",
    [{"pairs": p, "value": float(stats.pearsonr(*zip(*p)).statistic)} for p in pairs],
)
