"""Readers of the treebanks, the annotated corpus and the name file; windows and batches.

A sentence is a plain dict: words, pieces (one list a word), and where known: tags, spans (see acceptable), mentions, edges.
"acceptable" maps a span (a, b) to a bit mask over {none, 11 types}; spans that are not in it have the sentence's default mask.
"""
import collections, json, pathlib, random, re
import numpy as np
from labels import FEATS, MODALITY, NER, NER_CLASS, R, RELATIONS, SYMMETRIC, T, TYPES, WIDTH
from pieces import shape
from tokenizer import tokenize

NONE = 1
ALL = (1 << (len(TYPES) + 1)) - 1
BIT = {t: 1 << (i + 1) for i, t in enumerate(TYPES)}
# A span that a name-only source does not list may still be a demonym's State, a weapon, an event ...; never these:
NOT_A_NAME = ALL & ~(BIT["Person"] | BIT["Organization"] | BIT["Territory"])


# ---------------------------------------------------------------- lemma rules

def lemma_rule(form, lemma):
    """(casing, strip, add): casing l = lower-case the form first, k = keep."""
    for case, base in (("l", form.lower()), ("k", form)):
        n = 0
        while n < min(len(base), len(lemma)) and base[n] == lemma[n]:
            n += 1
        if n or case == "k":
            return f"{case}{len(base) - n}{lemma[n:]}"


def apply_rule(form, rule):
    m = re.match(r"([lk])(\d+)(.*)", rule, re.S)
    base = form.lower() if m[1] == "l" else form
    k = int(m[2])
    return (base[:len(base) - k] if k else base) + m[3]


# ---------------------------------------------------------------- readers

def conllu(path):
    """Documents as lists of sentences of columns: dict(words, cols) with multiword rows and empty nodes left out."""
    docs, rows = [], []
    name = None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            docs.append([])
        elif line[:1].isdigit():
            c = line.split("\t")
            if c[0].isdigit():
                rows.append(c)
        elif not line and rows:
            if not docs:
                docs.append([])
            docs[-1].append(rows)
            rows = []
    return docs


def deprel(x):
    return re.sub(r":(npmod|tmod)$", ":unmarked", x)


def feats(x):
    if x == "_":
        return "_"
    kept = [f for f in x.split("|") if f.split("=")[0] in FEATS]
    return "|".join(kept) or "_"


class Labels:
    """Label inventories of the tree heads, from the training treebanks."""

    def __init__(self, lists):
        self.lists = lists
        self.index = {k: {x: i for i, x in enumerate(v)} for k, v in lists.items()}

    @staticmethod
    def build(docs, lemmas=400):
        count = collections.defaultdict(collections.Counter)
        for d in docs:
            for rows in d:
                for c in rows:
                    count["upos"][c[3]] += 1
                    count["xpos"][c[4]] += 1
                    count["feats"][feats(c[5])] += 1
                    count["deprel"][deprel(c[7])] += 1
                    count["lemma"][lemma_rule(c[1], c[2])] += 1
        out = {k: [x for x, _ in v.most_common(lemmas if k == "lemma" else None)] for k, v in count.items()}
        return Labels(out)


def tree_sentence(rows, pieces, labels, gum=False, doc=""):
    ix = labels.index
    words = [c[1] for c in rows]
    s = sentence(words, pieces)
    s["gold"] = dict(upos=[c[3] for c in rows], lemma=[c[2] for c in rows], deprel=[deprel(c[7]) for c in rows])
    s["tags"] = np.array([[ix["upos"].get(c[3], -100), ix["xpos"].get(c[4], -100), ix["lemma"].get(lemma_rule(c[1], c[2]), -100),
                           ix["feats"].get(feats(c[5]), -100), int(c[6]), ix["deprel"].get(deprel(c[7]), -100)] for c in rows], dtype=np.int64)
    if gum:
        s["gum"] = gum_mentions(rows)
    return s


def gum_mentions(rows):
    out, stack = [], []
    for i, c in enumerate(rows):
        m = re.search(r"(?:^|\|)Entity=([^|]*)", c[9])
        if not m:
            continue
        for o in re.finditer(r"\((\d+)-(\w+)-[^()]*(\))?|(\d+)\)", m[1]):
            if o[1]:
                if o[3]:
                    out.append((i, i + 1, o[1], o[2]))
                else:
                    stack.append((i, o[1], o[2]))
            else:
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][1] == o[4]:
                        a, e, t = stack.pop(k)
                        out.append((a, i + 1, e, t))
                        break
    return sorted(out)


TITLES = {"Dr.", "Dr", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Sir", "Lord", "Lady", "President", "Senator", "Prof.", "Professor", "Gen.", "General", "Shaikh", "Sheikh"}


def name_tags(words, named, unknown=()):
    """Labels (rows of NER) of words: named are (begin, end, class), longer ones first win; words in unknown get no label. Titles are
    no part of a person's name in the name file, so they are taken off."""
    n = len(words)
    out = np.zeros(n, np.int64)
    for i in unknown:
        out[i] = -100
    taken = np.zeros(n, bool)
    named = [(a + (words[a] in TITLES and b - a > 1), b, c) for a, b, c in named]
    for a, b, c in sorted(named, key=lambda x: (x[0] - x[1], x)):
        if not taken[a:b].any():
            out[a:b] = NER.index("I-" + c)
            out[a] = NER.index("B-" + c)
            taken[a:b] = True
    return out


GUM_TYPE = {"person": BIT["Person"], "place": BIT["State"] | BIT["Territory"], "organization": BIT["Organization"], "event": BIT["Event"]}


def gum_spans(doc, rows_of):
    """Turns GUM's Entity column into acceptable spans and antecedent mentions: clusters with a proper name give positives
    (the run of proper nouns about the head, single pronouns), all their other spans are left out of the loss."""
    named, size = {}, collections.Counter()
    cores = {}
    for s, rows in zip(doc, rows_of):
        for a, b, e, t in s["gum"]:
            size[e] += 1
            heads = [i for i in range(a, b) if not a <= int(rows[i][6]) - 1 < b]
            h = heads[0] if heads else a
            if rows[h][3] == "PROPN":
                l, r = h, h + 1
                while l > a and rows[l - 1][3] == "PROPN":
                    l -= 1
                while r < b and rows[r][3] == "PROPN":
                    r += 1
                if t in GUM_TYPE:
                    named[e] = GUM_TYPE[t]
                clean = (l == a or (l == a + 1 and rows[a][3] == "DET")) and r == b
                cores[id(s), a, b] = (l, r, clean)
    for s, rows in zip(doc, rows_of):
        acc, ments, names_, unclear = {}, [], [], set()
        for a, b, e, t in s["gum"]:
            core = cores.get((id(s), a, b))
            if core and t in NER_CLASS:
                if core[2]:
                    names_.append((*core[:2], NER_CLASS[t]))
                else:
                    unclear |= set(range(a, b))
        covered = {i for a, b, _ in names_ for i in range(a, b)}
        s["ner"] = name_tags(s["words"], names_, unclear - covered)
        for a, b, e, t in s["gum"]:
            if b - a > WIDTH:
                continue
            acc[a, b] = ALL
            core = cores.get((id(s), a, b))
            if core and t in GUM_TYPE:
                l, r, clean = core
                acc[l, r] = GUM_TYPE[t] if clean else ALL
            elif b - a == 1 and rows[a][3] == "PRON" and e in named:
                acc[a, b] = named[e]
            if size[e] > 1 and t in ("person", "place", "organization", "event", "object", "abstract"):
                ments.append((a, b, (e,), t))
        s["acc"], s["default"] = acc, NOT_A_NAME
        s["ments"] = [(a, b, e, {"person": T["Person"], "place": T["State"], "organization": T["Organization"], "event": T["Event"]}.get(t, T["Programme"]))
                      for a, b, e, t in sorted(set(ments))]
        s["ante"] = True
        del s["gum"]


def sentence(words, pieces):
    p = [pieces.word(w) for w in words]
    return dict(words=words, pieces=p, shapes=[shape(w, i == 0) for i, w in enumerate(words)], n=sum(map(len, p)))


def treebank(path, pieces, labels):
    gum = "gum" in path.name
    out = []
    for rows_of in conllu(path):
        doc = [tree_sentence(r, pieces, labels, gum) for r in rows_of]
        if gum:
            gum_spans(doc, rows_of)
        out.append(doc)
    return out


def names(path, pieces):
    """The name file: documents of sentences with acceptable spans."""
    docs, words, tags = [[]], [], []
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc"):
            docs.append([])
        elif line.strip() and not line.startswith("#"):
            c = line.rstrip("\n").split("\t")
            words.append(c[1])
            tags.append(c[2])
        elif not line.strip() and words:
            s = sentence(words, pieces)
            acc, gold, a = {}, [], None
            for i, t in enumerate(tags + ["O"]):
                if a is not None and not t.startswith("I-"):
                    gold.append((a, i, tags[a][2:]))
                    a = None
                if t.startswith("B-"):
                    a = i
            for x, y, t in gold:
                if y - x <= WIDTH:
                    acc[x, y] = {"PER": BIT["Person"], "ORG": BIT["Organization"]}.get(t, BIT["State"] | BIT["Territory"])
            for i, w in enumerate(words):
                if w[:1].islower() and (i, i + 1) not in acc:
                    acc[i, i + 1] = ALL          # pronouns and nominals: unknown
            s.update(acc=acc, default=NOT_A_NAME, names=gold, ner=name_tags(words, gold))
            docs[-1].append(s)
            words, tags = [], []
    return [d for d in docs if d]


# ---------------------------------------------------------------- the annotated corpus

def occurrences(text, sub, toks):
    """Word spans of the occurrences of sub in text, token-aligned ones first."""
    good, rest, at = [], [], 0
    starts = {a: i for i, (a, b) in enumerate(toks)}
    ends = {b: i for i, (a, b) in enumerate(toks)}
    while sub:
        k = text.find(sub, at)
        if k < 0:
            break
        at = k + 1
        e = k + len(sub)
        if k in starts and e in ends:
            good.append((starts[k], ends[e] + 1))
        else:
            ws = [i for i, (a, b) in enumerate(toks) if a < e and b > k]
            if ws:
                rest.append((ws[0], ws[-1] + 1))
    return good or rest


def annotated(path, pieces):
    """Documents as dicts: name, real, entities (id -> type), aliases, sentences."""
    docs = {}
    for line in open(path, encoding="utf-8"):
        if not line.strip():
            continue
        o = json.loads(line)
        if "entities" in o:
            docs[o["doc"]] = dict(name=o["doc"], own=path.parent.name == "corpus", real=path.stem.startswith(("real-", "un-")), types={e["id"]: e["type"] for e in o["entities"]},
                                  aliases={e["id"]: list(dict.fromkeys([e["id"], *e.get("aliases", [])])) for e in o["entities"]}, sents=[], gold=[])
        else:
            d = docs[o["doc"]]
            d["sents"].append(annotated_sentence(o["text"], o.get("assertions", []), d, pieces))
            d["gold"].append(o.get("assertions", []))
    return list(docs.values())


def annotated_names(words, spans, types):
    """Labels of the names among the mentions; other words with a capital may be names as well and get none, and so do peoples' names
    ("Iraqi"), which are nobody's name by the rules of the name file."""
    named = []
    for (a, b), es in spans.items():
        while a < b and (not words[a][:1].isupper() or words[a].lower() in NO_NAME):
            a += 1
        c = {NER_CLASS.get(types[e]) for e in es}
        if a < b and len(c) == 1 and None not in c and words[b - 1][:1].isupper() and not (c == {"LOC"} and words[b - 1] in PEOPLES):
            named.append((a, b, c.pop()))
    covered = {i for a, b, _ in named for i in range(a, b)}
    return name_tags(words, named, [i for i, w in enumerate(words) if w[:1].isupper() and i not in covered])


GAZETTEER = pathlib.Path(__file__).parents[2] / "schemas" / "gazetteer"
PEOPLES = {x.split()[-1] for f in GAZETTEER.glob("*.json") for e in json.load(open(f, encoding="utf-8"))["entries"] for x in e.get("demonyms", [])}

NO_NAME = {"the", "a", "i", "he", "she", "it", "we", "they", "you", "my", "his", "her", "its", "our", "their", "your", "this", "that", "these", "those", "both", "who", "which"}

DET = {"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those"}


def annotated_sentence(text, assertions, doc, pieces):
    toks = tokenize(text)
    words = [text[a:b] for a, b in toks]
    s = sentence(words, pieces)
    s["offsets"] = toks
    ents = collections.defaultdict(list)      # span -> entities

    def add(span, e):
        if e not in ents[span]:
            ents[span].append(e)

    located, missing = [], []
    for src, rel, tgt, mod, who, sw, tr, tw in assertions:
        if src not in doc["types"] or tgt not in doc["types"] or rel not in R:
            continue
        so = occurrences(text, sw, toks) if sw else []
        to = occurrences(text, tw, toks) if tw else []
        for o, e in ((so, src), (to, tgt)):    # a lone end still is a mention
            if len(o) == 1:
                add(o[0], e)
        if not so or not to:
            missing.append((src, rel, tgt))
            continue
        tro = occurrences(text, tr, toks) if tr else []
        best = None
        for a in so[:6]:
            for b in to[:6]:
                for t in tro[:6] or [None]:
                    mid = t or (a if a < b else b)
                    cost = abs(a[0] - mid[0]) + abs(b[0] - mid[0]) + (1000 if a == b else 0) + (3 if t and (t == a or t == b) else 0)
                    if best is None or cost < best[0]:
                        best = (cost, a, b, t)
        _, a, b, t = best
        add(a, src)
        add(b, tgt)
        if a == b:
            missing.append((src, rel, tgt))
            continue
        located.append((a, b, R[rel], MODALITY.index(mod), who, list(range(*t)) if t else [], src, tgt))
    # aliases
    low, seen = set(), set(ents)
    cand = []
    for e, al in doc["aliases"].items():
        for x in al:
            for sp in occurrences(text, x, toks):
                if text[toks[sp[0]][0]:toks[sp[1] - 1][1]] != x:
                    continue
                if any(c.isupper() for c in x[:1]) or any(w[:1].isupper() for w in x.split()):
                    cand.append((sp, e))
                else:
                    low.add(sp)
    cand.sort(key=lambda c: -(c[0][1] - c[0][0]))
    taken, masked = [], set(low)
    for (a, b), e in cand:
        if (a, b) in seen:
            continue
        if any(x <= a and b <= y for (x, y), _ in taken) or any(x <= a and b <= y and (x, y) != (a, b) for x, y in seen):
            masked.add((a, b))
        elif words[a].lower() in ("we", "it", "he", "she", "they", "our", "its", "his", "their", "i", "this", "that", "both", "her") and b - a == 1:
            masked.add((a, b))
        else:
            taken.append(((a, b), e))
    for sp, e in taken:
        add(sp, e)
    spans = {sp: es for sp, es in ents.items() if sp[1] - sp[0] <= WIDTH}
    acc = {sp: ALL for sp in masked}
    for a, b in spans:
        if a and words[a - 1].lower() in DET:
            acc[a - 1, b] = ALL
        if words[a].lower() in DET and b - a > 1:
            acc[a + 1, b] = ALL
    for sp, es in spans.items():
        acc[sp] = 0
        for e in es:
            acc[sp] |= BIT[doc["types"][e]]
    s["acc"], s["default"] = acc, NONE
    s["ner"] = annotated_names(words, spans, doc["types"])
    order = sorted(spans)
    at = {sp: i for i, sp in enumerate(order)}
    s["ments"] = [(*sp, tuple(spans[sp]), T[doc["types"][spans[sp][0]]]) for sp in order]
    s["edges"] = [(at[a], at[b], r, m, who, t) for a, b, r, m, who, t, _, _ in located if a in at and b in at]
    pos = {(i, j, r) for i, j, r, *_ in s["edges"]}
    mask = set()
    for src, r, tgt in [(x[6], x[2], x[7]) for x in located] + [(a, R[b], c) for a, b, c in missing]:
        for i, m in enumerate(s["ments"]):
            for j, k in enumerate(s["ments"]):
                if i != j and src in m[2] and tgt in k[2]:
                    mask |= {(i, j, r), (j, i, r)} if RELATIONS[r] in SYMMETRIC else {(i, j, r)}
    for i, j, r in list(pos):
        if RELATIONS[r] in SYMMETRIC:
            pos.add((j, i, r))
    s["relmask"] = sorted(mask - pos)
    s["ante"] = True
    return s


# ---------------------------------------------------------------- windows and batches

def windows(doc, limit, first=None):
    """Greedy windows of consecutive sentences, at most limit pieces with [CLS] and [SEP]; over-long sentences are left out."""
    out, cur, n, cap = [], [], 2, first or limit
    for s in doc:
        if s["n"] > limit - 2:
            continue
        if cur and n + s["n"] > cap:
            out.append(cur)
            cur, n, cap = [], 2, limit
        cur.append(s)
        n += s["n"]
    if cur:
        out.append(cur)
    return out


def batches(wins, budget, rng):
    """Batches of windows of like length, at most budget padded pieces each, in random order."""
    size = [sum(s["n"] for s in w) + 2 for w in wins]
    order = sorted(range(len(wins)), key=lambda i: size[i] + rng.random() * 8)
    out, cur, longest = [], [], 0
    for i in order:
        longest2 = max(longest, size[i])
        if cur and longest2 * (len(cur) + 1) > budget:
            out.append([wins[k] for k in cur])
            cur, longest2 = [], size[i]
        cur.append(i)
        longest = longest2
    if cur:
        out.append([wins[k] for k in cur])
    rng.shuffle(out)
    return out


class Batch:
    """Arrays of one batch (numpy): pieces [B, T]; words flat over the batch, grouped by sentence; mentions flat."""

    def __init__(self, wins, pieces, gold=True):
        B = len(wins)
        T_ = max(sum(s["n"] for s in w) + 2 for w in wins)
        self.ids = np.full((B, T_), pieces.pad, np.int64)
        self.shapes = np.zeros((B, T_), np.int64)
        self.mask = np.zeros((B, T_), bool)
        wpos, self.sents, self.sent_win, self.start, self.length = [], [], [], [], []
        for b, w in enumerate(wins):
            at = 1
            self.ids[b, 0] = pieces.cls
            for s in w:
                self.sents.append(s)
                self.sent_win.append(b)
                self.start.append(len(wpos))
                self.length.append(len(s["words"]))
                for p, sh in zip(s["pieces"], s["shapes"]):
                    wpos.append(b * T_ + at)
                    self.ids[b, at:at + len(p)] = p
                    self.shapes[b, at:at + len(p)] = sh
                    at += len(p)
            self.ids[b, at] = pieces.sep
            self.mask[b, :at + 1] = True
        self.wpos = np.array(wpos, np.int64)
        self.N, self.S, self.B = len(wpos), len(self.sents), B
        self.start, self.length, self.sent_win = map(np.array, (self.start, self.length, self.sent_win))
        self.word_sent = np.repeat(np.arange(self.S), self.length)
        self.word_local = np.arange(self.N) - self.start[self.word_sent]
        if gold:
            self._gold()

    def _gold(self):
        N = self.N
        self.tags = np.full((N, 6), -100, np.int64)
        self.acc = np.full((N, WIDTH), ALL, np.int64)
        self.span_words = np.zeros(N, bool)
        self.ner = np.full(N, -100, np.int64)
        self.m_a, self.m_b, self.m_type, self.m_sent, self.m_ents, self.m_of = [], [], [], [], [], []
        self.first_mention = []
        for k, s in enumerate(self.sents):
            a, n = self.start[k], self.length[k]
            if "tags" in s:
                self.tags[a:a + n] = s["tags"]
            if "ner" in s:
                self.ner[a:a + n] = s["ner"]
            if "acc" in s:
                self.acc[a:a + n] = s["default"]
                self.span_words[a:a + n] = True
                for (x, y), m in s["acc"].items():
                    if y - x <= WIDTH:
                        self.acc[a + x, y - x - 1] = m
            self.first_mention.append(len(self.m_a))
            for x, y, e, t in s.get("ments", ()):
                self.m_a.append(a + x)
                self.m_b.append(a + y - 1)
                self.m_type.append(t)
                self.m_sent.append(k)
                self.m_ents.append(set(e))
