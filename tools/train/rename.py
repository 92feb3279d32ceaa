"""Copies of annotated documents with other names, so that the reader learns constructions and not who usually does what to whom."""
import json
from data import GAZETTEER
from pieces import shape

SHARE = 0.5      # of the documents of an epoch
EACH = 0.7       # of the states and persons of such a document


class Names:
    """Names of states (label, demonym, plural demonym, capital, each as a tuple of words) and of persons, by the place that they take."""

    def __init__(self, documents):
        self.forms, self.other = {}, {}          # words -> (state, slot); words -> state, for names without a counterpart
        self.slots = {}                          # state -> {slot: words}
        for e in json.load(open(GAZETTEER / "states.json", encoding="utf-8"))["entries"]:
            if e["type"] != "State":
                continue
            demonyms, capitals = e.get("demonyms", []), e.get("metonyms", [])
            slots = {"label": e["label"]}
            if demonyms:
                slots["demonym"] = demonyms[0]
            if len(demonyms) > 1 and demonyms[1] == demonyms[0] + "s":
                slots["people"] = demonyms[1]
            if capitals:
                slots["capital"] = capitals[0]
            self.slots[e["id"]] = {k: tuple(v.split()) for k, v in slots.items()}
            for k, v in self.slots[e["id"]].items():
                self.forms[v] = (e["id"], k)
            for x in e.get("names", []) + demonyms + capitals + e.get("abbreviations", []):
                self.other[tuple(x.split())] = e["id"]
        for x in self.forms:
            self.other.pop(x, None)
        self.longest = max(map(len, [*self.forms, *self.other]))
        persons = [e.split() for d in documents for e, t in d["types"].items() if t == "Person" and 1 < len(e.split()) < 4]
        self.given, self.family = sorted({p[0] for p in persons if p[0].isalpha()}), sorted({p[-1] for p in persons if p[-1].isalpha()})

    def found(self, words):
        """(begin, end, state, slot or None) of the states' names in a sentence, longest first from the left."""
        i = 0
        while i < len(words):
            for n in range(min(self.longest, len(words) - i), 0, -1):
                w = tuple(words[i:i + n])
                if w in self.forms or w in self.other:
                    yield (i, i + n, *self.forms.get(w, (self.other.get(w), None)))
                    i += n - 1
                    break
            i += 1


def state_changes(names, sentences, rng):
    """state -> state for the states whose every name in the document has a counterpart of as many words."""
    used, fixed = {}, set()
    for words in sentences:
        for _, _, state, slot in names.found(words):
            used.setdefault(state, set()).add(slot)
    out, taken = {}, set(used)
    for state, slots in sorted(used.items()):
        if None in slots or rng.random() > EACH:
            continue
        fit = [s for s, have in names.slots.items()
               if s not in taken and all(k in have and len(have[k]) == len(names.slots[state][k]) for k in slots)]
        if fit:
            out[state] = rng.choice(fit)
            taken.add(out[state])
    return out


def person_changes(names, document, rng):
    """word -> word for given and family names that belong to one person only."""
    count = {}
    for e in document["types"]:
        for w in set(e.split()):
            count[w] = count.get(w, 0) + 1
    out = {}
    for e, t in document["types"].items():
        w = e.split()
        if t != "Person" or not 1 < len(w) < 4 or rng.random() > EACH:
            continue
        for old, pool in ((w[0], names.given), (w[-1], names.family)):
            if old.isalpha() and old[0].isupper() and len(old) > 2 and count[old] == 1 and old not in out:
                out[old] = rng.choice(pool)
    return out


def renamed(document, names, pieces, rng):
    """The document's sentences under other names; as many words, so that all annotations stay where they are."""
    states = state_changes(names, [s["words"] for s in document["sents"]], rng)
    persons = person_changes(names, document, rng)
    out = []
    for s in document["sents"]:
        words = list(s["words"])
        for a, b, state, slot in list(names.found(words)):
            if state in states:
                words[a:b] = names.slots[states[state]][slot]
        words = [persons.get(w, w) if w == old else w for w, old in zip(words, s["words"])]
        if words == s["words"]:
            out.append(s)
            continue
        p = [pieces.word(w) for w in words]
        out.append({**s, "words": words, "pieces": p, "shapes": [shape(w, i == 0) for i, w in enumerate(words)], "n": sum(map(len, p))})
    return out


def epoch(documents, names, pieces, rng):
    """The documents of one epoch: lists of sentences, some of them renamed."""
    return [renamed(d, names, pieces, rng) if rng.random() < SHARE else d["sents"] for d in documents]
