"""Fits models/confidence.json on the signs of held-out documents.

  entente score corpus FILES --documents dev.txt --signs signs.tsv
  python3 tools/train/confidence.py signs.tsv models/confidence.json

A line of signs.tsv: right (1 or 0), document, edge, number of gold edges in the document, features (ConfidenceModel::features).
Logistic regression with a small ridge; the threshold is the one with the best pooled F1 over distinct edges.
"""
import collections
import json
import sys

import numpy as np


def read(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    x = np.array([[float(v) for v in r[4:]] for r in rows])
    y = np.array([float(r[0]) for r in rows])
    return x, y, [(r[1], r[2]) for r in rows], {r[1]: int(r[3]) for r in rows}


def fit(x, y, ridge=1.0):
    """Newton's method; the constant is not penalised."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        g = x.T @ (p - y) + penalty * w
        h = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(h, g)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


def best_threshold(p, y, edges, gold):
    """An edge holds if one of its assertions is above the threshold."""
    best = collections.defaultdict(float)
    right = {}
    for q, r, e in zip(p, y, edges):
        best[e] = max(best[e], q)
        right[e] = max(right.get(e, 0), r)
    total = sum(gold.values())
    found = []
    for t in np.arange(0.05, 0.7, 0.01):
        kept = [e for e, q in best.items() if q >= t]
        hit = sum(right[e] for e in kept)
        found.append((2 * hit / (len(kept) + total), t, hit / max(1, len(kept)), hit / total))
    return max(found)


def main():
    x, y, edges, gold = read(sys.argv[1])
    w = fit(x, y)
    p = 1 / (1 + np.exp(-x @ w))
    f1, threshold, precision, recall = best_threshold(p, y, edges, gold)
    print(f"{len(y)} assertions, {y.mean():.3f} right; weights {np.round(w, 3)}")
    print(f"threshold {threshold:.2f}: P {precision:.3f} R {recall:.3f} F1 about {f1:.3f}")
    with open(sys.argv[2], "w") as out:
        json.dump({"weights": [round(float(v), 4) for v in w], "threshold": round(float(threshold), 3)}, out)
        out.write("\n")


main()
