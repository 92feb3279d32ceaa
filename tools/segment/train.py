"""Trains the sentence splitter on UD treebanks and writes models/segmenter.inc.

    python3 tools/segment/train.py TREEBANKS_DIR

Logistic regression over hashed features (features.py), AdaGrad; prints sentence F1 on the dev files.
"""
import sys
import pathlib
import numpy as np
from features import BUCKETS, State, features, fnv

SLOTS = 20


def paragraphs(path):
    """Paragraphs as lists of (word, space after, ends sentence)."""
    out, current, sentence = [], [], []
    inside, last_of_range, range_space = 0, 0, True
    fresh = False

    def close():
        nonlocal current
        if current:
            out.append(current)
        current = []

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newpar") or line.startswith("# newdoc"):
            fresh = True
        elif line[:1].isdigit():
            c = line.split("\t")
            space = "SpaceAfter=No" not in c[9]
            if "-" in c[0]:
                last_of_range = int(c[0].split("-")[1])
                range_space = space
                continue
            if "." in c[0]:
                continue
            n = int(c[0])
            if n < last_of_range:
                space = False
            elif n == last_of_range:
                space = range_space
                last_of_range = 0
            sentence.append([c[1], space, False])
        elif not line and sentence:
            if fresh:
                close()
                fresh = False
            sentence[-1][1:] = [True, True]
            current += sentence
            sentence = []
            last_of_range = 0
    close()
    return out


def gaps(paragraph, predict=None):
    """Yields (feature hashes, label) of each candidate gap; with `predict`, the state follows the predictions."""
    words = [w for w, _, _ in paragraph]
    state = State()
    for i, (word, space, ends) in enumerate(paragraph[:-1]):
        state.take(word)
        if not space and not state.terminal:
            if ends and predict is None:
                state = State()
            continue
        hashes = [fnv(f) for f in features(words, i, space, state)]
        label = predict(hashes) if predict else ends
        yield i, hashes, label
        if label:
            state = State()


def matrix(paths, weights):
    rows, labels, importance = [], [], []
    for path, weight in zip(paths, weights):
        for paragraph in paragraphs(path):
            for _, hashes, label in gaps(paragraph):
                rows.append(hashes)
                labels.append(label)
                importance.append(weight)
    return np.array(rows, np.int32), np.array(labels, np.float32), np.array(importance, np.float32)


def train(x, y, importance, epochs=12, rate=0.15, decay=2e-6):
    rng = np.random.default_rng(7)
    w = np.zeros(BUCKETS, np.float64)
    g2 = np.full(BUCKETS, 1e-6)
    batch = 512
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for k in range(0, len(order), batch):
            take = order[k:k + batch]
            rows = x[take]
            p = 1 / (1 + np.exp(-w[rows].sum(1)))
            error = (p - y[take]) * importance[take]
            g = np.bincount(rows.ravel(), np.repeat(error, rows.shape[1]), BUCKETS) / batch * 32
            g2 += g * g
            w -= rate * g / np.sqrt(g2)
        w *= 1 - decay * 100
    return w


def score(path, w):
    hit = got = gold = 0
    for paragraph in paragraphs(path):
        predicted = {i for i, _, label in gaps(paragraph, lambda h: w[h].sum() > 0) if label} | {len(paragraph) - 1}
        real = {i for i, token in enumerate(paragraph) if token[2]}
        spans = lambda ends: {(a, b) for a, b in zip([-1] + sorted(ends), sorted(ends))}
        hit += len(spans(predicted) & spans(real))
        got += len(predicted)
        gold += len(real)
    return 200 * hit / (got + gold)


def main():
    folder = pathlib.Path(sys.argv[1])
    x, y, importance = matrix([folder / "en_ewt-train.conllu", folder / "en_gum-train.conllu"], [1, 1])
    print(len(x), "gaps,", int(y.sum()), "boundaries")
    w = train(x, y, importance)
    scale = 127 / np.abs(w).max()
    quantised = np.round(w * scale).astype(int)
    for name in ("en_ewt-dev", "en_gum-dev"):
        print(name, "sentence F1", round(score(folder / f"{name}.conllu", w), 2), "quantised", round(score(folder / f"{name}.conllu", quantised), 2))
    out = pathlib.Path(__file__).parents[2] / "models" / "segmenter.inc"
    out.parent.mkdir(exist_ok=True)
    with open(out, "w") as f:
        f.write("// Written by tools/segment/train.py from the train parts of UD English EWT and GUM: weights of hashed features.\n")
        for k in range(0, BUCKETS, 32):
            f.write(",".join(map(str, quantised[k:k + 32])) + ",\n")
    print("written", out, out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
