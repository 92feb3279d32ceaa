#!/usr/bin/env bash
# Prints the scores on the annotated material beside the repository: two gold graphs, held-out documents, event pairs.
# bench/score_shared.sh [dev|test]
set -euo pipefail
cd "$(dirname "$0")/.."
part=${1:-dev}
shared=../shared
program=build/release/entente
[ -d "$shared" ] || { echo "$shared is absent: nothing to score"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for gold in "$shared"/gold/*.jsonl; do
  name=$(basename "$gold" .jsonl)
  "$program" build "$shared/corpus/${name}"_*.txt --format assertions -o "$work/$name.jsonl" --quiet
  echo "== gold $name"
  python3 "$shared/bench/score_graph.py" "$gold" "$work/$name.jsonl"
done
python3 - "$part" > "$work/documents" <<'PY'
import json, sys
print("\n".join(json.load(open("tools/train/split.json"))[sys.argv[1]]))
PY
echo "== real documents, $part"
"$program" score corpus "$shared"/training/real-*.jsonl --documents "$work/documents"
echo "== written documents, $part"
"$program" score corpus $(ls "$shared"/training/*.jsonl | grep -v /real-) --documents "$work/documents"
cmake --build build/release --target bench_relate_pairs >/dev/null
pairs=$(find build/release -name bench_relate_pairs -type f)
for cut in "" --plover; do
  echo "== event pairs ${cut:-as read}"
  $pairs "$shared/bench/plv_dev.jsonl" $cut > "$work/pairs.jsonl"
  python3 "$shared/bench/score_plover.py" --gold "$shared/bench/plv_dev.jsonl" --system "$work/pairs.jsonl" \
    --map "$shared/bench/relation_map.plover.json"
done
