"""Numpy reference of the quantised inference over an exported model file: what the C++ side must compute (to about 1e-4)."""
import math
import numpy as np
from export import read
from model import bucket_distance, bucket_mentions
from pieces import Pieces, shape

F = np.float32
erf = np.vectorize(math.erf, otypes=[np.float32])


def gelu(x):
    return (F(0.5) * x * (F(1) + erf(x * F(0.7071067811865476)))).astype(F)


def relu(x):
    return np.maximum(x, F(0))


def norm(x, w, b):
    mu = x.mean(-1, keepdims=True, dtype=F)
    d = x - mu
    return (d / np.sqrt((d * d).mean(-1, keepdims=True, dtype=F) + F(1e-12)) * w + b).astype(F)


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return (e / e.sum(-1, keepdims=True)).astype(F)


class Network:
    def __init__(self, path):
        self.header, self.t, ok = read(path)
        assert ok, "checksum"
        self.c = self.header["config"]
        self.pieces = Pieces(self.header["pieces"])

    def linear(self, name, x):
        """Rows of x quantised to int8 by their largest magnitude, integer products, then float(acc) * (row scale * weight scale) + bias."""
        q, s = self.t[name + ".weight"]
        top = np.abs(x).max(-1, keepdims=True)
        sx = (top / F(127)).astype(F)
        xi = np.rint(np.divide(x, sx, out=np.zeros_like(x), where=sx > 0)).astype(np.int32)
        y = (xi.astype(np.float64) @ q.T.astype(np.float64)).astype(F) * (sx * s)     # exact: sums stay below 2^53
        b = self.t.get(name + ".bias")
        return (y if b is None else y + b).astype(F)

    def encode(self, sentences):
        """One window: (first-piece vectors of all words, piece strings, shapes)."""
        ids, shapes, first = [self.pieces.cls], [0], []
        for s in sentences:
            for i, w in enumerate(s):
                first.append(len(ids))
                p = self.pieces.word(w)
                ids += p
                shapes += [shape(w, i == 0)] * len(p)
        ids.append(self.pieces.sep)
        shapes.append(0)
        t, n = self.t, len(ids)
        q, s = t["enc.word"]
        x = q[ids].astype(F) * s[ids][:, None] + t["enc.pos"][:n] + t["enc.shape"][shapes]
        x = norm(x, t["enc.norm.weight"], t["enc.norm.bias"])
        H = self.c["heads"]
        for i in range(self.c["layers"]):
            p = f"enc.layers.{i}."
            qkv = self.linear(p + "qkv", x).reshape(n, 3, H, -1)
            qh, kh, vh = (qkv[:, j].transpose(1, 0, 2) for j in range(3))
            a = softmax(qh @ kh.transpose(0, 2, 1) / F(math.sqrt(qh.shape[-1]))) @ vh
            x = norm(x + self.linear(p + "out", a.transpose(1, 0, 2).reshape(n, -1)), t[p + "norm1.weight"], t[p + "norm1.bias"])
            x = norm(x + self.linear(p + "down", gelu(self.linear(p + "up", x))), t[p + "norm2.weight"], t[p + "norm2.bias"])
        return x[first], [self.pieces.vocab[i] for i in ids], shapes

    def arcs(self, h):
        """h of one sentence -> [n][n + 1], column 0 the root."""
        dep, head = relu(self.linear("arc_dep", h)), relu(self.linear("arc_head", h))
        return self.linear("arc_w", dep) @ np.vstack([self.t["arc_root"][None], head]).T

    def deprels(self, h, heads):
        """heads: 0 root, else 1 + word -> label logits [n][R]."""
        dep, hd = relu(self.linear("rel_dep", h)), relu(self.linear("rel_head", h))
        hh = np.vstack([self.t["rel_root"][None], hd])[heads]
        x = self.linear("rel_w", dep).reshape(len(h), -1, hh.shape[1])
        return np.einsum("nrp,np->nr", x, hh) + self.linear("rel_d", dep) + self.linear("rel_h", hh)

    def spans(self, h):
        """{(i, j): logits [C]} for the spans of one sentence, j inclusive."""
        s, e = gelu(self.linear("sp_start", h)), gelu(self.linear("sp_end", h))
        x = self.linear("sp_w", s).reshape(len(h), -1, e.shape[1])
        ls, le = self.linear("sp_s", s), self.linear("sp_e", e)
        return {(i, j): x[i] @ e[j] + ls[i] + le[j] + self.t["sp_width"][:, j - i]
                for i in range(len(h)) for j in range(i, min(len(h), i + self.c["width"]))}

    def antecedents(self, x, sent):
        """Mentions of one window in (start, end) order -> [M][M]: score of j as antecedent of i, for j < i (none has 0)."""
        a, b = gelu(self.linear("an_a", x)), gelu(self.linear("an_b", x))
        s = self.linear("an_w", a) @ b.T
        M = len(x)
        out = np.zeros((M, M), F)
        for i in range(M):
            for j in range(i):
                out[i, j] = s[i, j] + self.t["an_dist"][bucket_mentions(i - j - 1)] + self.t["an_sent"][min(3, sent[i] - sent[j])]
        return out

    def pair(self, h, xs, xt, s, t, stype, ttype):
        """h of the sentence, spans s and t (local, end inclusive) -> dict(p, alpha with null last, z, relations, modality)."""
        T = self.t
        d = int(bucket_distance(t[0] - s[0]))
        p = gelu(self.linear("pr_s", xs[None]) + self.linear("pr_t", xt[None]) + T["pr_dist"][d] + T["pr_stype"][stype] + T["pr_ttype"][ttype])
        lo, hi = min(s[0], t[0]), max(s[1], t[1])
        where = [0 if s[0] <= i <= s[1] else 1 if t[0] <= i <= t[1] else 3 if i < lo else 4 if i > hi else 2 for i in range(len(h))]
        sc = (self.linear("tr_k", h) @ self.linear("tr_q", p)[0]) / F(math.sqrt(self.c["attn"])) + T["tr_pos"][where]
        alpha = softmax(np.append(sc, F(0)))
        c = alpha[:-1] @ self.linear("tr_v", h)
        z = gelu(self.linear("pr_z", np.concatenate([p, c[None]], 1)))
        return dict(z=z[0], alpha=alpha, relations=self.linear("relations", z)[0], modality=self.linear("modality", z)[0].reshape(-1, 3))

    def speakers(self, z, x):
        return self.linear("sk_x", x) @ self.linear("sk_z", z[None])[0]


def expected(net, sentences):
    """Inputs and outputs for the tests: one window of the sentences."""
    h, pieces, shapes = net.encode(sentences)
    starts = np.cumsum([0] + [len(s) for s in sentences])
    r = lambda a: [float(f"{v:.6g}") for v in np.asarray(a, np.float64).ravel()]
    out = dict(sentences=sentences, pieces=pieces, shapes=shapes, words=[r(v) for v in h], trees=[], spans=[])
    for k, s in enumerate(sentences):
        hs = h[starts[k]:starts[k + 1]]
        arcs = net.arcs(hs)
        heads = arcs.argmax(1)
        out["trees"].append(dict(**{n: [r(v) for v in net.linear(n, hs)] for n in ("upos", "xpos", "lemma", "feats", "ner")},
                                 arcs=[r(v) for v in arcs], heads=heads.tolist(), deprel=[r(v) for v in net.deprels(hs, heads)]))
        out["spans"].append([[i, j, r(v)] for (i, j), v in net.spans(hs).items() if (i + j) % 3 == 0])
    ments = [(0, 0, 0, 0), (0, 3, 4, 0), (0, 7, 7, 4), (0, 9, 9, 1), (1, 0, 0, 0), (1, 0, 2, 1), (1, 6, 6, 3), (1, 11, 12, 2)]   # sentence, first, last, type
    x = np.stack([np.concatenate([h[starts[k] + a], h[starts[k] + b]]) for k, a, b, _ in ments])
    out["mentions"] = [list(m) for m in ments]
    out["antecedents"] = [r(v) for v in net.antecedents(x, [m[0] for m in ments])]
    out["pairs"] = []
    for i, j in [(0, 1), (1, 0), (1, 2), (3, 0), (4, 5), (5, 4), (6, 7), (7, 4)]:
        k, a, b, ty = ments[i]
        _, c, d, tz = ments[j]
        p = net.pair(h[starts[k]:starts[k + 1]], x[i], x[j], (a, b), (c, d), ty, tz)
        out["pairs"].append(dict(source=i, target=j, alpha=r(p["alpha"]), z=r(p["z"]), relations=r(p["relations"]), modality=r(p["modality"]),
                                 speakers=r(net.speakers(p["z"], x))))
    return out
