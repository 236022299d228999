"""Writes the vectors beside this file with scipy and statsmodels, which the project itself never uses.

python -m venv VENV && VENV/bin/pip install scipy==1.17.1 statsmodels==0.15.0
VENV/bin/python tests/analysis/vectors/make-vectors.py
"""

import itertools
import json
import pathlib
import sys

import numpy
import scipy
import statsmodels
from scipy import special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

here = pathlib.Path(__file__).parent
origin = {
    "script": "tests/analysis/vectors/make-vectors.py",
    "python": sys.version.split()[0],
    "scipy": scipy.__version__,
    "statsmodels": statsmodels.__version__,
    "numpy": numpy.__version__,
}


def write(name, call, rows):
    text = json.dumps({"origin": {**origin, "call": call}, "rows": rows}, indent=1)
    (here / f"{name}.json").write_text(text + "\n")


counts = [(0, 1), (1, 1), (0, 20), (20, 20), (8, 10), (24, 30), (80, 100), (1, 50), (499, 1000)]

write(
    "wilson",
    "statsmodels proportion_confint(passed, n, alpha=0.05, method='wilson')",
    [
        dict(zip(("passed", "n", "low", "high"), (k, n, *map(float, proportion_confint(k, n, 0.05, "wilson")))))
        for k, n in counts
    ],
)
write(
    "clopper-pearson-upper",
    "scipy binomtest(seen, n).proportion_ci(method='exact') one-sided: beta.ppf(0.95, seen + 1, n - seen)",
    [
        {
            "seen": k,
            "n": n,
            "upper": float(
                stats.binomtest(k, n, alternative="less").proportion_ci(0.95, "exact").high
            ),
        }
        for k, n in [(0, 1), (0, 10), (0, 50), (0, 100), (1, 50), (5, 12), (12, 12), (3, 1000)]
    ],
)
write(
    "mcnemar",
    "statsmodels mcnemar([[0, a], [b, 0]], exact=True).pvalue",
    [
        {"aOnly": a, "bOnly": b, "p": float(mcnemar([[0, a], [b, 0]], exact=True).pvalue)}
        for a, b in [(0, 0), (1, 0), (0, 6), (10, 2), (8, 1), (15, 5), (5, 5), (8, 4), (40, 17), (300, 250), (600, 0)]
    ],
)
generator = numpy.random.default_rng(20261101)
families = [[0.01, 0.04, 0.03], [0.5], [0.02, 0.02, 0.02], [1.0, 0.0001, 0.6, 0.0001]] + [
    [float(p) for p in generator.random(8).round(4) ** 3]
]
write(
    "holm",
    "statsmodels multipletests(p, method='holm')[1]",
    [{"p": p, "adjusted": [float(x) for x in multipletests(p, method="holm")[1]]} for p in families],
)


def enumerated(suites):
    """All assignments of signs, one by one: independent of the convolution that is tested."""
    weighted = numpy.concatenate([numpy.array(s) / len(s) for s in suites])
    observed = abs(weighted.sum())
    signs = numpy.array(list(itertools.product((1, -1), repeat=len(weighted))))
    return float(numpy.mean(numpy.abs(signs @ weighted) >= observed - 1e-12))


def scipy_permutation(suites):
    (values,) = suites
    test = stats.permutation_test(
        (numpy.array(values),), lambda x, axis: x.mean(axis), permutation_type="samples",
        vectorized=True, n_resamples=numpy.inf, alternative="two-sided",
    )
    return float(test.pvalue)


single = [
    [1, 1, 0, -1, 1, 1, 0, 0, 1, -1, 1, 1],
    [1 / 3, 2 / 3, -1 / 3, 0, 1, 1 / 3, -2 / 3, 1 / 3, 1, 0.5],
    [0.25, -0.5, 0.75, 0.2, -0.4, 1, 0.6, 0.8],
    [0, 0, 0, 0],
]
pooled = [
    [[1]],
    [[1, 1, 0, -1, 1], [1, 0, 1, 1, 1, -1, 1]],
    [[1 / 3, 1, -1 / 3], [1, 1, 0, 2 / 3], [0, 1, 1, -1, 1 / 3]],
]
write(
    "sign-flip",
    "scipy permutation_test(permutation_type='samples', n_resamples=inf) for one suite; all signs enumerated for the others",
    [{"suites": [s], "p": scipy_permutation([s])} for s in single]
    + [{"suites": s, "p": enumerated(s)} for s in pooled],
)
write(
    "special-functions",
    "scipy.special gammaln, betainc, gammainc, gammaincc",
    {
        "logGamma": [{"x": x, "value": float(special.gammaln(x))} for x in (0.1, 0.5, 1, 2.5, 10, 123.4, 5000)],
        "incompleteBeta": [
            {"x": x, "a": a, "b": b, "value": float(special.betainc(a, b, x))}
            for x, a, b in [(0.5, 10, 3), (0.001, 0.5, 0.5), (0.9, 2, 8), (0.3, 300, 700), (0.5, 1200, 1100), (0.02, 1, 100)]
        ],
        "incompleteGamma": [
            {"a": a, "x": x, "value": float(special.gammainc(a, x)), "tail": float(special.gammaincc(a, x))}
            for a, x in [(0.5, 0.1), (0.5, 2), (0.5, 18), (3, 3), (100, 80), (1000, 1100), (12.5, 30)]
        ],
    },
)
write(
    "distributions",
    "scipy.stats norm.cdf, norm.ppf, t.ppf, beta.ppf, gamma.ppf",
    {
        "normalCdf": [{"z": z, "value": float(stats.norm.cdf(z))} for z in (-8, -2.5, -1, 0, 0.3, 1.959964, 4)],
        "normalQuantile": [{"p": p, "value": float(stats.norm.ppf(p))} for p in (1e-6, 0.025, 0.5, 0.8, 0.975)],
        "studentQuantile": [
            {"p": p, "degrees": d, "value": float(stats.t.ppf(p, d))}
            for p, d in [(0.975, 1), (0.975, 9), (0.975, 13.7), (0.9, 40), (0.975, 1000)]
        ],
        "betaQuantile": [
            {"p": p, "a": a, "b": b, "value": float(stats.beta.ppf(p, a, b))}
            for p, a, b in [(0.95, 1, 50), (0.95, 2, 49), (0.5, 3, 3), (0.025, 12, 400)]
        ],
        "gammaQuantile": [
            {"p": p, "a": a, "value": float(stats.gamma.ppf(p, a))}
            for p, a in [(0.025, 3), (0.975, 1), (0.975, 13), (0.025, 42.5), (0.975, 500)]
        ],
    },
)

samples = [
    {"values": [0, 1 / 3, 2 / 3, 1, 1, 1, 2 / 3, 1, 0, 1 / 3, 1, 1, 1, 2 / 3], "corrected": True},
    {"values": [1, 1, 0, -1, 1, 0, 0, 1, 0, 0, 1, -1, 1, 0, 1], "corrected": False},
]


def expanded(values, corrected, draws=2_000_000):
    """The definition written anew: t-expanded percentiles, with BCa shift where asked for."""
    x = numpy.array(values)
    n = len(x)
    rng = numpy.random.default_rng(7)
    means = numpy.concatenate([x[rng.integers(0, n, (draws // 20, n))].mean(1) for _ in range(20)])
    z = numpy.sqrt(n / (n - 1)) * stats.t.ppf(0.975, n - 1)
    bias = acceleration = 0.0
    if corrected:
        ties = numpy.isclose(means, x.mean(), atol=1e-12)
        bias = stats.norm.ppf(((means < x.mean()) & ~ties).mean() + ties.mean() / 2)
        jack = numpy.array([numpy.delete(x, i).mean() for i in range(n)])
        d = jack.mean() - jack
        acceleration = (d**3).sum() / (6 * (d**2).sum() ** 1.5)
    at = [stats.norm.cdf(bias + (bias + e) / (1 - acceleration * (bias + e))) for e in (-z, z)]
    return [float(v) for v in numpy.quantile(means, at)]


write(
    "bootstrap",
    "2 000 000 resamples with numpy; percentiles by the formulas, acceleration by the jackknife",
    [{**s, "low": low, "high": high} for s in samples for low, high in [expanded(**s)]],
)
