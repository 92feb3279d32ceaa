"""Writes the lemma dictionary, lines of (lower-cased form, UPOS) -> lemma: python tools/train/lemmas.py SHARED OUT

From the training treebanks, where the form is frequent or irregular and not ambiguous; then the inflected forms of the words of WordNet 3.0
(Debian's wordnet-base), regular ones by the spelling rules of English, irregular ones from its lists of exceptions. Forms of two
words ("planed") get none and are left to the model.
"""
import collections, pathlib, re, sys
import data

WORDNET = pathlib.Path("/usr/share/wordnet")
VOWEL = "aeiou"


def treebank_entries(shared):
    count = collections.defaultdict(collections.Counter)
    for name in ("ewt", "gum"):
        for doc in data.conllu(pathlib.Path(shared, "treebanks", f"en_{name}-train.conllu")):
            for rows in doc:
                for c in rows:
                    count[c[1].lower(), c[3]][c[2]] += 1
    out = {}
    for (form, pos), lemmas in count.items():
        lemma, n = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if n < 0.9 * total or (total < 2 and pos in ("PROPN", "NOUN", "ADJ", "ADV", "X", "NUM", "SYM", "PUNCT")) or pos in ("NUM", "PUNCT", "X"):
            continue
        out[form, pos] = lemma
    return out, {k: v.most_common(1)[0][0] for k, v in count.items()}


def with_s(w):
    """The third person or plural with -s."""
    if re.search(r"(s|x|z|ch|sh)$", w):
        return [w + "es"]
    if w.endswith("y") and w[-2:-1] not in VOWEL:
        return [w[:-1] + "ies"]
    if w.endswith("o") and w[-2:-1] not in VOWEL:
        return [w + "es", w + "s"]
    return [w + "s"]


def with_vowel(w, endings):
    """Forms with an ending that begins with a vowel (-ed, -ing, -er, -est): e dropped, y to i, a last consonant doubled where it may be."""
    out = []
    for e in endings:
        if w.endswith("e") and not (e == "ing" and w.endswith(("ee", "oe", "ye"))):
            out.append((w[:-2] + "y" if w.endswith("ie") and e == "ing" else w[:-1]) + e)
        elif w.endswith("y") and w[-2:-1] not in VOWEL and e != "ing":
            out.append(w[:-1] + "i" + e)
        elif re.search(r"[^aeiou][aeiou][bdfgklmnprtvz]$", w) or re.search(r"qu[aeiou][bdgmnpt]$", w):
            syllables = len(re.findall(r"[aeiouy]+", w))
            out.append(w + w[-1] + e)
            if syllables > 1:
                out.append(w + e)
        elif w.endswith("c"):
            out += [w + "k" + e, w + e]
        else:
            out.append(w + e)
    return out


def wordnet_words(name):
    return [w for w in (x.split(" ", 1)[0] for x in open(WORDNET / f"index.{name}", encoding="ascii") if not x.startswith(" ")) if re.fullmatch(r"[a-z]{3,}", w)]


def counted(name):
    """Words that WordNet's semantic concordance has at least once."""
    out = set()
    for x in open(WORDNET / f"index.{name}", encoding="ascii"):
        c = x.split()
        if not x.startswith(" ") and int(c[5 + int(c[3])]) > 0:
            out.add(c[0])
    return out


def wordnet_entries():
    forms = collections.defaultdict(set)
    bases = {}
    for name, pos in (("verb", "VERB"), ("noun", "NOUN"), ("adj", "ADJ")):
        words = wordnet_words(name)
        bases[pos] = set(words)
        irregular = collections.defaultdict(set)
        for line in open(WORDNET / f"{name}.exc", encoding="ascii"):
            form, *lemma = line.split()
            if lemma[0] in bases[pos] and form.isalpha() and form != lemma[0]:
                irregular[lemma[0]].add(form)
                forms[form, pos].add(lemma[0])
        known = counted(name)
        for w in words:
            if pos == "VERB":
                made = with_s(w) + with_vowel(w, ("ing",) if irregular[w] and not re.search(r"ed$", " ".join(irregular[w])) else ("ing", "ed"))
            elif pos == "NOUN":
                # a plain -s is the model's easiest rule: only nouns whose plural could be cut wrongly
                made = with_s(w) if re.search(r"(y|[sxzo]|ch|sh|[szx]e|[csv]he|ie|oe|ve)$", w) and (w in known or len(w) > 4) else []
            else:
                made = with_vowel(w, ("er", "est")) if w in known and len(re.findall(r"[aeiouy]+", w)) < 3 else []
            for f in made:
                forms[f, pos].add(w)
    return {(f, pos): lemmas for (f, pos), lemmas in forms.items() if f not in bases[pos]}


def main(shared, out):
    entries, seen = treebank_entries(shared)
    base = collections.Counter(lemma for (_, pos), lemma in entries.items() if pos == "VERB")
    n = len(entries)
    for (form, pos), lemmas in wordnet_entries().items():
        if (form, pos) in entries or seen.get((form, pos), next(iter(lemmas))) not in lemmas:
            continue
        if (form, pos) in seen:
            lemmas = {seen[form, pos]}
        if len(lemmas) > 1:
            lemmas = {x for x in lemmas if base[x]} or lemmas
        if len(lemmas) == 1:
            entries[form, pos] = lemmas.pop()
    rows = sorted(f"{form}\t{pos}\t{lemma}\n" for (form, pos), lemma in entries.items())
    pathlib.Path(out).write_text("".join(rows), encoding="utf-8")
    print(n, "entries from treebanks,", len(rows), "in all,", pathlib.Path(out).stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
