"""Features of a gap between two words, for the sentence splitter. src/text/segmenter.cpp computes the same ones.

A gap is described by up to SLOTS strings; each is hashed (FNV-1a, 32 bits) into one of BUCKETS weights.
"""
BITS = 16
BUCKETS = 1 << BITS

TERMINAL = {".", "...", "…", "....", ".."}
OPENERS = {"“", "‘", "(", "[", "``", "«"}
CLOSERS = {"”", "’", ")", "]", "''", "»"}


def fnv(text):
    value = 2166136261
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return (value ^ (value >> BITS)) & (BUCKETS - 1)


def shape(word):
    """One letter for what a word looks like."""
    if not word:
        return "$"
    if word in TERMINAL:
        return "."
    if word[0] in "?!" or set(word) <= set(".!?"):
        return "!"
    if word in OPENERS:
        return "("
    if word in CLOSERS:
        return ")"
    if word in ('"', "'"):
        return "q"
    if word in (",", ";", ":"):
        return word
    first = word[0]
    if first.isdigit():
        return "9"
    if first.isalpha():
        if len(word) > 1 and word.endswith("."):
            return "A" if first.isupper() else "a"
        if first.isupper():
            return "U" if len(word) > 1 and word.isupper() else "X"
        return "x"
    if first in "-–—*•·=_~#":
        return "-"
    return "o"


def bucket(n):
    for i, limit in enumerate((1, 2, 3, 5, 8, 12, 20, 30, 45, 70)):
        if n <= limit:
            return str(i)
    return "A"


class State:
    """What is remembered from the beginning of the sentence to the gap."""

    def __init__(self):
        self.words = 0
        self.quotes = 0
        self.depth = 0
        self.capitals = 0
        self.terminal = False

    def take(self, word):
        kind = shape(word)
        self.words += 1
        if word == '"':
            self.quotes ^= 1
        if word in ("“", "``"):
            self.quotes = 1
        if word in ("”", "''"):
            self.quotes = 0
        if word in ("(", "["):
            self.depth = 1
        if word in (")", "]"):
            self.depth = 0
        self.capitals = self.capitals + 1 if kind in "XUA" else 0
        self.terminal = kind in ".!" or (self.terminal and kind in ")q")


def features(words, i, space, state):
    """Feature strings of the gap behind word i; `space` tells whether white space stands in it; `state` includes word i."""
    at = lambda j: words[j] if 0 <= j < len(words) else ""
    a, b, p, n, o, m = at(i), at(i + 1), at(i - 1), at(i + 2), at(i - 2), at(i + 3)
    sa, sb, sp, sn, so, sm = shape(a), shape(b), shape(p), shape(n), shape(o), shape(m)
    core = sa + ("t" if state.terminal else "n") + ("s" if space else "g")
    length = bucket(state.words)
    return [
        "0" + core,
        "1" + core + sb,
        "2" + a.lower() + "|" + sb,
        "3" + core + b.lower(),
        "4" + core + b,
        "5" + p.lower() + "|" + core,
        "6" + sp + core + sb,
        "7" + str(min(len(p.encode("utf-8")), 6)) + core + sb,
        "8" + core + sb + sn,
        "9" + core + n.lower() + sb,
        "a" + length + core,
        "b" + length + core + sb,
        "c" + str(state.quotes) + core + sb,
        "d" + str(state.depth) + core + sb,
        "e" + str(min(state.capitals, 5)) + core + sb,
        "f" + so + sp + core + sb + sn,
        "g" + a.lower() + "|" + b.lower(),
        "h" + core + sb + sn + sm,
        "i" + sp + core + b.lower(),
        "j" + str(state.quotes) + length + core + sb,
    ]
