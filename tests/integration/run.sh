#!/usr/bin/env bash
# Opens exported graphs in the real programs of their formats: run.sh light|heavy. Everything is installed, pinned, below build/readers once.
# Needs a built release program and test program; prints "N passed, N failed" at the end.
set -uo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/integration
cache=$PWD/build/readers
mode=${1:-light}
preset=${ENTENTE_PRESET:-release}
entente=$PWD/build/$preset/entente
graphs=$cache/graphs
mkdir -p "$cache/node" "$cache/maven" "$graphs" "$cache/shots"
. "$here/install.sh"

passed=0
failed=0
# check NAME COMMAND…: one check that passes if the command does; the command may be a function of this script, which timeout cannot run
check() {
  local name=$1
  shift
  if "$@" > "$cache/check.log" 2>&1; then
    passed=$((passed + 1))
    echo "ok   $name"
  else
    failed=$((failed + 1))
    echo "FAIL $name"
    tail -n 12 "$cache/check.log"
  fi
}
export_all() {
  local format
  for format in nq ttl gexf graphml html dot; do "$entente" export "$graphs/$1.jsonld" -o "$graphs/$1.$format" || return 1; done
  "$entente" export "$graphs/$1.jsonld" --format csv -o "$graphs/$1-csv" && "$entente" export "$graphs/$1.jsonld" --format tsv -o "$graphs/$1-tsv" &&
    "$entente" export "$graphs/$1.jsonld" --format neo4j -o "$graphs/$1-neo4j" && dot -Tdot_json "$graphs/$1.dot" -o "$graphs/$1.dot.json"
}
python() { timeout 600 "$cache/venv/bin/python" "$@"; }
node_script() { local script=$1; shift; cp "$here/$script" "$cache/node/" && (cd "$cache/node" && timeout 600 node "$script" "$@"); }
equal_files() { cmp "$1" "$2"; }

install_light || { echo "the light readers cannot be installed"; echo "0 passed, 1 failed"; exit 1; }
ENTENTE_GRAPHS=$graphs "$PWD/build/$preset/tests/entente_tests" "[write-graphs]" > "$cache/graphs.log" || { cat "$cache/graphs.log"; echo "0 passed, 1 failed"; exit 1; }
for graph in sample hostile; do
  check "export $graph in every format" export_all $graph
  stem=$graphs/$graph
  check "$graph: networkx reads the GEXF" python "$here/check_gexf.py" "$stem.jsonld" "$stem.gexf"
  check "$graph: networkx and igraph read the GraphML" python "$here/check_graphml.py" "$stem.jsonld" "$stem.graphml"
  check "$graph: Python csv reads the CSV tables" python "$here/check_csv.py" "$stem.jsonld" "$stem-csv"
  check "$graph: Python csv reads the TSV tables" python "$here/check_csv.py" "$stem.jsonld" "$stem-tsv"
  check "$graph: rdflib and oxigraph read JSON-LD, N-Quads and Turtle as one" python "$here/check_rdf.py" "$stem.jsonld" "$stem"
  check "$graph: jsonld.js, a strict streaming parser and n3 agree" node_script check_jsonld.mjs "$stem.jsonld" "$stem.nq"
  check "$graph: serdi reads the N-Quads" bash -c "[ \$(serdi -i nquads -o nquads '$stem.nq' | wc -l) = \$(wc -l < '$stem.nq') ]"
  check "$graph: rapper reads the N-Quads" rapper -q -i nquads -c "$stem.nq"
  check "$graph: graphology reads GEXF and GraphML" node_script check_graphology.mjs "$stem.jsonld" "$stem"
  check "$graph: Ladybug copies the CSV tables" node_script check_ladybug.mjs "$stem.jsonld" "$stem-csv" "$cache/$graph.lbug"
  check "$graph: dot reads the DOT" python "$here/check_dot.py" "$stem.jsonld" "$stem.dot.json"
  check "$graph: the XML is well formed" xmllint --huge --noout "$stem.gexf" "$stem.graphml"
  if [ -d ../shared/xsd ]; then
    check "$graph: GEXF is valid by its schema" bash "$here/validate_gexf.sh" "$stem.gexf" "$cache"
    check "$graph: GraphML is valid by its schema" bash "$here/validate_graphml.sh" "$stem.graphml" "$cache"
  fi
  check "$graph: Gephi reads the GEXF" timeout 600 java -Djava.awt.headless=true -Xmx700m -cp "$gephi" "$here/CheckGephi.java" "$stem.gexf" "$cache/$graph-gephi.json"
  check "$graph: what Gephi has is the graph" python "$here/check_gephi.py" "$stem.jsonld" "$cache/$graph-gephi.json"
done
if command -v npm > /dev/null; then
  check "the committed page is what its sources give" bash -c "tools/page/build.sh '$cache/page/page.template.html' && cmp web/page.template.html '$cache/page/page.template.html'"
fi
if [ "$mode" = heavy ]; then
  if install_heavy; then
    check "export large as a page" "$entente" export "$graphs/large.jsonld" -o "$graphs/large.html"
    check "the page works in Chromium" node_script check_page.mjs "$graphs/sample.html" "$graphs/hostile.html" "$graphs/large.html" "$cache/shots"
  else
    failed=$((failed + 1))
    echo "FAIL the heavy readers cannot be installed"
  fi
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
