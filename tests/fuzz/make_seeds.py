#!/usr/bin/env python3
"""Lays out the first inputs of every fuzz target: make_seeds.py CORPUS. Inputs that earlier runs found stay."""
import gzip
import json
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST = 16384  # bytes of one input
SUFFIXES = {".txt": "text", ".md": "markdown", ".html": "html", ".jsonl": "jsonl"}


def put(corpus, target, name, data):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"seed-{name}").write_bytes(data[:MOST])


def main():
    corpus = pathlib.Path(sys.argv[1])
    for path in sorted((ROOT / "tests/fuzz/seeds").glob("*/*")):
        put(corpus, path.parent.name, path.name, path.read_bytes())
    for path in sorted((ROOT / "examples").iterdir()):
        if target := SUFFIXES.get(path.suffix):
            put(corpus, target, path.name, path.read_bytes())
            put(corpus, "gzip", path.name + ".gz", gzip.compress(path.read_bytes()[:MOST], mtime=0))
    for path in sorted((ROOT / "tests/data/tck").rglob("*.feature")):
        queries = re.findall(r'executing query:\s*"""(.*?)"""', path.read_text(), re.S)
        for i, query in enumerate(queries[:3]):
            put(corpus, "query", f"{path.stem}-{i}", query.strip().encode())
    naughty = ROOT.parent / "shared/hostile/blns.json"
    if naughty.exists():
        strings = json.loads(naughty.read_text())
        put(corpus, "text", "blns", "\n\n".join(strings).encode("utf-8", "surrogatepass"))
        put(corpus, "markdown", "blns", "\n\n".join("# " + s for s in strings).encode("utf-8", "surrogatepass"))
        put(corpus, "html", "blns", "".join(f"<p>{s}</p>\n" for s in strings).encode("utf-8", "surrogatepass"))
        put(corpus, "jsonl", "blns", "".join(json.dumps({"id": str(i), "text": s}) + "\n" for i, s in enumerate(strings)).encode())
    else:
        print("the hostile strings are not there: seeds are the project's own alone")


main()
