#!/usr/bin/env python3
"""Writes N short documents, one in a hundred broken in one of ten ways: make_documents.py FOLDER N.

Prints how many are broken, and how many of these can be read nevertheless: texts whose last character is cut in half.
"""
import gzip
import pathlib
import sys

NAMES = ["Russia", "Japan", "China", "France", "Germany", "India", "Brazil", "Turkey", "Iran", "Egypt"]
VERBS = ["criticised", "supported", "threatened", "visited", "condemned", "sanctioned"]


def sentence(i):
    return f"{NAMES[i % 10]} {VERBS[i % 6]} {NAMES[(i // 10 + 1 + i) % 10]} on Monday, officials said in report {i}.\n"


def breakage(kind, i):
    """Suffix and bytes of a document that is broken in way `kind`."""
    text = sentence(i).encode()
    pdf = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R"
    return [(".txt", text + "é".encode()[:1]),                  # a character cut in half
            (".txt", b""),                                      # empty
            (".txt", bytes(range(256)) * 8),                    # binary
            (".pdf", pdf),                                      # a PDF cut in half
            (".txt", b" \n\t\n  \n"),                           # nothing but white space
            (".txt.gz", gzip.compress(text * 50)[:-30]),        # a gzip cut in half
            (".jsonl", b'{"id":"x%d","text":"Russia' % i),      # JSON cut in half
            (".jsonl", b'{"id":"y%d","body":"no text"}\n' % i), # a record without text
            (".txt", b"\x7fELF\x02\x01\x01" + b"\0" * 200),     # a program
            (".pdf", b"not a PDF at all \0\1\2" * 10)][kind]    # something else under a PDF's name


def main():
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    broken = 0
    for i in range(count):
        suffix, content = ".txt", sentence(i).encode()
        if i % 100 == 37:
            suffix, content = breakage(broken % 10, i)
            broken += 1
        (folder / f"d{i:05}{suffix}").write_bytes(content)
    print(broken, (broken + 9) // 10)


main()
