"""The reader's network: a six-layer BERT encoder with a shape embedding, and its heads."""
import math
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from labels import MODALITY, NER, RELATIONS, TYPES, WIDTH

C = len(TYPES) + 1
NR, NM = len(RELATIONS), len(MODALITY)
CONFIG = dict(layers=6, hidden=384, heads=12, ffn=1536, arc=256, rel=96, span=64, width=WIDTH, ante=128, pair=256, attn=96, spk=64,
              shapes=16, positions=160)


class Linear(nn.Linear):
    """A linear layer whose weights can be rounded as they are exported (int8 rows within +-63), with straight-through gradients."""
    fake = False

    def forward(self, x):
        w = self.weight
        if Linear.fake:
            scale = w.detach().abs().amax(1, keepdim=True).clamp_min(1e-12) / 63
            w = w + ((w.detach() / scale).round().clamp(-63, 63) * scale - w.detach())
        return F.linear(x, w, self.bias)


class Layer(nn.Module):
    def __init__(self, c, drop):
        super().__init__()
        h = c["hidden"]
        self.heads = c["heads"]
        self.qkv, self.out = Linear(h, 3 * h), Linear(h, h)
        self.up, self.down = Linear(h, c["ffn"]), Linear(c["ffn"], h)
        self.norm1, self.norm2 = nn.LayerNorm(h, 1e-12), nn.LayerNorm(h, 1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        B, L, H = x.shape
        q, k, v = self.qkv(x).view(B, L, 3, self.heads, H // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(B, L, H)
        x = self.norm1(x + self.drop(self.out(a)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, c, vocab, drop):
        super().__init__()
        h = c["hidden"]
        self.word = nn.Embedding(vocab, h)
        self.word.weight.requires_grad_(False)
        self.pos = nn.Parameter(torch.zeros(c["positions"], h))     # token type 0 is folded in
        self.shape = nn.Parameter(torch.zeros(c["shapes"], h))
        self.norm = nn.LayerNorm(h, 1e-12)
        self.layers = nn.ModuleList(Layer(c, drop) for _ in range(c["layers"]))
        self.drop = nn.Dropout(drop)

    def forward(self, ids, shapes, mask):
        x = F.embedding(ids, self.word.weight) + self.pos[:ids.shape[1]] + self.shape[shapes]
        x = self.drop(self.norm(x))
        m = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, m)
        return x

    def load_bert(self, path):
        from safetensors.torch import load_file
        w = load_file(path)
        g = lambda k: w[k].float()
        with torch.no_grad():
            self.word.weight.copy_(g("embeddings.word_embeddings.weight"))
            self.pos.copy_(g("embeddings.position_embeddings.weight")[:len(self.pos)] + g("embeddings.token_type_embeddings.weight")[0])
            self.norm.weight.copy_(g("embeddings.LayerNorm.weight"))
            self.norm.bias.copy_(g("embeddings.LayerNorm.bias"))
            for i, l in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for k in ("weight", "bias"):
                    getattr(l.qkv, k).copy_(torch.cat([g(p + f"attention.self.{n}.{k}") for n in ("query", "key", "value")]))
                    for a, b in ((l.out, "attention.output.dense"), (l.up, "intermediate.dense"), (l.down, "output.dense"),
                                 (l.norm1, "attention.output.LayerNorm"), (l.norm2, "output.LayerNorm")):
                        getattr(a, k).copy_(g(p + b + "." + k))


def bucket_distance(d):
    """Signed word distance to 0..15."""
    edges = np.array([2, 3, 5, 8, 13, 21, 33])
    d = np.asarray(d)
    return np.digitize(np.abs(d), edges) + 8 * (d > 0)


def bucket_mentions(k):
    """Mentions between: 0,1,2,3,4,5-7,8-15,16+."""
    return np.digitize(k, [1, 2, 3, 4, 5, 8, 16])


def small(*shape, std=0.02):
    return nn.Parameter(torch.randn(*shape) * std)


class Reader(nn.Module):
    def __init__(self, labels, vocab, c=CONFIG, drop=0.1):
        super().__init__()
        self.c = c
        h = c["hidden"]
        self.encoder = Encoder(c, vocab, drop)
        self.upos, self.xpos, self.lemma, self.feats = (Linear(h, len(labels[k])) for k in ("upos", "xpos", "lemma", "feats"))
        self.ner = Linear(h, len(NER))
        nrel = len(labels["deprel"])
        A, Q = c["arc"], c["rel"]
        self.arc_dep, self.arc_head = Linear(h, A), Linear(h, A)
        self.arc_root, self.arc_w, self.arc_b = small(A), small(A, A, std=1 / A), small(A)
        self.rel_dep, self.rel_head, self.rel_root = Linear(h, Q), Linear(h, Q), small(Q)
        self.rel_w, self.rel_d, self.rel_h = small(nrel, Q, Q, std=1 / Q), Linear(Q, nrel), Linear(Q, nrel)
        S = c["span"]
        self.sp_start, self.sp_end = Linear(h, S), Linear(h, S)
        self.sp_w, self.sp_s, self.sp_e, self.sp_width = small(C, S, S, std=1 / S), Linear(S, C), Linear(S, C), small(C, c["width"])
        with torch.no_grad():
            self.sp_width[0] += 5.0
        N = c["ante"]
        self.an_a, self.an_b, self.an_w = Linear(2 * h, N), Linear(2 * h, N), small(N, N, std=1 / N)
        self.an_dist, self.an_sent = small(8), small(4)
        P = c["pair"]
        self.pr_s, self.pr_t = Linear(2 * h, P), Linear(2 * h, P)
        self.pr_dist, self.pr_stype, self.pr_ttype = small(16, P), small(len(TYPES), P), small(len(TYPES), P)
        self.tr_q, self.tr_k, self.tr_v, self.tr_pos = Linear(P, c["attn"]), Linear(h, c["attn"]), Linear(h, P), small(5)
        self.pr_z, self.relations, self.modality = Linear(2 * P, P), Linear(P, NR), Linear(P, NM * NR)
        with torch.no_grad():
            self.relations.bias.fill_(-4.0)
        self.sk_z, self.sk_x = Linear(P, c["spk"]), Linear(2 * h, c["spk"])
        self.drop = nn.Dropout(drop)

    # ---- scores

    def words(self, b):
        """Vectors of the batch's words [N, hidden]."""
        x = self.encoder(torch.from_numpy(b.ids), torch.from_numpy(b.shapes), torch.from_numpy(b.mask))
        return self.drop(x.reshape(-1, x.shape[-1])[torch.from_numpy(b.wpos)])

    def pad(self, x, b):
        """[N, k] -> [S, L, k] by sentence."""
        L = int(b.length.max())
        out = x.new_zeros(b.S * L, x.shape[1])
        return out.index_copy(0, torch.from_numpy(b.word_sent * L + b.word_local), x).view(b.S, L, -1)

    def arcs(self, h, b):
        """Scores [N, L + 1]: column 0 is the root."""
        dep, head = F.relu(self.arc_dep(h)), F.relu(self.arc_head(h))
        heads = torch.cat([self.arc_root.expand(b.S, 1, -1), self.pad(head, b)], 1)
        q = self.pad(dep @ self.arc_w + self.arc_b, b)
        s = q @ heads.transpose(1, 2)
        L = s.shape[1]
        ok = torch.arange(L + 1)[None] <= torch.from_numpy(b.length)[:, None]
        s = s.masked_fill(~ok[:, None], -1e9)
        return s.reshape(b.S * L, L + 1)[torch.from_numpy(b.word_sent * L + b.word_local)]

    def deprels(self, h, head, b):
        """Label logits [n, R] for the words with given heads: head [n] flat word index or -1 for root."""
        dep, hd = F.relu(self.rel_dep(h)), F.relu(self.rel_head(h))
        hh = torch.where((head >= 0)[:, None], hd[head.clamp_min(0)], self.rel_root)
        x = torch.einsum("nq,rqp->nrp", dep, self.rel_w)
        return torch.einsum("nrp,np->nr", x, hh) + self.rel_d(dep) + self.rel_h(hh)

    def spans(self, h, b):
        """Span logits [n, WIDTH, C] of the words of sentences; widths beyond the sentence get -1e9 off `none`."""
        s, e = F.gelu(self.sp_start(h)), F.gelu(self.sp_end(h))
        N, W = h.shape[0], self.c["width"]
        j = np.arange(N)[:, None] + np.arange(W)
        ok = j < (b.start + b.length)[b.word_sent][:, None]
        j = torch.from_numpy(np.minimum(j, N - 1))
        x = torch.einsum("nk,ckl->ncl", s, self.sp_w)
        logits = torch.einsum("ncl,nwl->nwc", x, e[j]) + self.sp_s(s)[:, None] + self.sp_e(e)[j] + self.sp_width.t()
        return logits, ok

    def antecedents(self, x, win, sent):
        """Scores [M, M + 1] among mentions sorted by window and (start, end): column 0 none, j + 1 mention j; impossible ones -1e9."""
        a, bb = F.gelu(self.an_a(x)), F.gelu(self.an_b(x))
        s = (a @ self.an_w) @ bb.t()
        M = len(win)
        between = np.clip(np.arange(M)[:, None] - np.arange(M)[None] - 1, 0, None)
        ds = np.clip(sent[:, None] - sent[None], 0, 3)
        ok = (win[:, None] == win[None]) & (np.arange(M)[:, None] > np.arange(M)[None])
        s = s + self.an_dist[torch.from_numpy(bucket_mentions(between))] + self.an_sent[torch.from_numpy(ds)]
        s = s.masked_fill(~torch.from_numpy(ok), -1e9)
        return torch.cat([s.new_zeros(M, 1), s], 1)

    def pairs(self, h, x, b, P):
        """Vectors z [n, pair] and attention logits [n, L + 1] (null word last) of mention pairs.
        P: arrays s, t (rows of x), sent, slot (place in the sentence), stype, ttype, and a0, a1, b0, b1 (local word spans, ends inclusive)."""
        d = bucket_distance(P["b0"] - P["a0"])
        tt = torch.from_numpy
        p = F.gelu(self.pr_s(x)[tt(P["s"])] + self.pr_t(x)[tt(P["t"])] + self.pr_dist[tt(d)] + self.pr_stype[tt(P["stype"])] + self.pr_ttype[tt(P["ttype"])])
        sents, row = np.unique(P["sent"], return_inverse=True)
        L, n, m = int(b.length[sents].max()), len(row), int(P["slot"].max()) + 1
        w = b.start[sents][:, None] + np.minimum(np.arange(L)[None], b.length[sents][:, None] - 1)
        k, v = self.tr_k(h)[tt(w)], self.tr_v(h)[tt(w)]          # [S', L, .]
        place = tt(row * m + P["slot"])
        q = self.tr_q(p)
        q = q.new_zeros(len(sents) * m, q.shape[1]).index_copy(0, place, q).view(len(sents), m, -1)
        s = (q @ k.transpose(1, 2) / math.sqrt(self.c["attn"])).view(len(sents) * m, L)[place]
        i = np.arange(L)[None]
        a0, a1, b0, b1 = (P[key][:, None] for key in ("a0", "a1", "b0", "b1"))
        lo, hi = np.minimum(a0, b0), np.maximum(a1, b1)
        where = np.where((i >= a0) & (i <= a1), 0, np.where((i >= b0) & (i <= b1), 1, np.where(i < lo, 3, np.where(i > hi, 4, 2))))
        s = (s + self.tr_pos[tt(where)]).masked_fill(tt(i >= b.length[P["sent"]][:, None]), -1e9)
        s = torch.cat([s, s.new_zeros(n, 1)], 1)
        alpha = s.softmax(1)[:, :L]
        al = alpha.new_zeros(len(sents) * m, L).index_copy(0, place, alpha).view(len(sents), m, L)
        c = (al @ v).view(len(sents) * m, -1)[place]
        z = F.gelu(self.pr_z(self.drop(torch.cat([p, c], 1))))
        return self.drop(z), s

    def speakers(self, z, x):
        return self.sk_z(z) @ self.sk_x(x).t()
