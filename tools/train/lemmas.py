"""Writes the lemma dictionary, lines of (lower-cased form, UPOS) -> lemma from the training treebanks, where the form is frequent or irregular and not ambiguous."""
import collections, pathlib, sys
import data


def main(shared, out):
    count = collections.defaultdict(collections.Counter)
    for name in ("ewt", "gum"):
        for doc in data.conllu(pathlib.Path(shared, "treebanks", f"en_{name}-train.conllu")):
            for rows in doc:
                for c in rows:
                    count[c[1].lower(), c[3]][c[2]] += 1
    rows = []
    for (form, pos), lemmas in count.items():
        lemma, n = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if n < 0.9 * total or (total < 2 and pos in ("PROPN", "NOUN", "ADJ", "ADV", "X", "NUM", "SYM", "PUNCT")) or pos in ("NUM", "PUNCT", "X"):
            continue
        rows.append(f"{form}\t{pos}\t{lemma}\n")
    pathlib.Path(out).write_text("".join(sorted(rows)), encoding="utf-8")
    print(len(rows), "entries", pathlib.Path(out).stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
