"""Prints the reference values that ReferenceValuesTest pins.

Run by hand, `python3 src/test/python/statistics_reference.py`; the pinned values came from
Python 3.11 with NumPy 1.24.2, SciPy 1.10.1 and scikit-learn 1.2.1. No test runs it.
"""

import warnings

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    f1_score,
    precision_score,
    recall_score,
)

warnings.filterwarnings("ignore")  # scikit-learn warns of every class without predictions


def example(count, seed):
    """The predictions of Examples.random, bit for bit: labels [n], probabilities [n, 10]."""
    state = seed

    def number():
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 40) / 2**24

    labels, rows = [], []
    for _ in range(count):
        label = int(number() * 7)
        weights = []
        for c in range(10):
            u = number()
            weights.append(u * u * u * (4 if c == label else 1))
        total = 0.0
        for weight in weights:
            total += weight
        labels.append(label)
        rows.append([np.float32(weight / total) for weight in weights])
    return np.array(labels), np.array(rows, dtype=np.float32)


def expected_calibration_error(labels, probabilities):
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    edges = np.arange(16) / 15
    total = 0.0
    for low, high in zip(edges, edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            total += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return total


def show(labels, probabilities, batch):
    predictions = probabilities.argmax(axis=1)
    p = probabilities.astype(np.float64)
    nll = -np.log(np.clip(p[np.arange(len(labels)), labels], 1e-15, None))
    print("confusion row 2", confusion_matrix(labels, predictions, labels=range(10))[2])
    print("accuracy", repr(accuracy_score(labels, predictions)))
    for score in (f1_score, precision_score, recall_score):
        print(score.__name__, repr(score(labels, predictions, average="macro")))
    print("log_loss", repr(nll.mean()))
    print("brier", repr(((p - np.eye(10)[labels]) ** 2).sum(axis=1).mean()))
    print("ece", repr(expected_calibration_error(labels, probabilities)))
    parts = [slice(i, i + batch) for i in range(0, len(labels), batch)]
    print("batches: loss", repr(np.mean([nll[s].mean() for s in parts])))
    f1s = [f1_score(labels[s], predictions[s], average="macro") for s in parts]
    print("batches: macro-F1", repr(np.mean(f1s)))
    accuracies = [accuracy_score(labels[s], predictions[s]) for s in parts]
    print("batches: accuracy", repr(np.mean(accuracies)))


def compare(labels, a, b):
    a, b = a.argmax(axis=1) == labels, b.argmax(axis=1) == labels
    only_a, only_b = int((a & ~b).sum()), int((b & ~a).sum())
    print("only a, only b, both, none", only_a, only_b, (a & b).sum(), (~a & ~b).sum())
    difference = b.astype(int) - a.astype(int)
    error = difference.std() / np.sqrt(len(labels))
    z = 1.959963984540054
    print("difference", repr(difference.mean()))
    print("interval", repr(difference.mean() - z * error), repr(difference.mean() + z * error))
    print("McNemar", repr(binomtest(only_a, only_a + only_b, 0.5).pvalue))


if __name__ == "__main__":
    example_labels, first = example(1000, 1)
    show(example_labels, first, 64)
    # A second model of the same images: every class but the last gets its neighbour's share too.
    second = first.copy()
    second[:, :-1] += first[:, 1:] / np.float32(2)
    compare(example_labels, first, second)
    print("Wilson", binomtest(8847, 10000).proportion_ci(0.95, "wilson"))
