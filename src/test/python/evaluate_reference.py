"""Writes the files that EvaluateTest expects, from the models that it fakes.

Run by hand from the repository's root, `python3 src/test/python/evaluate_reference.py`; the files
came from Python 3.11 with NumPy 1.24.2, SciPy 1.10.1 and scikit-learn 1.2.1. No test runs it.
"""

import hashlib
import json
import pathlib

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    f1_score,
    precision_recall_fscore_support,
    precision_score,
    recall_score,
)

from statistics_reference import expected_calibration_error

FOLDER = pathlib.Path("src/test/resources/stoffprobe/evaluate")
Z = 1.959963984540054
NAMES = ["Hose", 'Kleid, "lang"', "Mantel"]
LABELS = np.array([0, 1, 2, 1, 0])
MODELS = {
    "mlp": [[0.5, 0.25, 0.25], [0.5, 0.4, 0.1], [0.1, 0.2, 0.7], [0.3, 0.4, 0.3], [0.2, 0.3, 0.5]],
    "cnn": [[0.8, 0.1, 0.1], [0.2, 0.5, 0.3], [0.2, 0.2, 0.6], [0.5, 0.5, 1e-10], [1, 0, 0]],
}
BATCH = {"mlp": 2, "cnn": 3}
PARAMETERS = {"mlp": 235146, "cnn": 421642}
UNTRAINED = {"mlp": 0.1, "cnn": 0.0625}


def predictions_csv(probabilities):
    lines = ["index,label,prediction,probability_0,probability_1,probability_2"]
    for i, row in enumerate(probabilities):
        values = ",".join(np.format_float_positional(p, unique=True, trim="0") for p in row)
        values = values.replace("0.0000000001", "1e-10")
        lines.append(f"{i},{LABELS[i]},{row.argmax()},{values}")
    return "\n".join(lines) + "\n"


def per_class_csv():
    lines = [
        "model,class_index,class_name,precision,recall,f1,support,"
        "precision_low,precision_high,recall_low,recall_high,f1_low,f1_high"
    ]
    for name, probabilities in ARRAYS.items():
        predicted = probabilities.argmax(axis=1)
        scores = precision_recall_fscore_support(LABELS, predicted)
        for c, (precision, recall, f1, support) in enumerate(zip(*scores)):
            text = NAMES[c].replace('"', '""')
            text = f'"{text}"' if '"' in text else text
            of_class, taken_for = LABELS == c, predicted == c
            hits = int((of_class & taken_for).sum())
            bounds = wilson(hits, taken_for.sum()) + wilson(hits, of_class.sum())
            bounds += [2 * f / (1 + f) for f in wilson(hits, (of_class | taken_for).sum())]
            cells = [name, c, text, *map(repr, (precision, recall, f1)), support]
            lines.append(",".join(map(str, cells + bounds)))
    return "\n".join(lines) + "\n"


def wilson(successes, trials):
    interval = binomtest(int(successes), int(trials)).proportion_ci(0.95, "wilson")
    return [float(interval.low), float(interval.high)]


def model(name, probabilities):
    predicted = probabilities.argmax(axis=1)
    p = probabilities.astype(np.float64)
    nll = -np.log(np.clip(p[np.arange(5), LABELS], 1e-15, None))
    parts = [slice(i, i + BATCH[name]) for i in range(0, 5, BATCH[name])]
    right = int((predicted == LABELS).sum())
    cells = confusion_matrix(LABELS, predicted)
    confusions = [
        {"label": i, "predicted": j, "count": int(cells[i, j])}
        for i in range(3)
        for j in range(3)
        if i != j and cells[i, j] > 0
    ]

    def macro(score, s=slice(None)):
        return score(LABELS[s], predicted[s], average="macro", zero_division=0)

    return {
        "parameters": PARAMETERS[name],
        "untrained_accuracy": UNTRAINED[name],
        "accuracy": accuracy_score(LABELS, predicted),
        "accuracy_ci95": wilson(right, 5),
        "macro_f1": macro(f1_score),
        "macro_precision": macro(precision_score),
        "macro_recall": macro(recall_score),
        "accuracy_batch_mean": np.mean([accuracy_score(LABELS[s], predicted[s]) for s in parts]),
        "macro_f1_batch_mean": np.mean([macro(f1_score, s) for s in parts]),
        "test_loss": np.mean([nll[s].mean() for s in parts]),
        "log_loss": nll.mean(),
        "brier": ((p - np.eye(3)[LABELS]) ** 2).sum(axis=1).mean(),
        "ece": expected_calibration_error(LABELS, probabilities),
        "top_confusions": sorted(confusions, key=lambda c: -c["count"]),
        "weights_sha256": "weights of " + name,
        "predictions_sha256": hashlib.sha256(predictions_csv(probabilities).encode()).hexdigest(),
    }


def comparison(a, b):
    right_a, right_b = (ARRAYS[m].argmax(axis=1) == LABELS for m in (a, b))
    difference = right_b.astype(int) - right_a.astype(int)
    half = Z * difference.std() / np.sqrt(5)
    only_a, only_b = int((right_a & ~right_b).sum()), int((right_b & ~right_a).sum())
    return {
        "a": a,
        "b": b,
        "accuracy_difference": difference.mean(),
        "ci95": [difference.mean() - half, difference.mean() + half],
        "only_a_correct": only_a,
        "only_b_correct": only_b,
        "both_correct": int((right_a & right_b).sum()),
        "both_wrong": int((~right_a & ~right_b).sum()),
        "mcnemar_p": binomtest(only_a, only_a + only_b).pvalue,
        "better": "undecided",
        # Of a single pair nothing is adjusted.
        "mcnemar_p_holm": binomtest(only_a, only_a + only_b).pvalue,
        "better_holm": "undecided",
    }


if __name__ == "__main__":
    ARRAYS = {name: np.array(rows, dtype=np.float32) for name, rows in MODELS.items()}
    metrics = {
        "schema": "stoffprobe-metrics/1",
        "pipeline": "tiny",
        "seed": 42,
        "test_examples": 5,
        "models": {name: model(name, rows) for name, rows in ARRAYS.items()},
        "comparisons": [comparison("mlp", "cnn")],
    }
    (FOLDER / "metrics.json").write_text(json.dumps(metrics, indent=2) + "\n")
    (FOLDER / "per-class.csv").write_text(per_class_csv())
    for name, rows in ARRAYS.items():
        (FOLDER / f"predictions-{name}.csv").write_text(predictions_csv(rows))
