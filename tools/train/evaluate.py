"""Scores an exported model on the development documents, tunes its thresholds and calibrates its confidence there.

  python tools/train/evaluate.py --model RUN/model.bin --data RUN [--quick] [--tune RUN/scores.json]

The weights are the file's (rounded to int8) and activations are rounded as at run time, so the figures are those of the exported model.
Only development data is read here; the test part of split.json is for the finished program.
"""
import argparse, collections, json, math, pathlib, pickle, re
import numpy as np
import torch
import torch.nn.functional as F
import data
from export import read
from labels import FAMILY, MAX_WINDOW, NER, R, RELATIONS, SYMMETRIC, TYPES, WIDTH
from losses import decode, mention_vectors
from model import Linear, Reader
from pieces import Pieces


def rounded(x):
    """x as the run time sees it: int8 by the row's largest magnitude."""
    s = (x.abs().amax(-1, keepdim=True) / 127).clamp_min(1e-12)
    return (x / s).round() * s


def load(path):
    """(model with the file's weights, pieces, header)."""
    header, t, ok = read(path)
    assert ok, "checksum"
    c = header["config"]
    m = Reader(header["labels"], len(header["pieces"]), c)
    with torch.no_grad():
        for k, v in t.items():
            w = torch.from_numpy(v[0].astype(np.float32) * v[1][:, None] if isinstance(v, tuple) else v.copy())
            if k == "enc.word":
                m.encoder.word.weight.copy_(w)
            elif k in ("arc_w.weight", "an_w.weight"):
                getattr(m, k[:-7]).copy_(w.t())
            elif k == "arc_w.bias":
                m.arc_b.copy_(w)
            elif k in ("rel_w.weight", "sp_w.weight"):
                p = getattr(m, k[:-7])
                p.copy_(w.view(p.shape[0], p.shape[2], p.shape[1]).transpose(1, 2))
            else:
                m.get_parameter(k.replace("enc.", "encoder.")).copy_(w)
    Linear.forward = lambda self, x: F.linear(rounded(x), self.weight, self.bias)
    return m.eval(), Pieces(header["pieces"]), header


def respell(docs, pieces):
    """The documents with the pieces of a pruned vocabulary."""
    for d in docs:
        for s in d:
            s["pieces"] = [pieces.word(w) for w in s["words"]]
            s["n"] = sum(map(len, s["pieces"]))
    return docs


def run(model, docs, pieces, per_batch=8):
    """Yields (batch, word vectors) over all windows, in document order."""
    wins = [w for d in docs for w in data.windows(d, MAX_WINDOW)]
    with torch.no_grad():
        for i in range(0, len(wins), per_batch):
            b = data.Batch(wins[i:i + per_batch], pieces)
            yield b, model.words(b)


# ---------------------------------------------------------------- trees and names

def lemma_dictionary(path):
    return {tuple(x.rstrip("\n").split("\t")[:2]): x.rstrip("\n").split("\t")[2] for x in open(path, encoding="utf-8")} if path and pathlib.Path(path).exists() else {}


def trees(model, docs, pieces, labels, lemmas):
    n = collections.Counter()
    base = lambda x: x.split(":")[0]
    for b, h in run(model, docs, pieces):
        with torch.no_grad():
            upos, lem = model.upos(h).argmax(1).numpy(), model.lemma(h).argmax(1).numpy()
            xpos, fe = model.xpos(h).argmax(1).numpy(), model.feats(h).argmax(1).numpy()
            head = model.arcs(h, b).argmax(1).numpy()
            flat = np.where(head > 0, head - 1 + b.start[b.word_sent], -1)
            rel = model.deprels(h, torch.from_numpy(flat), b).argmax(1).numpy()
        for k, s in enumerate(b.sents):
            g = s["gold"]
            for i, w in enumerate(s["words"]):
                j = b.start[k] + i
                n["words"] += 1
                n["upos"] += labels["upos"][upos[j]] == g["upos"][i]
                n["xpos"] += xpos[j] == s["tags"][i, 1]
                n["feats"] += fe[j] == s["tags"][i, 3]
                good = head[j] == s["tags"][i, 4]
                n["uas"] += good
                n["las"] += good and base(labels["deprel"][rel[j]]) == base(g["deprel"][i])
                lemma = lemmas.get((w.lower(), labels["upos"][upos[j]])) or data.apply_rule(w, labels["lemma"][lem[j]])
                n["lemma"] += lemma.lower() == g["lemma"][i].lower()
    return {k: round(float(100 * v / n["words"]), 2) for k, v in n.items() if k != "words"} | {"words": n["words"]}


def f1(hit, sys_n, gold_n):
    p, r = hit / max(1, sys_n), hit / max(1, gold_n)
    return dict(p=round(100 * p, 1), r=round(100 * r, 1), f=round(200 * p * r / max(1e-9, p + r), 1))


def name_scores(model, docs, pieces):
    """F1 of names by the tags of the words; a later word of a name that none of its kind goes before begins one."""
    hit = sys_n = gold_n = untyped = 0
    for b, h in run(model, docs, pieces):
        with torch.no_grad():
            best = model.ner(h).argmax(1).numpy()
        for k, s in enumerate(b.sents):
            got, before = [], "O"
            for i, t in enumerate(NER[x] for x in best[b.start[k]:b.start[k] + b.length[k]]):
                if t[:1] == "I" and before[2:] == t[2:]:
                    got[-1][1] = i + 1
                elif t != "O":
                    got.append([i, i + 1, t[2:]])
                before = t
            got, gold = {tuple(x) for x in got}, set(s["names"])
            hit += len(got & gold)
            untyped += len({x[:2] for x in got} & {x[:2] for x in gold})
            sys_n, gold_n = sys_n + len(got), gold_n + len(gold)
    return dict(f1(hit, sys_n, gold_n), spans=f1(untyped, sys_n, gold_n)["f"])


# ---------------------------------------------------------------- the annotated corpus

def score_pairs(model, b, h, k, spans, types):
    """Relation logits, modality and more for all ordered pairs of spans of sentence k: {(i, j): (relations, modality rows)}."""
    pairs = [(i, j) for i in range(len(spans)) for j in range(len(spans)) if i != j]
    if not pairs:
        return {}
    A = np.array([b.start[k] + a for a, _ in spans])
    E = np.array([b.start[k] + e - 1 for _, e in spans])
    S, T_ = (np.array(v) for v in zip(*pairs))
    with torch.no_grad():
        x = mention_vectors(h, A, E)
        ty = np.array(types)
        st = b.start[k]
        z, att = model.pairs(h, x, b, dict(s=S, t=T_, sent=np.full(len(S), k), slot=np.arange(len(S)), stype=ty[S], ttype=ty[T_],
                                           a0=A[S] - st, a1=E[S] - st, b0=A[T_] - st, b1=E[T_] - st))
        rel = model.relations(z).numpy()
        mod = model.modality(z).view(len(S), len(RELATIONS), 3).numpy()
        att = att.softmax(1).numpy()
    return {p: (rel[n], mod[n], att[n], z[n]) for n, p in enumerate(pairs)}


PRONOUNS = set("you your he him his she her hers it its they them their theirs this that these those who which both".split())


def collect(model, docs, pieces, bias, floor=-3.0):
    """For every document: gold edges a sentence, candidate edges with gold mentions, with own mentions, and mention counts."""
    out = []
    for d in docs:
        names = {}
        for e, al in d["aliases"].items():
            for x in al:
                if x.lower() not in PRONOUNS:
                    names.setdefault(x, e)
        lower = {}
        for x, e in names.items():
            lower.setdefault(re.sub(r"^(the|a|an) ", "", x.lower()), e)
        rec = dict(name=d["name"], real=d["real"], gold=[], given=[], own=[], ments=collections.Counter(), ante=[0, 0], mod=[0, 0], trig=[0, 0], spk=[0, 0])
        at = -1
        gold_of = {id(s): g for s, g in zip(d["sents"], d["gold"])}
        for b, h in run(model, [d["sents"]], pieces):
            with torch.no_grad():
                lg, ok = model.spans(h, b)
            found = collections.defaultdict(dict)
            for i, w, c, mg in decode(lg, ok, bias):
                k = b.word_sent[i]
                a = int(i - b.start[k])
                found[k][a, a + w + 1] = c
            # links of own mentions, by name or by antecedent in the window
            flat = [(k, sp, c) for k in sorted(found) for sp, c in sorted(found[k].items())]
            link = {}
            if flat:
                A = np.array([b.start[k] + sp[0] for k, sp, _ in flat])
                E = np.array([b.start[k] + sp[1] - 1 for k, sp, _ in flat])
                with torch.no_grad():
                    an = model.antecedents(mention_vectors(h, A, E), b.sent_win[[k for k, _, _ in flat]], np.array([k for k, _, _ in flat])).argmax(1).numpy()
                for n, (k, sp, c) in enumerate(flat):
                    s = b.sents[k]
                    if "offsets" in s:
                        text = " ".join(s["words"][sp[0]:sp[1]])
                    key = re.sub(r"^(the|a|an) ", "", text.lower())
                    e = names.get(text) or (lower.get(key) if key not in PRONOUNS else None)
                    if not e:
                        e = lower.get(key.replace(" '", "'").replace(" - ", "-"))
                    if not e and an[n]:
                        e = link[flat[an[n] - 1][:2]]
                    link[k, sp] = e or "?" + text
            if b.m_a:                                          # antecedents with gold mentions
                sent = np.array(b.m_sent)
                with torch.no_grad():
                    an = model.antecedents(mention_vectors(h, b.m_a, b.m_b), b.sent_win[sent], sent).argmax(1).numpy()
                for i in range(len(b.m_a)):
                    prev = [j for j in range(i) if b.sent_win[sent[j]] == b.sent_win[sent[i]] and b.m_ents[j] & b.m_ents[i]]
                    rec["ante"][1] += 1
                    rec["ante"][0] += (an[i] - 1 in prev) if prev else an[i] == 0
            for k, s in enumerate(b.sents):
                at += 1
                gold = gold_of[id(s)]
                rec["gold"].append({(g[0], g[1], g[2]): g for g in gold})
                gs = {m[:2]: m[3] for m in s["ments"]}
                mask = {sp for sp, m in s["acc"].items() if m == data.ALL}
                for sp, c in found[k].items():
                    if sp in mask:
                        continue
                    rec["ments"]["sys"] += 1
                    if sp in gs:
                        rec["ments"]["hit"] += 1
                        rec["ments"]["typed"] += bool(s["acc"].get(sp, 0) >> (c + 1) & 1)
                rec["ments"]["gold"] += len(gs)
                for mode in ("given", "own"):
                    if mode == "given":
                        spans, types = [m[:2] for m in s["ments"]], [m[3] for m in s["ments"]]
                        ents = [m[2] for m in s["ments"]]
                    else:
                        spans = sorted(found[k])[:24]
                        types = [found[k][sp] for sp in spans]
                        ents = [(link[k, sp],) for sp in spans]
                    cand = {}
                    sc = score_pairs(model, b, h, k, spans, types)
                    for (i, j), (rel, mod, att, z) in sc.items():
                        for r in np.flatnonzero(rel > floor):
                            name = RELATIONS[r]
                            lo = float(rel[r])
                            if name in SYMMETRIC:
                                lo = (lo + float(sc[j, i][0][r])) / 2
                            for x in ents[i]:
                                for y in ents[j]:
                                    if x == y:
                                        continue
                                    key = (x, name, y) if name not in SYMMETRIC or x < y else (y, name, x)
                                    if key not in cand or cand[key][0] < lo:
                                        cand[key] = (lo, int(mod[r].argmax()), (i, j))
                    rec[mode].append(cand)
                    if mode == "given":
                        for i, j, r, mo, who, tr in s["edges"]:
                            rel, md, att, z = sc[i, j]
                            rec["mod"][1] += 1
                            rec["mod"][0] += int(md[r].argmax()) == mo
                            if tr:
                                rec["trig"][1] += 1
                                rec["trig"][0] += int(att.argmax()) in tr
        out.append(rec)
    return out


def canon(a, r, b):
    return (a, r, b) if r not in SYMMETRIC or a < b else (b, r, a)


def doc_keys(edges):
    out = {"pair": set(), "family": set(), "exact": set()}
    for a, r, b in edges:
        if a == b:
            continue
        pair = tuple(sorted((a, b)))
        s = r in SYMMETRIC
        out["pair"].add(pair)
        out["family"].add((FAMILY[r], *(pair if s else (a, b))))
        out["exact"].add((r, *(pair if s else (a, b))))
    return out


def edge_scores(recs, mode, th):
    """Sentence-exact and document exact/family/pair F1 (micro over documents, and the document mean)."""
    sh = ss = sg = 0
    cnt = {k: [0, 0, 0] for k in ("pair", "family", "exact")}
    macro = {k: [] for k in cnt}
    for rec in recs:
        ge, se = set(), set()
        for g, c in zip(rec["gold"], rec[mode]):
            gold = {canon(*x) for x in g}
            got = {k for k, v in c.items() if v[0] >= th[k[1]]}
            sh, ss, sg = sh + len(gold & got), ss + len(got), sg + len(gold)
            ge |= gold
            se |= got
        gk, sk = doc_keys(ge), doc_keys(se)
        fam_sym = {(FAMILY[r], *x) for a, r, b in ge if r in SYMMETRIC for x in ((a, b), (b, a))}
        got_f = set()
        for k in sk["family"]:
            if k not in gk["family"]:
                rev = (k[0], k[2], k[1])
                if k in fam_sym:
                    k = (k[0], *sorted(k[1:]))
                elif rev in gk["family"] and any(FAMILY[r] == k[0] and r in SYMMETRIC and {a, b} == set(k[1:]) for a, r, b in se):
                    k = rev
            got_f.add(k)
        sk["family"] = got_f
        for d in cnt:
            h = len(gk[d] & sk[d])
            cnt[d] = [x + y for x, y in zip(cnt[d], (h, len(sk[d]), len(gk[d])))]
            if gk[d]:
                macro[d].append(2 * h / max(1, len(sk[d]) + len(gk[d])))
    return dict(sentence=f1(sh, ss, sg), **{d: f1(*v) for d, v in cnt.items()}, mean={d: round(100 * float(np.mean(v)), 1) for d, v in macro.items()})


def logit(p):
    return math.log(p / (1 - p))


def tune(recs):
    """One global threshold, then one a relation where the gain is worth it, for sentence F1 + document exact F1 with given and with own
    mentions (real documents count twice)."""
    real = [r for r in recs if r["real"]]

    def value(th):
        v = [edge_scores(rs, mode, th) for mode in ("given", "own") for rs in (recs, real)]
        return sum(x["sentence"]["f"] + x["exact"]["f"] for x in v) / len(v)
    best = max((value({r: logit(p) for r in RELATIONS}), p) for p in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6))
    th = {r: logit(best[1]) for r in RELATIONS}
    now = best[0]
    gold = collections.Counter(k[1] for rec in recs for g in rec["gold"] for k in g)
    for r in RELATIONS:
        if gold[r] < 12:
            continue
        for p in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
            t = dict(th, **{r: logit(p)})
            v = value(t)
            if v > now + 0.05:
                now, th = v, t
    return best[1], th


def calibrate(recs, mode):
    """Logistic calibration on the logit, one a relation, shrunk to its family's and that to a common one. Edges of mentions that were
    not linked to an entity of the document are left out. Returns the parameters and the expected calibration error."""
    rows = collections.defaultdict(list)
    for rec in recs:
        for g, c in zip(rec["gold"], rec[mode]):
            gold = {canon(*x) for x in g}
            for k, v in c.items():
                if v[0] > -2 and k[0][0] != "?" and k[2][0] != "?":
                    rows[k[1]].append((v[0], k in gold))

    def fit(pairs, prior, weight):
        if not pairs:
            return prior
        x, y = torch.tensor([p[0] for p in pairs]), torch.tensor([float(p[1]) for p in pairs])
        w = torch.tensor(prior, requires_grad=True)
        opt = torch.optim.LBFGS([w], max_iter=60)

        def step():
            opt.zero_grad()
            loss = F.binary_cross_entropy_with_logits(w[0] * x + w[1], y, reduction="sum") + weight * ((w - torch.tensor(prior)) ** 2).sum()
            loss.backward()
            return loss
        opt.step(step)
        return [float(v) for v in w.detach()]
    common = fit([p for v in rows.values() for p in v], [1.0, 0.0], 1.0)
    out = {}
    for fam in dict.fromkeys(FAMILY.values()):
        mine = fit([p for r in RELATIONS if FAMILY[r] == fam for p in rows[r]], common, 10.0)
        for r in RELATIONS:
            if FAMILY[r] == fam:
                a, b = fit(rows[r], mine, 20.0)
                out[r] = {"a": round(a, 4), "b": round(b, 4)}
    bins = collections.defaultdict(list)
    for r, v in rows.items():
        for lo, y in v:
            p = 1 / (1 + math.exp(-(out[r]["a"] * lo + out[r]["b"])))
            bins[int(p * 10)].append((p, y))
    err = sum(abs(sum(p for p, _ in v) - sum(y for _, y in v)) for v in bins.values())
    return out, round(err / max(1, sum(map(len, bins.values()))), 4)


def mention_scores(recs):
    m = sum((r["ments"] for r in recs), collections.Counter())
    return dict(f1(m["hit"], m["sys"], m["gold"]), typed=f1(m["typed"], m["sys"], m["gold"])["f"])


def ratio(recs, key):
    a, b = (sum(r[key][i] for r in recs) for i in (0, 1))
    return round(100 * a / max(1, b), 1)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--model", required=True)
    ap.add_argument("--data", required=True, type=pathlib.Path, help="run folder with data.pkl")
    ap.add_argument("--lemmas")
    ap.add_argument("--quick", action="store_true")
    ap.add_argument("--tune", help="file for thresholds, calibration and scores")
    ap.add_argument("--bias", type=float, help="mention bias; default: the file's, or tuned")
    a = ap.parse_args()
    torch.set_num_threads(1)
    model, pieces, header = load(a.model)
    with open(a.data / "data.pkl", "rb") as f:
        d = pickle.load(f)
    take = (lambda x, n: x[:n]) if a.quick else (lambda x, n: x)
    out = {}
    lem = lemma_dictionary(a.lemmas)
    for name, n in (("ewt", 60), ("gum", 5)):
        out[name] = trees(model, respell(take(d[name, "dev"], n), pieces), pieces, header["labels"], lem)
        print(name, out[name], flush=True)
    ner = respell(d["ner", "dev"], pieces)
    out["names"] = name_scores(model, ner, pieces)
    print("names", out["names"], flush=True)
    docs = d["ann", "dev"]
    if a.quick:
        docs = docs[::3]
    respell([x["sents"] for x in docs], pieces)
    bias = a.bias if a.bias is not None else header["thresholds"].get("mention_bias", 0.0)
    recs = collect(model, docs, pieces, bias)
    real, written = [r for r in recs if r["real"]], [r for r in recs if not r["real"]]
    for key, rs in (("real", real), ("written", written)):
        out["mentions", key] = mention_scores(rs)
        print("mentions", key, out["mentions", key])
        print("  antecedent", ratio(rs, "ante"), "modality", ratio(rs, "mod"), "trigger", ratio(rs, "trig"), flush=True)
    th = header["thresholds"]["relation"]
    if a.tune:
        p, th = tune(recs)
        print("global threshold", p)
    for mode in ("given", "own"):
        for key, rs in (("real", real), ("written", written)):
            out[mode, key] = edge_scores(rs, mode, th)
            print(mode, key, out[mode, key], flush=True)
    if a.tune:
        cal, ece = calibrate(recs, "own")
        print("calibration error", ece)
        thresholds = {"mention_bias": bias, "trigger": 0.15, "relation": {r: round(t, 4) for r, t in th.items()}}
        json.dump(dict(thresholds=thresholds, calibration=cal, ece=ece, scores={" ".join(k) if isinstance(k, tuple) else k: v for k, v in out.items()}), open(a.tune, "w"), indent=1)


if __name__ == "__main__":
    main()
