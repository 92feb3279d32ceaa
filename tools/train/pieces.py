"""Words to word pieces and shapes, as the C++ side does it.

normalise: curly single quotes to ', curly double quotes to ", NFD, drop Mn, drop control and replacement characters, lower-case.
The normalised word is split at every punctuation/symbol character and at every CJK character (BERT's basic tokenizer);
each part is split by greedy longest-match WordPiece; a part that can't be split (or is longer than 100 characters) becomes [UNK].
"""
import unicodedata

QUOTES = {"’": "'", "‘": "'", "“": '"', "”": '"'}
PAD, UNK, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
MAX_PIECES = 12


def is_punct(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c)[0] == "P"


def is_cjk(c):
    o = ord(c)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2CEAF
            or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


def normalise(word):
    out = []
    for c in unicodedata.normalize("NFD", "".join(QUOTES.get(c, c) for c in word)):
        k = unicodedata.category(c)
        if k == "Mn" or c == "�" or k in ("Cc", "Cf"):
            continue
        out.append(c.lower())
    return "".join(out)


def parts(norm):
    cur = ""
    for c in norm:
        if c.isspace():
            if cur:
                yield cur
            cur = ""
        elif is_punct(c) or is_cjk(c):
            if cur:
                yield cur
            yield c
            cur = ""
        else:
            cur += c
    if cur:
        yield cur


def shape(word, first):
    """Row of the shape embedding of a word (see model.md); +8 for the first word of a sentence."""
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        s = 6
    elif not letters:
        s = 7
    else:
        up = [c.isupper() for c in letters]
        if not any(up):
            s = 1
        elif len(letters) == 1:
            s = 4
        elif all(up):
            s = 3
        elif up[0] and not any(up[1:]):
            s = 2
        else:
            s = 5
    return s + 8 * first


class Pieces:
    """WordPiece with a cache over words."""

    def __init__(self, vocab):
        self.vocab = vocab
        self.id = {p: i for i, p in enumerate(vocab)}
        self.unk, self.cls, self.sep, self.pad = (self.id[x] for x in (UNK, CLS, SEP, PAD))
        self.cache = {}

    @staticmethod
    def load(path):
        return Pieces([x.rstrip("\n") for x in open(path, encoding="utf-8")])

    def wordpiece(self, part):
        if len(part) > 100:
            return [self.unk]
        out, a = [], 0
        while a < len(part):
            b = len(part)
            while b > a:
                k = self.id.get(("##" if a else "") + part[a:b])
                if k is not None:
                    break
                b -= 1
            if b == a:
                return [self.unk]
            out.append(k)
            a = b
        return out

    def word(self, word):
        hit = self.cache.get(word)
        if hit is None:
            hit = [p for x in parts(normalise(word)) for p in self.wordpiece(x)][:MAX_PIECES] or [self.unk]
            self.cache[word] = hit
        return hit
