"""Computes every statistic of a sweep again, with NumPy and SciPy.

    python3 src/test/python/recheck_sweep.py output/sweep

reads run.json and the predictions of each run and compares all numbers of sweep.json with what it
computes from them. Exit code 0: all agree; 1: each difference is named. Needs the Debian packages
python3-numpy and python3-scipy, or the like.
"""

import csv
import itertools
import json
import math
import pathlib
import sys

import numpy as np
from scipy import stats

TOLERANCE = 1e-7


class Recheck:
    """Compares, counts and names what differs."""

    def __init__(self):
        self.compared = 0
        self.different = 0

    def number(self, name, found, expected):
        self.compared += 1
        found, expected = float(found), float(expected)
        scale = max(1e-9, abs(expected))
        if not (found == expected or abs(found - expected) <= TOLERANCE * scale + 1e-12):
            self.different += 1
            print(f"{name}: the file says {found}, computed {expected}")


def run_accuracy(root, run):
    """Whether each test image [n] was classified right, from the run's predictions."""
    file = root / "runs" / run["run"] / "5-evaluate" / f"predictions-{run['model']}.csv"
    with open(file, newline="", encoding="utf-8") as rows:
        return np.array([row["label"] == row["prediction"] for row in csv.DictReader(rows)])


def summary(check, name, found, values):
    """Mean, deviation, ends and interval of values [k]."""
    values = np.asarray(values, float)
    check.number(f"{name} runs", found["runs"], len(values))
    check.number(f"{name} mean", found["mean"], values.mean())
    check.number(f"{name} min", found["min"], values.min())
    check.number(f"{name} max", found["max"], values.max())
    if len(values) > 1:
        check.number(f"{name} deviation", found["deviation"], values.std(ddof=1))
        low, high = stats.t.interval(
            0.95, len(values) - 1, loc=values.mean(), scale=stats.sem(values)
        )
        if values.std() == 0:
            low = high = values.mean()
        check.number(f"{name} low", found["mean_ci95"][0], low)
        check.number(f"{name} high", found["mean_ci95"][1], high)


def both(check, name, found, matrix):
    """Crossed variance components of matrix [seeds, images], from its residuals."""
    k, n = matrix.shape
    mean = matrix.mean()
    rows = matrix.mean(axis=1)
    columns = matrix.mean(axis=0)
    residuals = matrix - rows[:, None] - columns[None, :] + mean
    ms_rest = (residuals**2).sum() / ((k - 1) * (n - 1))
    ms_seed = n * ((rows - mean) ** 2).sum() / (k - 1)
    ms_image = k * ((columns - mean) ** 2).sum() / (n - 1)
    seed = max(0.0, (ms_seed - ms_rest) / n)
    image = max(0.0, (ms_image - ms_rest) / k)
    variance = seed / k + image / n + ms_rest / (k * n)
    parts = [(ms_seed, k - 1, seed > 0), (ms_image, n - 1, image > 0)]
    used = [(ms, df) for ms, df, counts in parts if counts]
    rest = (len(used) - 1) ** 2 * ms_rest**2 / ((k - 1) * (n - 1))
    below = sum(ms**2 / df for ms, df in used) + rest
    degrees = (variance * k * n) ** 2 / below if below > 0 else (k - 1) * (n - 1)
    degrees = max(1.0, degrees)
    error = math.sqrt(variance)
    check.number(f"{name} mean", found["mean"], mean)
    check.number(f"{name} seed variance", found["seed_variance"], seed)
    check.number(f"{name} image variance", found["image_variance"], image)
    check.number(f"{name} rest variance", found["rest_variance"], ms_rest)
    check.number(f"{name} standard error", found["standard_error"], error)
    check.number(f"{name} degrees", found["degrees_of_freedom"], degrees)
    p = 2 * stats.t.sf(abs(mean) / error, degrees) if error > 0 else float(mean == 0)
    check.number(f"{name} p", found["p"], p)
    half = stats.t.ppf(0.975, degrees) * error
    check.number(f"{name} low", found["mean_ci95"][0], mean - half)
    check.number(f"{name} high", found["mean_ci95"][1], mean + half)
    return p


def sign_flip(differences):
    """The exact p over all choices of signs."""
    observed = abs(sum(differences))
    slack = 1e-12 * sum(abs(d) for d in differences)
    choices = list(itertools.product([1, -1], repeat=len(differences)))
    sums = [abs(sum(s * d for s, d in zip(signs, differences))) for signs in choices]
    return sum(total >= observed - slack for total in sums) / len(choices)


def holm(values):
    """Adjusted p in the order given."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    adjusted, least = [0.0] * len(values), 0.0
    for rank, i in enumerate(order):
        least = max(least, min(1.0, (len(values) - rank) * values[i]))
        adjusted[i] = least
    return adjusted


def comparison(check, root, variants, found):
    """One comparison; returns the p that decides."""
    name = f"{found['ahead']} - {found['behind']}"
    ahead = {run["seed"]: run for run in variants[found["ahead"]]["runs"]}
    behind = {run["seed"]: run for run in variants[found["behind"]]["runs"]}
    seeds = found["seeds"]
    check.number(f"{name} seeds", len(seeds), len(ahead.keys() & behind.keys()))
    matrix = np.array(
        [
            run_accuracy(root, ahead[s]).astype(float) - run_accuracy(root, behind[s])
            for s in seeds
        ]
    )
    differences = matrix.mean(axis=1)
    for seed, a, b in zip(seeds, found["differences"], differences):
        check.number(f"{name} seed {seed}", a, b)
    summary(check, name, found["over_seeds"], differences)
    p = 1.0
    if len(seeds) > 1:
        p = stats.ttest_1samp(differences, 0).pvalue
        check.number(f"{name} p over seeds", found["over_seeds"]["p"], p)
        check.number(f"{name} sign p", found["over_seeds"]["sign_flip_p"], sign_flip(differences))
        if "over_seeds_and_images" in found:
            p = max(p, both(check, name, found["over_seeds_and_images"], matrix))
    check.number(f"{name} p", found["p"], p)
    accuracy = lambda run: run_accuracy(root, run).mean()
    upsets = [accuracy(b) > accuracy(a) for a in ahead.values() for b in behind.values()]
    check.number(f"{name} upsets", found["upsets"], sum(upsets))
    check.number(f"{name} pairs", found["pairs"], len(upsets))
    return p


def main():
    root = pathlib.Path(sys.argv[1])
    sweep = json.loads((root / "sweep.json").read_text(encoding="utf-8"))
    check = Recheck()
    variants = {variant["id"]: variant for variant in sweep["variants"]}
    for variant in variants.values():
        for metric, found in variant["metrics"].items():
            values = [run["metrics"][metric] for run in variant["runs"]]
            summary(check, f"{variant['id']} {metric}", found, values)
        seconds = [run["train_seconds"] for run in variant["runs"]]
        summary(check, f"{variant['id']} seconds", variant["train_seconds"], seconds)
        for run in variant["runs"]:
            accuracy = run_accuracy(root, run).mean()
            check.number(f"{run['run']} accuracy", run["metrics"]["accuracy"], accuracy)
    decisive = [comparison(check, root, variants, found) for found in sweep["comparisons"]]
    for found, p in zip(sweep["comparisons"], holm(decisive)):
        name = f"{found['ahead']} - {found['behind']}"
        check.number(f"{name} p (Holm)", found["p_holm"], p)
        check.number(f"{name} decided", found["decided"], p < 0.05)
    print(f"{check.compared} values compared, {check.different} differ")
    return 1 if check.different else 0


if __name__ == "__main__":
    sys.exit(main())
