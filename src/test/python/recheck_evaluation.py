"""Computes every statistic of a run's evaluation again, with NumPy, SciPy and scikit-learn.

    python3 src/test/python/recheck_evaluation.py output/fashion-mnist

reads the predictions in 5-evaluate and compares all numbers of metrics.json, confusion-*.csv,
per-class.csv, class-comparisons.csv, reliability.csv, coverage.csv and examples.csv with what it
computes from them. Exit code 0: all agree; 1: each difference is named. Needs the Debian packages
python3-sklearn and python3-scipy, or the like. Two things are not computed again: which images a
random draw took (that they are of the right kind and number is), and what a clock measured (that
it can be a measurement is).
"""

import csv
import hashlib
import json
import math
import pathlib
import sys
import warnings

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import (
    accuracy_score,
    brier_score_loss,
    confusion_matrix,
    f1_score,
    log_loss,
    precision_recall_fscore_support,
    precision_score,
    recall_score,
)

Z = 1.959963984540054
CELLS = ["both_right", "only_a", "only_b", "both_wrong"]


class Model:
    """One model's predictions: labels [n], probabilities float32 [n, k] and what follows."""

    def __init__(self, name, file):
        self.name = name
        self.sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        rows = table(file)
        columns = [c for c in rows[0] if c.startswith("probability_")]
        self.classes = range(len(columns))
        self.labels = np.array([int(row["label"]) for row in rows])
        self.written = [int(row["prediction"]) for row in rows]
        self.p32 = np.array([[row[c] for c in columns] for row in rows]).astype(np.float32)
        self.p = self.p32.astype(np.float64)
        self.predicted = self.p.argmax(axis=1)
        self.confidence = self.p.max(axis=1)
        self.right = self.predicted == self.labels
        self.nll = -np.log(np.maximum(self.p[np.arange(len(rows)), self.labels], 1e-15))
        self.cells = confusion_matrix(self.labels, self.predicted, labels=self.classes)

    def confusions(self, limit):
        cells = [(i, j) for i in self.classes for j in self.classes if i != j and self.cells[i, j]]
        return sorted(cells, key=lambda c: (-self.cells[c], c))[:limit]


class Check:
    """Compares what a file says with what was computed, and remembers each difference."""

    def __init__(self):
        self.compared = 0
        self.differences = []

    def value(self, where, found, expected):
        self.compared += 1
        if not same(found, expected):
            self.differences.append(f"{where}: the file says {found!r}, computed {expected!r}")

    def tree(self, where, found, expected):
        if isinstance(expected, dict):
            self.value(where + " keys", list(found), list(expected))
            for key in expected.keys() & found.keys():
                self.tree(f"{where} {key}", found[key], expected[key])
        elif isinstance(expected, list):
            self.value(where + " length", len(found), len(expected))
            for i, (one, other) in enumerate(zip(found, expected)):
                self.tree(f"{where}[{i}]", one, other)
        else:
            self.value(where, found, expected)

    def rows(self, file, expected):
        rows = table(file)
        self.value(f"{file.name} rows", len(rows), len(expected))
        for i, (row, wanted) in enumerate(zip(rows, expected), start=1):
            for column, value in wanted.items():
                self.value(f"{file.name} row {i} {column}", row.get(column), value)


def same(found, expected):
    """Counts and words exactly, float32 bit for bit, other numbers but for rounding."""
    if expected is None:
        return found == ""
    if isinstance(expected, np.float32):
        return found not in ("", None) and np.float32(found) == expected
    if isinstance(expected, (float, np.floating)):
        # Nothing is near 0 by cancellation but a difference of shares; a tiny p counts by its ratio.
        close = dict(rel_tol=1e-9, abs_tol=0 if 0 < expected < 1e-9 else 1e-12)
        return found not in ("", None) and math.isclose(float(found), expected, **close)
    if isinstance(expected, (int, np.integer)):
        return str(found) == str(expected)
    return found == expected


def table(file):
    with open(file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def wilson(successes, trials):
    if trials == 0:
        return [None, None]
    interval = binomtest(int(successes), int(trials)).proportion_ci(0.95, "wilson")
    return [float(interval.low), float(interval.high)]


def bounds(name, interval):
    return {f"{name}low": interval[0], f"{name}high": interval[1]}


def holm(p):
    order = np.argsort(p, kind="stable")
    adjusted = np.empty(len(p))
    factors = np.arange(len(p), 0, -1)
    adjusted[order] = np.maximum.accumulate(np.minimum(1, factors * np.array(p)[order]))
    return adjusted.tolist()


def mcnemar(only_a, only_b):
    return float(binomtest(only_a, only_a + only_b).pvalue) if only_a + only_b else 1.0


def better(only_a, only_b, p):
    return "undecided" if p >= 0.05 else "a" if only_a > only_b else "b"


def paired(a, b, chosen):
    """Counts, difference and its interval from the spread of the differences image by image."""
    right_a, right_b = a.right[chosen], b.right[chosen]
    only_a, only_b = int((right_a & ~right_b).sum()), int((right_b & ~right_a).sum())
    if not chosen.any():
        return only_a, only_b, None, [None, None]
    each = right_b.astype(int) - right_a.astype(int)
    half = Z * each.std() / np.sqrt(len(each))
    return only_a, only_b, float(each.mean()), [each.mean() - half, each.mean() + half]


def calibration(model):
    """Rows of reliability.csv: the bins (0, 1/15], ..., (14/15, 1] of the top probability."""
    bins = np.searchsorted(np.arange(1, 15) / 15, model.confidence, side="left")
    for b in range(15):
        inside = bins == b
        count = int(inside.sum())
        row = {"model": model.name, "bin": b, "low": b / 15, "high": (b + 1) / 15, "count": count}
        row["confidence"] = model.confidence[inside].mean() if count else None
        row["accuracy"] = model.right[inside].mean() if count else None
        yield row | bounds("accuracy_", wilson(model.right[inside].sum(), count))


def metrics_of(model, run, batch, check):
    training = json.loads((run / f"4-train-{model.name}/training.json").read_text())
    untrained = table(run / f"4-train-{model.name}/history.csv")[0]
    n = len(model.labels)
    parts = [slice(i, i + batch) for i in range(0, n, batch)]

    def macro(score, s=slice(None)):
        return score(model.labels[s], model.predicted[s], average="macro", zero_division=0)

    bins = [row for row in calibration(model) if row["count"]]
    gaps = [row["count"] * abs(row["accuracy"] - row["confidence"]) for row in bins]
    brier = ((model.p - np.eye(len(model.classes))[model.labels]) ** 2).sum(axis=1).mean()
    second_opinion(model, brier, check)
    return {
        "parameters": training["parameters"],
        "untrained_accuracy": float(untrained["test_accuracy"]),
        "accuracy": accuracy_score(model.labels, model.predicted),
        "accuracy_ci95": wilson(model.right.sum(), n),
        "macro_f1": macro(f1_score),
        "macro_precision": macro(precision_score),
        "macro_recall": macro(recall_score),
        "accuracy_batch_mean": np.mean([model.right[s].mean() for s in parts]),
        "macro_f1_batch_mean": np.mean([macro(f1_score, s) for s in parts]),
        "test_loss": np.mean([model.nll[s].mean() for s in parts]),
        "log_loss": model.nll.mean(),
        "brier": brier,
        "ece": sum(gaps) / n,
        "top_confusions": [
            {"label": i, "predicted": j, "count": int(model.cells[i, j])}
            for i, j in model.confusions(10)
        ],
        "weights_sha256": training["weights_sha256"],
        "predictions_sha256": model.sha256,
    }


def second_opinion(model, brier, check):
    """scikit-learn may make rows add up to 1 first, so it agrees as far as float32 rows do."""
    clipped = np.clip(model.p, 1e-15, 1)
    theirs = log_loss(model.labels, clipped, labels=list(model.classes))
    close = math.isclose(theirs, model.nll.mean(), rel_tol=1e-5)
    check.value(f"{model.name}: log loss is scikit-learn's {theirs}", close, True)
    theirs = sum(
        brier_score_loss(model.labels == c, np.minimum(model.p[:, c], 1), pos_label=True)
        for c in model.classes
    )
    close = math.isclose(theirs, brier, rel_tol=1e-5)
    check.value(f"{model.name}: Brier score is scikit-learn's {theirs}", close, True)


def comparisons_of(pairs):
    rows = []
    for a, b in pairs:
        only_a, only_b, difference, interval = paired(a, b, np.full(len(a.labels), True))
        p = mcnemar(only_a, only_b)
        rows.append(
            {
                "a": a.name,
                "b": b.name,
                "accuracy_difference": difference,
                "ci95": interval,
                "only_a_correct": only_a,
                "only_b_correct": only_b,
                "both_correct": int((a.right & b.right).sum()),
                "both_wrong": int((~a.right & ~b.right).sum()),
                "mcnemar_p": p,
                "better": better(only_a, only_b, p),
            }
        )
    for row, p in zip(rows, holm([row["mcnemar_p"] for row in rows])):
        row["mcnemar_p_holm"] = p
        row["better_holm"] = better(row["only_a_correct"], row["only_b_correct"], p)
    return rows


def per_class(model, names):
    scores = precision_recall_fscore_support(
        model.labels, model.predicted, labels=list(model.classes), zero_division=0
    )
    for c, (precision, recall, f1, support) in enumerate(zip(*scores)):
        of_class, taken_for = model.labels == c, model.predicted == c
        hits = (of_class & taken_for).sum()
        f1_interval = wilson(hits, (of_class | taken_for).sum())
        row = {"model": model.name, "class_index": c, "class_name": names[c]}
        row |= {"precision": precision, "recall": recall, "f1": f1, "support": int(support)}
        row |= bounds("precision_", wilson(hits, taken_for.sum()))
        row |= bounds("recall_", wilson(hits, of_class.sum()))
        yield row | bounds("f1_", [f and 2 * f / (1 + f) for f in f1_interval])


def class_comparisons(a, b, names):
    rows = []
    for c in a.classes:
        chosen = a.labels == c
        only_a, only_b, difference, interval = paired(a, b, chosen)
        row = {"a": a.name, "b": b.name, "class_index": c, "class_name": names[c]}
        row |= {"support": int(chosen.sum()), "only_a_correct": only_a, "only_b_correct": only_b}
        row |= {"recall_difference": difference} | bounds("", interval)
        rows.append(row | {"mcnemar_p": mcnemar(only_a, only_b)})
    for row, p in zip(rows, holm([row["mcnemar_p"] for row in rows])):
        row["mcnemar_p_holm"] = p
        row["better"] = better(row["only_a_correct"], row["only_b_correct"], p)
    return rows


def coverage(model):
    n = len(model.labels)
    order = np.lexsort((np.arange(n), -model.confidence))
    for percent in range(1, 101):
        answered = order[: -(-percent * n // 100)]
        correct = int(model.right[answered].sum())
        row = {"model": model.name, "percent": percent, "images": len(answered)}
        row["threshold"] = model.p32.max(axis=1)[answered].min()
        row |= {"correct": correct, "accuracy": correct / len(answered)}
        yield row | bounds("accuracy_", wilson(correct, len(answered)))


def surest(images, sureness, limit):
    return sorted(np.flatnonzero(images).tolist(), key=lambda i: (-sureness[i], i))[:limit]


def examples(models, pairs, rows, check):
    """What examples.csv has to say; of a random draw the images are taken from its rows."""
    shown = []
    for a, b in pairs:
        kinds = [a.right & b.right, a.right & ~b.right, ~a.right & b.right, ~a.right & ~b.right]
        for group, kind in zip(CELLS, kinds):
            of = [r for r in rows if (r["group"], r["a"], r["b"]) == (group, a.name, b.name)]
            drawn = sorted({int(r["index"]) for r in of})
            where = f"examples.csv {group} of {a.name} and {b.name}"
            check.value(f"{where}: images", len(drawn), min(8, int(kind.sum())))
            strangers = [i for i in drawn if not (i < len(kind) and kind[i])]
            check.value(f"{where}: images of another kind", strangers, [])
            drawn = [i for i in drawn if i not in strangers]
            shown += [(group, a.name, b.name, at, i, [a, b]) for at, i in enumerate(drawn)]
    alike = np.all([m.predicted == models[0].predicted for m in models], axis=0)
    least = np.min([m.confidence for m in models], axis=0)
    suspects = surest(alike & ~models[0].right, least, 12)
    shown += [("suspect", "", "", at, i, models) for at, i in enumerate(suspects)]
    for model in models:
        for label, predicted in model.confusions(5):
            kind = (model.labels == label) & (model.predicted == predicted)
            images = surest(kind, model.confidence, 4)
            shown += [("confusion", "", "", at, i, [model]) for at, i in enumerate(images)]
    for group, a, b, position, i, answering in shown:
        for model in answering:
            label = int(model.labels[i])
            row = {"group": group, "a": a, "b": b, "position": position, "index": i}
            row |= {"label": label, "model": model.name, "prediction": int(model.predicted[i])}
            row["probability"] = model.p32[i, model.predicted[i]]
            yield row | {"label_probability": model.p32[i, label]}


def timing(folder, models, check):
    times = json.loads((folder / "timing.json").read_text())["models"]
    check.value("timing.json models", list(times), [model.name for model in models])
    for name, time in times.items():
        latency = [time["latency_ms"][p] for p in ("p50", "p95", "p99")]
        others = [time[key] for key in ("single_images", "images_per_second", "batch_images")]
        check.value(f"timing.json {name} percentiles rise", latency == sorted(latency), True)
        check.value(f"timing.json {name} above 0", min(latency + others) > 0, True)


def recheck(run):
    folder = run / "5-evaluate"
    check = Check()
    metrics = json.loads((folder / "metrics.json").read_text())
    settings = json.loads((folder / "manifest.json").read_text())["parameters"]
    names = settings["dataset.classes.de"]
    models = [Model(name, folder / f"predictions-{name}.csv") for name in metrics["models"]]
    pairs = [(a, b) for i, a in enumerate(models) for b in models[i + 1 :]]
    truth = np.load(run / "3-preprocess/test-labels.npy").tolist()
    for model in models:
        check.value(f"{model.name}: labels", model.labels.tolist(), truth)
        check.value(f"{model.name}: predictions", model.written, model.predicted.tolist())
        cells = [(i, j) for i in model.classes for j in model.classes]
        check.rows(
            folder / f"confusion-{model.name}.csv",
            [
                {"label_index": i, "predicted_index": j, "count": int(model.cells[i, j])}
                for i, j in cells
            ],
        )
    expected = {
        "schema": "stoffprobe-metrics/1",
        "pipeline": settings["pipeline"],
        "seed": settings["seed"],
        "test_examples": len(truth),
        "models": {
            model.name: metrics_of(
                model, run, settings[f"models.{model.name}.training.batch"], check
            )
            for model in models
        },
        "comparisons": comparisons_of(pairs),
    }
    check.tree("metrics.json", metrics, expected)
    check.rows(folder / "per-class.csv", [r for m in models for r in per_class(m, names)])
    check.rows(
        folder / "class-comparisons.csv",
        [r for a, b in pairs for r in class_comparisons(a, b, names)],
    )
    check.rows(folder / "reliability.csv", [r for m in models for r in calibration(m)])
    check.rows(folder / "coverage.csv", [r for m in models for r in coverage(m)])
    shown = table(folder / "examples.csv")
    check.rows(folder / "examples.csv", list(examples(models, pairs, shown, check)))
    timing(folder, models, check)
    return check


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: recheck_evaluation.py output/<pipeline>")
    warnings.filterwarnings("ignore")  # of classes without predictions, and rows not quite 1
    result = recheck(pathlib.Path(sys.argv[1]))
    for difference in result.differences:
        print(difference)
    print(f"{result.compared} values compared, {len(result.differences)} differ")
    sys.exit(1 if result.differences else 0)
