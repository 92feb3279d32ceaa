#!/usr/bin/env bash
# Of many documents of which one in a hundred is broken, all good ones are in the graph and all bad ones are named; memory stays flat.
set -euo pipefail
program=${ENTENTE:-build/release/entente}
count=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
read -r broken mended < <(python3 tests/system/make_documents.py "$work/in" "$count")
python3 - "$work/in/long.jsonl" <<'PY'
import sys
with open(sys.argv[1], "w") as out:          # one line of 200 MB among good ones
    out.write('{"id":"before","text":"Russia criticised Japan."}\n{"id":"long","text":"')
    for _ in range(200):
        out.write("a " * 500_000)
    out.write('"}\n{"id":"after","text":"Russia criticised Japan."}\n')
PY
set +e
/usr/bin/time -f '%M' "$program" build "$work/in" -o "$work/graph.jsonld" --json 2> "$work/log"
code=$?
set -e
[ "$code" -eq 3 ] || { echo "exit code $code, expected 3"; tail "$work/log"; exit 1; }
python3 - "$work/log" "$count" "$broken" "$mended" "$work/graph.jsonld" <<'PY'
import json, sys
log, graph = sys.argv[1], sys.argv[5]
count, broken, mended = map(int, sys.argv[2:5])
lines = open(log).read().splitlines()
report = next(json.loads(l) for l in lines if l.startswith("{"))
skipped = {n["source"] for n in report["notes"] if n["skipped"]}
noted = {n["source"] for n in report["notes"] if not n["skipped"] and "not UTF-8, it is at byte" in n["message"]}
good = count - (broken - mended) + 2
assert report["documents"] == good, (report["documents"], good)
assert len(skipped) == broken - mended + 1, (len(skipped), broken - mended + 1)
assert len(noted) == mended, (len(noted), mended)
documents = sum('"@type":"Document"' in l for l in open(graph))
assert documents == good, (documents, good)
peak = int(lines[-1])
print(f"{good} documents in the graph, {len(skipped)} left out and named, {len(noted)} read and named, peak {peak // 1024} MB")
assert peak < 700 * 1024, f"peak memory {peak} kB"
PY
