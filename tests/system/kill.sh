#!/usr/bin/env bash
# Killed at random moments, a run leaves the old output or the new one, never half of one; Ctrl-C leaves no temporary file.
set -uo pipefail
program=${ENTENTE:-build/release/entente}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" build examples/strait-brief.md -o "$work/graph.jsonld" --quiet || exit 1
cp "$work/graph.jsonld" "$work/old"
"$program" build examples -o "$work/new.jsonld" --quiet || exit 1
for i in $(seq 1 20); do
  "$program" build examples -o "$work/graph.jsonld" --quiet &
  pid=$!
  sleep "$(awk -v i="$i" 'BEGIN { srand(i); print rand() * 2.5 }')"
  kill -9 "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  if ! cmp -s "$work/graph.jsonld" "$work/old" && ! cmp -s "$work/graph.jsonld" "$work/new.jsonld"; then
    echo "run $i left half an output"
    exit 1
  fi
done
rm -f "$work"/*.tmp
"$program" build examples -o "$work/graph.jsonld" --quiet &
pid=$!
sleep 0.7
kill -INT "$pid" 2>/dev/null
wait "$pid" 2>/dev/null
! ls "$work"/*.tmp 2>/dev/null
