#!/usr/bin/env bash
# Asks entente and its peers the same questions of the same graphs and prints one table: bench/compare.sh [EDGES…]
#
# Times are seconds of the processor, so that other work on the machine does not count. Peers are what tests/integration/run.sh installed
# below build/readers (networkx, igraph, Ladybug); one that is not there is left out. ENTENTE_READERS names another such folder.
set -euo pipefail
cd "$(dirname "$0")/.."
readers=${ENTENTE_READERS:-$PWD/build/readers}
work=$PWD/build/bench
mkdir -p "$work/node"
cmake --preset release > /dev/null
ninja -C build/release bench_make_graph bench_query_speed > /dev/null
ln -sfn "$readers/node/node_modules" "$work/node/node_modules"
cp bench/peers/ask_ladybug.mjs "$work/node/"

for edges in "${@:-1000 100000 1000000}"; do
  for count in $edges; do
    graph=$work/$count.jsonld
    [ -s "$graph" ] || build/release/bench/bench_make_graph "$count" "$graph" >&2
    rows=$work/$count.tsv
    pairs=400  # a question is too short to be timed alone
    build/release/bench/bench_query_speed "$graph" $pairs "$work/$count" > "$rows"
    [ ! -x "$readers/venv/bin/python" ] || for peer in networkx igraph; do
      timeout 3600 "$readers/venv/bin/python" "bench/peers/ask_$peer.py" "$work/$count" $pairs >> "$rows" || echo "$peer gave up" >&2
    done
    [ ! -d "$readers/node/node_modules/@ladybugdb" ] || (cd "$work/node" && timeout 3600 node ask_ladybug.mjs "$work/$count" $pairs) >> "$rows" ||
      echo "Ladybug gave up" >&2
  done
done
python3 bench/table.py "$work" ${@:-1000 100000 1000000}
