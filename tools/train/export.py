"""Writes a trained model as english.bin (format: see models/FORMAT.md), and the tiny random model of the C++ tests.

  python tools/train/export.py --checkpoint RUN/checkpoint.pt --shared ../shared --out models/english.bin [--scores RUN/scores.json]
  python tools/train/export.py --tiny tests/data/tiny
"""
import argparse, collections, json, pathlib, re, struct, tarfile, unicodedata
import numpy as np
import torch
from labels import FAMILY, MAX_WINDOW, MODALITY, NER, RELATIONS, SYMMETRIC, TYPES
from pieces import CLS, MAX_PIECES, PAD, SEP, UNK, Pieces

M64 = (1 << 64) - 1
P1, P2, P3, P4, P5 = 11400714785074694791, 14029467366897019727, 1609587929392839161, 9650029242287828579, 2870177450012600261


def xxh64(data, seed=0):
    rotl = lambda x, r: ((x << r) | (x >> (64 - r))) & M64
    n, p = len(data), 0
    if n >= 32:
        v = [(seed + P1 + P2) & M64, (seed + P2) & M64, seed, (seed - P1) & M64]
        a, b, c, d = v
        for w0, w1, w2, w3 in struct.iter_unpack("<4Q", data[:n // 32 * 32]):
            a = (a + w0 * P2) & M64; a = (((a << 31) | (a >> 33)) & M64) * P1 & M64
            b = (b + w1 * P2) & M64; b = (((b << 31) | (b >> 33)) & M64) * P1 & M64
            c = (c + w2 * P2) & M64; c = (((c << 31) | (c >> 33)) & M64) * P1 & M64
            d = (d + w3 * P2) & M64; d = (((d << 31) | (d >> 33)) & M64) * P1 & M64
        p = n // 32 * 32
        h = (rotl(a, 1) + rotl(b, 7) + rotl(c, 12) + rotl(d, 18)) & M64
        for x in (a, b, c, d):
            h ^= rotl(x * P2 & M64, 31) * P1 & M64
            h = (h * P1 + P4) & M64
    else:
        h = (seed + P5) & M64
    h = (h + n) & M64
    while p + 8 <= n:
        k = rotl(struct.unpack_from("<Q", data, p)[0] * P2 & M64, 31) * P1 & M64
        h = (rotl(h ^ k, 27) * P1 + P4) & M64
        p += 8
    if p + 4 <= n:
        h = (rotl(h ^ (struct.unpack_from("<I", data, p)[0] * P1 & M64), 23) * P2 + P3) & M64
        p += 4
    while p < n:
        h = rotl(h ^ (data[p] * P5 & M64), 11) * P1 & M64
        p += 1
    h = (h ^ (h >> 33)) * P2 & M64
    h = (h ^ (h >> 29)) * P3 & M64
    return h ^ (h >> 32)


def quantise(w, most):
    """int8 rows and their scales."""
    w = np.asarray(w, np.float32)
    scale = (np.maximum(np.abs(w).max(1), 1e-12) / np.float32(most)).astype(np.float32)
    return np.clip(np.rint(w / scale[:, None]), -most, most).astype(np.int8), scale


def tensors(state, keep):
    """The file's tensors from a state dict: name -> (int8, scale) or float32 array. keep: vocabulary rows to write."""
    s = {k: v.float().numpy() for k, v in state.items()}
    out = {}
    # bilinear forms become linear layers [out][in]
    s["arc_w.weight"], s["arc_w.bias"] = s.pop("arc_w").T, s.pop("arc_b")
    r = s.pop("rel_w")
    s["rel_w.weight"] = r.transpose(0, 2, 1).reshape(-1, r.shape[1])
    r = s.pop("sp_w")
    s["sp_w.weight"] = r.transpose(0, 2, 1).reshape(-1, r.shape[1])
    s["an_w.weight"] = s.pop("an_w").T
    for k, v in s.items():
        k = k.replace("encoder.", "enc.")
        if k == "enc.word.weight":
            out["enc.word"] = quantise(v[keep], 127)
        elif k.endswith(".weight") and v.ndim == 2:
            out[k] = quantise(v, 63)
        else:
            out[k] = np.ascontiguousarray(v, np.float32)
    return out


def write(path, header, arrays):
    blobs, at, index = [], 0, {}

    def put(a):
        nonlocal at
        raw = np.ascontiguousarray(a).tobytes()
        where = at
        raw += b"\0" * (-len(raw) % 64)
        blobs.append(raw)
        at += len(raw)
        return where

    for name in sorted(arrays):
        a = arrays[name]
        if isinstance(a, tuple):
            index[name] = dict(dtype="i8", shape=list(a[0].shape), offset=put(a[0]), scale_offset=put(a[1]))
        else:
            index[name] = dict(dtype="f32", shape=list(a.shape), offset=put(a))
    text = json.dumps(dict(header, tensors=index), ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(32 + len(text)) % 64)
    body = text + b"".join(blobs)
    with open(path, "wb") as f:
        f.write(b"ENTMODEL" + struct.pack("<IIQQ", 1, len(text), xxh64(body), 32 + len(body)) + body)


def read(path):
    """(header, arrays) of a model file."""
    raw = open(path, "rb").read()
    version, n, digest, size = struct.unpack_from("<IIQQ", raw, 8)
    assert raw[:8] == b"ENTMODEL" and version == 1 and size == len(raw), path
    header = json.loads(raw[32:32 + n])
    base, out = 32 + n, {}
    for k, t in header["tensors"].items():
        count = int(np.prod(t["shape"]))
        if t["dtype"] == "i8":
            q = np.frombuffer(raw, np.int8, count, base + t["offset"]).reshape(t["shape"])
            out[k] = (q, np.frombuffer(raw, np.float32, t["shape"][0], base + t["scale_offset"]))
        else:
            out[k] = np.frombuffer(raw, np.float32, count, base + t["offset"]).reshape(t["shape"])
    return header, out, digest == xxh64(raw[32:])


def shared_words(shared):
    """Every white-space-free run of word characters, or symbol, in the shared texts."""
    count = collections.Counter()
    run = re.compile(r"\w+|[^\w\s]")

    def add(text):
        count.update(run.findall(text))

    for f in sorted(pathlib.Path(shared).rglob("*")):
        if f.suffix in (".jsonl", ".conllu", ".iob2", ".txt", ".md", ".tsv", ".csv", ".json") and f.is_file():
            add(open(f, encoding="utf-8", errors="replace").read())
    for f in pathlib.Path(shared, "raw").glob("*.tar.xz"):
        with tarfile.open(f) as t:
            for m in t:
                if m.isfile():
                    add(t.extractfile(m).read().decode("utf-8", "replace"))
    return count


def vocabulary(pieces, shared, common=9000):
    """Rows of the vocabulary to keep: special pieces, single characters, the most common pieces, everything seen in the shared texts."""
    keep = {pieces.id[x] for x in (PAD, UNK, CLS, SEP)}
    real = [i for i, p in enumerate(pieces.vocab) if not p.startswith("[")]
    keep |= {i for i in real if len(pieces.vocab[i].removeprefix("##")) == 1}
    keep |= set([i for i in real if pieces.vocab[i].isascii()][:common])
    for w, n in shared_words(shared).items():
        keep |= set(pieces.word(w))
    return sorted(keep)


def header(config, labels, vocab, thresholds, calibration, **more):
    lab = {k: labels[k] for k in ("upos", "xpos", "lemma", "feats", "deprel")}
    lab["ner"] = NER
    return dict(config=dict(config, name="english-1", max_window=MAX_WINDOW, max_pieces=MAX_PIECES),
                labels=dict(lab, types=TYPES, relations=RELATIONS, modality=MODALITY), families=FAMILY, symmetric=sorted(SYMMETRIC), thresholds=thresholds, calibration=calibration,
                pieces=vocab, **more)


# A relation holds where its logit (symmetric: the mean of both directions) reaches its threshold.
DEFAULT_THRESHOLDS = {"mention_bias": 0.0, "trigger": 0.15, "relation": {r: 0.0 for r in RELATIONS}}


def export(checkpoint, shared, out, scores=None, lemmas=None):
    from train import base_model
    pieces = Pieces.load(base_model() / "vocab.txt")
    cache = pathlib.Path(checkpoint).with_name("keep.json")
    if cache.exists():
        keep = json.load(open(cache))
    else:
        keep = vocabulary(pieces, shared)
        json.dump(keep, open(cache, "w"))
    c = torch.load(checkpoint, weights_only=False, map_location="cpu")
    from model import CONFIG
    th = (scores or {}).get("thresholds", DEFAULT_THRESHOLDS)
    cal = (scores or {}).get("calibration", {})
    lem = open(lemmas, encoding="utf-8").read().splitlines() if lemmas else []
    write(out, header(CONFIG, c["labels"], [pieces.vocab[i] for i in keep], th, cal, lemmas=lem), tensors(c["model"], keep))
    print(out, pathlib.Path(out).stat().st_size, "bytes,", len(keep), "pieces, step", c["step"])


TINY = dict(layers=2, hidden=64, heads=2, ffn=128, arc=64, rel=32, span=32, width=16, ante=32, pair=32, attn=32, spk=32, shapes=16, positions=160)
TINY_TEXT = [["Japan", "fears", "that", "the", "U.S.", "will", "deploy", "THAAD", "near", "Tōkyō", "."],
             ["Its", "2", "islands", "do", "n't", "oppose", "NATO", "'s", "missiles", ",", "said", "Mr.", "Abé", "."]]


def tiny(stem):
    """tiny.bin and tiny.json: a random model and the outputs of the reference for two sentences."""
    import reference
    from model import Reader
    torch.manual_seed(7)
    vocab = [PAD, UNK, CLS, SEP] + [chr(c) for c in range(33, 127) if not chr(c).isupper()] + ["##" + chr(c) for c in range(97, 123)] \
        + "japan fear ##s that the will deploy near to ##ky ##yo its islands do oppose nato missile said mr abe".split()
    vocab = list(dict.fromkeys(vocab))
    labels = dict(upos=["NOUN", "VERB", "PROPN", "PUNCT", "X"], xpos=["NN", "VB", "NNP"], lemma=["l0", "k0", "l1", "l3y"], feats=["_", "Number=Sing", "Number=Plur"],
                  deprel=["root", "nsubj", "obj", "punct", "nmod:unmarked"])
    m = Reader(labels, len(vocab), TINY)
    with torch.no_grad():
        for p in m.parameters():
            p.copy_(torch.randn_like(p) * (0.3 if p.ndim == 1 else p.shape[-1] ** -0.5))
        for n, p in m.named_parameters():
            if "norm" in n and n.endswith("weight"):
                p.add_(1.0)
    out = pathlib.Path(stem)
    out.parent.mkdir(parents=True, exist_ok=True)
    write(out.with_suffix(".bin"), header(TINY, labels, vocab, DEFAULT_THRESHOLDS, {r: {"a": 1.0, "b": 0.0} for r in RELATIONS}, lemmas=["said\tVERB\tsay"]),
          tensors(m.state_dict(), list(range(len(vocab)))))
    net = reference.Network(out.with_suffix(".bin"))
    json.dump(reference.expected(net, TINY_TEXT), open(out.with_suffix(".json"), "w"), separators=(",", ":"), ensure_ascii=False)
    return m, net


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--checkpoint")
    ap.add_argument("--shared", default="../shared")
    ap.add_argument("--out")
    ap.add_argument("--scores")
    ap.add_argument("--lemmas", help="file of lemmas.py, goes into the header")
    ap.add_argument("--tiny")
    a = ap.parse_args()
    torch.set_num_threads(1)
    if a.tiny:
        tiny(a.tiny)
    else:
        export(a.checkpoint, a.shared, a.out, json.load(open(a.scores)) if a.scores else None, a.lemmas)
