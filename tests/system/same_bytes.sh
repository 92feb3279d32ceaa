#!/usr/bin/env bash
# The graph of examples/ is the committed one, byte for byte, on one and on eight threads, with the files in another order.
set -euo pipefail
program=${ENTENTE:-build/release/entente}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" build examples -o "$work/one.jsonld" --threads 1 --quiet
"$program" build $(find examples -type f | sort -r) -o "$work/eight.jsonld" --threads 8 --quiet
cmp "$work/one.jsonld" graphs/examples.jsonld
cmp "$work/eight.jsonld" graphs/examples.jsonld
