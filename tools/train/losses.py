"""Training losses over one batch."""
import numpy as np
import torch
import torch.nn.functional as F
from labels import R, RELATIONS, SYMMETRIC, WIDTH
from data import ALL

NONE_WEIGHT = 0.6      # weight of spans whose only acceptable class is "none"
POSITIVE_WEIGHT = 2.5  # of a true relation
MAX_PAIRS = 90         # candidate pairs of a sentence


def ce(logits, gold):
    gold = torch.from_numpy(np.ascontiguousarray(gold))
    return F.cross_entropy(logits, gold, ignore_index=-100) if (gold >= 0).any() else logits.sum() * 0


def tree_losses(m, h, b):
    keep = np.flatnonzero(b.tags[:, 4] >= 0)
    out = {}
    t = b.tags
    out["upos"] = ce(m.upos(h), t[:, 0])
    out["xpos"] = 0.5 * ce(m.xpos(h), t[:, 1])
    out["lemma"] = 0.5 * ce(m.lemma(h), t[:, 2])
    out["feats"] = 0.5 * ce(m.feats(h), t[:, 3])
    out["arc"] = ce(m.arcs(h, b), t[:, 4])
    head = np.where(t[:, 4] > 0, t[:, 4] - 1 + b.start[b.word_sent], -1)
    out["deprel"] = ce(m.deprels(h, torch.from_numpy(head), b), t[:, 5])
    return out


def span_loss(m, h, b):
    logits, ok = m.spans(h, b)
    use = ok & b.span_words[:, None] & (b.acc != ALL)
    ix = np.flatnonzero(use.ravel())
    lg = logits.reshape(-1, logits.shape[-1])[torch.from_numpy(ix)]
    acc = b.acc.ravel()[ix]
    bits = torch.from_numpy((acc[:, None] >> np.arange(lg.shape[1])) & 1).bool()
    loss = lg.logsumexp(1) - lg.masked_fill(~bits, -1e9).logsumexp(1)
    w = torch.from_numpy(np.where(acc & 1, NONE_WEIGHT, 1.0).astype(np.float32))
    return (loss * w).sum() / max(1, int(b.span_words.sum())) * 4, logits, ok


def decode(logits, ok, bias=0.0):
    """Rows (word, width index, type, margin) of the spans whose best class isn't none."""
    lg = logits.detach()
    best, cls = lg[..., 1:].max(-1)
    margin = (best - lg[..., 0] + bias).numpy()
    hit = np.argwhere((margin > 0) & ok)
    return [(int(i), int(w), int(cls[i, w]), float(margin[i, w])) for i, w in hit]


def mention_vectors(h, a, e):
    return torch.cat([h[torch.from_numpy(np.asarray(a, np.int64))], h[torch.from_numpy(np.asarray(e, np.int64))]], 1)


def antecedent_loss(m, h, b):
    keep = [i for i in range(len(b.m_a)) if b.sents[b.m_sent[i]].get("ante")]
    if not keep:
        return h.sum() * 0
    a, e = np.array(b.m_a)[keep], np.array(b.m_b)[keep]
    sent = np.array(b.m_sent)[keep]
    win = b.sent_win[sent]
    s = m.antecedents(mention_vectors(h, a, e), win, sent)
    gold = np.zeros(s.shape, bool)
    groups = {}
    ents = [b.m_ents[i] for i in keep]
    for i in range(len(keep)):
        for x in ents[i]:
            for j in groups.get((win[i], x), ()):
                gold[i, j + 1] = True
            groups.setdefault((win[i], x), []).append(i)
    gold[:, 0] = ~gold[:, 1:].any(1)
    return (s.logsumexp(1) - s.masked_fill(~torch.from_numpy(gold), -1e9).logsumexp(1)).mean()


def relation_losses(m, h, b, logits, ok, rng, hard=True):
    sents = [k for k in range(b.S) if "edges" in b.sents[k]]
    if not sents:
        return {}
    a, e, typ = list(b.m_a), list(b.m_b), list(b.m_type)
    per = {k: list(range(b.first_mention[k], b.first_mention[k] + len(b.sents[k]["ments"]))) for k in sents}
    if hard:
        gold = {(x, y) for x, y in zip(b.m_a, b.m_b)}
        extra = {}
        for i, w, c, mg in decode(logits, ok):
            k = b.word_sent[i]
            if k in per and (i, i + w) not in gold:
                extra.setdefault(k, []).append((mg, i, i + w, c))
        for k, xs in extra.items():
            for mg, i, j, c in sorted(xs, reverse=True)[:8]:
                per[k].append(len(a))
                a.append(i), e.append(j), typ.append(c)
    S, T_, sent, slot, y, w = [], [], [], [], [], []
    edges = []       # (pair row, relation, modality, who, trigger, sentence)
    trig = {}
    for k in sents:
        s = b.sents[k]
        f = b.first_mention[k]
        pos, mask = {}, {}
        for i, j, r, mod, who, tr in s["edges"]:
            for p, q in ((i, j), (j, i))[:2 if RELATIONS[r] in SYMMETRIC else 1]:
                pos.setdefault((f + p, f + q), []).append((r, mod, who, tr))
        for i, j, r in s["relmask"]:
            mask.setdefault((f + i, f + j), []).append(r)
        rest = [(i, j) for i in per[k] for j in per[k] if i != j and (i, j) not in pos]
        room = max(10, MAX_PAIRS - len(pos))
        if len(rest) > room:
            rest = rng.sample(rest, room)
        for n, (i, j) in enumerate(list(pos) + rest):
            row = len(S)
            S.append(i), T_.append(j), sent.append(k), slot.append(n)
            yy, ww = np.zeros(len(RELATIONS), np.float32), np.ones(len(RELATIONS), np.float32)
            ww[mask.get((i, j), [])] = 0
            trig[row] = set()
            for r, mod, who, tr in pos.get((i, j), ()):
                yy[r], ww[r] = 1, POSITIVE_WEIGHT
                edges.append((row, r, mod, who, k))
                trig[row] |= set(tr)
            if (i, j) in pos and not trig[row]:
                trig[row] = {-1}
            y.append(yy), w.append(ww)
    if not S:
        return {}
    A, E = np.array(a), np.array(e)
    S, T_, sent = map(np.array, (S, T_, sent))
    st = b.start[sent]
    x = m.drop(mention_vectors(h, A, E))
    P = dict(s=S, t=T_, sent=sent, slot=np.array(slot), stype=np.array(typ)[S], ttype=np.array(typ)[T_],
             a0=A[S] - st, a1=E[S] - st, b0=A[T_] - st, b1=E[T_] - st)
    z, att = m.pairs(h, x, b, P)
    rel = m.relations(z)
    y, w = torch.from_numpy(np.array(y)), torch.from_numpy(np.array(w))
    out = {"rel": 0.6 * F.binary_cross_entropy_with_logits(rel, y, weight=w, reduction="sum") / len(sents)}
    # triggers: gold words of positive pairs; other pairs attend to the null word, with a small weight
    gold = np.zeros(att.shape, bool)
    wt = np.zeros(len(S), np.float32)
    for row, ws in trig.items():
        if ws:
            gold[row, [-1 if i < 0 else i for i in ws]] = True
            wt[row] = 1
    L = wt > 0
    if L.any():
        rows = torch.from_numpy(np.flatnonzero(L))
        la = att[rows].log_softmax(1).masked_fill(~torch.from_numpy(gold[L]), -1e9).logsumexp(1)
        out["trig"] = -0.4 * la.mean()
        rows = torch.tensor([r[0] for r in edges])
        md = m.modality(z[rows]).view(len(edges), len(RELATIONS), -1)[torch.arange(len(edges)), torch.tensor([r[1] for r in edges])]
        out["mod"] = 0.5 * F.cross_entropy(md, torch.tensor([r[2] for r in edges]))
        gm = len(b.m_a)
        sk = m.speakers(z[rows], x[:gm])
        win = b.sent_win[np.array(b.m_sent)]
        ew = b.sent_win[np.array([r[4] for r in edges])]
        sk = sk.masked_fill(torch.from_numpy(win[None] != ew[:, None]), -1e9)
        sk = torch.cat([sk.new_zeros(len(edges), 1), sk], 1)
        gs = np.zeros(sk.shape, bool)
        for i, (_, _, _, who, k) in enumerate(edges):
            if who is None:
                gs[i, 0] = True
            else:
                for j in range(gm):
                    if win[j] == ew[i] and who in b.m_ents[j]:
                        gs[i, j + 1] = True
        good = torch.from_numpy(np.flatnonzero(gs.any(1)))
        if len(good):
            gsT = torch.from_numpy(gs)[good]
            out["spk"] = 0.4 * (sk[good].logsumexp(1) - sk[good].masked_fill(~gsT, -1e9).logsumexp(1)).mean()
    return out


def losses(m, b, rng, hard=True):
    h = m.words(b)
    out = {}
    if (b.tags[:, 4] >= 0).any():
        out.update(tree_losses(m, h, b))
    if (b.ner >= 0).any():
        out["ner"] = ce(m.ner(h), b.ner) * (1.0 if (b.tags[:, 4] >= 0).any() else 0.5)
    if b.span_words.any():
        out["span"], logits, ok = span_loss(m, h, b)
        if any(s.get("ante") for s in b.sents):
            out["ante"] = 0.3 * antecedent_loss(m, h, b)
        out.update(relation_losses(m, h, b, logits, ok, rng, hard))
    return out
