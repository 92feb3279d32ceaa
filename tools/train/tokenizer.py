"""Rule tokenizer giving treebank-like (UD English) tokens with code-point offsets.

The C++ twin must apply the same rules, in this order, at every position after white space is skipped:

 1. URLs (scheme:// or www.) and e-mail addresses are one token; trailing .,;:!?'")]} is given back.
 2. Dotted abbreviations: two or more letter-dot pairs (U.S., a.m., Ph.D.), or a word of ABBREVIATIONS with its dot,
    or lower-case words joined by dots (file.txt, cnn.com),
    or one capital letter with a dot (an initial) followed by a space and more text.
 3. Smileys (":-)") between spaces; "b/c", "w/o"; decades ("80's", "'70s"); one to three letters broken off by a hyphen before a space.
    Numbers: dates and extensions with hyphens (11-20-2000, 3-5213), a unit of UNITS is a word of its own (35|mm, 7:30|pm); telephone numbers 123-456-7890; digits with inner , . : / between digits; an ordinal or plural ending (st nd rd th s) stays attached when no letter follows.
    Then words with a PREFIX and a hyphen: e-mail, re- non- pre- post- anti- pro- co- mid- semi- sub- multi- ex- counter- inter- + word are one token.
    Digits directly followed by other letters make one word (4x4); a hyphen splits.
 4. Words: letters, digits, marks and _, with inner apostrophes when they are no clitic (O'Brien), inner & between capitals (AT&T),
    then split by CLITICS (n't 's 're 'll 've 'd 'm, straight or curly) and by FUSED words (can|not, gon|na, wan|na, got|ta, lem|me, gim|me).
 5. Runs of one of . - * = _ ~ # ! ? $ + / \\ ^ | < > (mixed . ! and ? count as one run) and doubled quotation marks are one token.
 6. A closing 's-less apostrophe, and every other symbol, is a token of its own. Hyphens and slashes always split words.
"""
import re

ABBREVIATIONS = ("Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Lt Sgt Capt Adm Maj Cmdr Rev Hon St Mt Ft Jr Sr Inc Corp Co Ltd Bros vs etc No Nos "
                 "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun Ave Blvd Rd Dept Univ Ariz Calif Fla Ga Mass Mich Minn "
                 "Attn attn Reps Sens Thur Thurs Tues Drs Sts LTD INC CORP PVT Govt ect al Fig Figs eg ie cf approx est Vol pp Ph Messrs Brig Supt Pres Secy Amb Pvt Cpl").split()
FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "lemme": 3, "gimme": 3}
AP = "'’"
UNITS = "am|pm|AM|PM|k|K|m|M|bn|mm|cm|km|kg|lb|lbs|ft|gb|hrs|mph|mins"
TOKEN = re.compile(r"""
  (?P<url>(?:[A-Za-z][A-Za-z0-9+.]*://|www\.)\S+|[\w.+]+(?:-[\w.+]+)*@\w\w+(?:[-.]\w+)*)
 |(?P<short>(?<!\w)(?:[:;=]-?(?:\)+|\(+|[DPpOo])(?!\w)|\^_\^|<3(?!\w)|[bB]/c(?!\w)|[wW]/o?(?!\w)|[A-Za-z]{1,3}-(?=\ )|(?:\d\d)?\d0[%s]s(?!\w)|[%s]\d0s(?!\w)))
 |(?P<abbr>(?:[^\W\d_]\.){2,}(?:[A-Z]\.?(?!\w))?|[A-Z][a-z]\.[A-Z]\.|(?:%s)\.(?!\w)|[a-z]+(?:\.[a-z]+)+(?!\w)|[A-Z]\.(?=\ +\S)(?<![\w.]..))
 |(?P<num>(?<![\w-])(?:\d-\d{3}-\d{3}-\d{4}|\d{3}-(?:\d{3}-)?\d{4}|\d-\d{4}|\d\d?-\d\d?-\d{4})(?![\w-])|\d+(?:[.,:]\d+)*(?=(?:%s)(?!\w))|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?!\w))?(?![\w]))
 |(?P<pre>\b(?:[Ee]-\w+|[Rr]e-\w+|[Nn]on-\w+|[Pp]re-\w+|[Pp]ost-\w+|[Aa]nti-\w+|[Pp]ro-\w+|[Cc]o-\w+|[Mm]id-\w+|(?:[Ss]emi|[Ss]ub|[Mm]ulti|[Ee]x|[Cc]ounter|[Ii]nter)-\w+)\b)
 |(?P<word>[^\W_](?:\w|[̀-ͯ]|[%s](?=[^\W\d_])|&(?=[A-Z]))*)
 |(?P<run>[.!?]{2,}|-{2,}|\*+|={2,}|_+|~{2,}|\#{2,}|\$\$+|\+\++|//+|\\\\+|\^\^+|\|\|+|<<+|>>+|''(?!')|``(?!`)|[‘’]’(?!’))
 |(?P<any>\S)
""" % (AP, AP, "|".join(ABBREVIATIONS), UNITS, AP), re.X)
CLITIC = re.compile(r"^(?P<stem>.+?)(?P<cl>[Nn][%s][Tt]|[%s](?:[Ss]|[Rr][Ee]|[Ll][Ll]|[Vv][Ee]|[Dd]|[Mm]))$" % (AP, AP))
TRAIL = ".,;:!?'\")]}’”>"


def tokenize(text):
    """List of (start, end) code-point offsets of the tokens of one sentence."""
    out, at = [], 0
    while at < len(text):
        m = TOKEN.search(text, at)
        if not m:
            break
        s, e, kind = m.start(), m.end(), m.lastgroup
        if kind == "url":
            while e > s + 1 and text[e - 1] in TRAIL:
                e -= 1
            out.append((s, e))
        elif kind == "word":
            _word(text, s, e, out)
        else:
            out.append((s, e))
        at = e
    return out


def _word(text, s, e, out):
    w = text[s:e]
    cut = FUSED.get(w.lower())
    if cut:
        out += [(s, s + cut), (s + cut, e)]
        return
    m = CLITIC.match(w)
    if m:
        k = s + m.start("cl")
        _word(text, s, k, out)
        out.append((k, e))
    else:
        out.append((s, e))


def f1(path):
    """Token F1 of the rules against a treebank file, from its `# text` lines."""
    hit = sys_n = gold_n = 0
    miss = {}
    text, forms = None, []
    for line in open(path, encoding="utf-8"):
        if line.startswith("# text ="):
            text = line[8:].strip()
        elif line[:1].isdigit():
            c = line.split("\t")
            if c[0].isdigit():
                forms.append(c[1])
        elif not line.strip() and forms:
            gold, at = set(), 0
            for w in forms:
                k = text.find(w, at)
                if k < 0:
                    continue
                gold.add((k, k + len(w)))
                at = k + len(w)
            got = set(tokenize(text))
            hit, sys_n, gold_n = hit + len(got & gold), sys_n + len(got), gold_n + len(forms)
            for a, b in got - gold:
                key = text[max(0, a - 3):b + 3]
                miss[key] = miss.get(key, 0) + 1
            forms = []
    return 2 * hit / (sys_n + gold_n), sorted(miss.items(), key=lambda x: -x[1])


if __name__ == "__main__":
    import sys
    for p in sys.argv[1:]:
        f, miss = f1(p)
        print(p, round(100 * f, 2), miss[:70])
