#!/usr/bin/env bash
# Opens exported graphs in the real programs of their formats: run.sh light|heavy. Everything is installed, pinned, below build/readers once.
# Needs a built release program and test program; prints "N passed, N failed, N skipped" at the end: skipped are the checks of readers
# that could not be downloaded, each named with the reason.
set -uo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/integration
cache=$PWD/build/readers
mode=${1:-light}
preset=${ENTENTE_PRESET:-release}
entente=$PWD/build/$preset/entente
graphs=$cache/graphs
mkdir -p "$cache/node" "$graphs" "$cache/shots"
. "$here/install.sh"

passed=0
failed=0
skipped=0
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
# reader TOOL NAME COMMAND…: a check that is skipped where the tool could not be installed
reader() {
  local tool=$1
  shift
  if [ -n "${absent[$tool]:-}" ]; then
    skipped=$((skipped + 1))
    echo "SKIP $1: $tool cannot be installed: ${absent[$tool]}"
  else
    check "$@"
  fi
}
export_all() {
  local format
  for format in nq ttl gexf graphml html dot; do "$entente" export "$graphs/$1.jsonld" -o "$graphs/$1.$format" || return 1; done
  "$entente" export "$graphs/$1.jsonld" --dynamic -o "$graphs/$1-dynamic.gexf" || return 1
  for format in csv tsv neo4j; do "$entente" export "$graphs/$1.jsonld" --format $format -o "$graphs/$1-$format" || return 1; done
}
python() { timeout 600 "$cache/venv/bin/python" "$@"; }
node_script() { local script=$1; shift; cp "$here/$script" "$cache/node/" && (cd "$cache/node" && timeout 600 node "$script" "$@"); }
read_dot() { timeout 120 dot -Tdot_json "$1.dot" -o "$1.dot.json" && python3 "$here/check_dot.py" "$1.jsonld" "$1.dot.json"; }
# read_gephi GRAPH GEXF [dynamic]
read_gephi() {
  timeout 600 java -Djava.awt.headless=true -Xmx700m -cp "$gephi" "$here/CheckGephi.java" "$2" "$2.json" && python3 "$here/check_gephi.py" "$1.jsonld" "$2.json" "${@:3}"
}

light_readers() {
  local graph=$1 stem=$graphs/$1
  reader python "$graph: networkx reads the GEXF" python "$here/check_gexf.py" "$stem.jsonld" "$stem.gexf"
  reader python "$graph: networkx and igraph read the GraphML" python "$here/check_graphml.py" "$stem.jsonld" "$stem.graphml"
  reader python "$graph: Python csv reads the CSV tables" python "$here/check_csv.py" "$stem.jsonld" "$stem-csv"
  reader python "$graph: Python csv reads the TSV tables" python "$here/check_csv.py" "$stem.jsonld" "$stem-tsv"
  reader python "$graph: rdflib and oxigraph read JSON-LD, N-Quads and Turtle as one" python "$here/check_rdf.py" "$stem.jsonld" "$stem"
  reader node "$graph: jsonld.js, a strict streaming parser and n3 agree" node_script check_jsonld.mjs "$stem.jsonld" "$stem.nq"
  reader serdi "$graph: serdi reads the N-Quads" bash -c "[ \$(serdi -i nquads -o nquads '$stem.nq' | wc -l) = \$(wc -l < '$stem.nq') ]"
  reader raptor2-utils "$graph: rapper reads the N-Quads" rapper -q -i nquads -c "$stem.nq"
  reader node "$graph: graphology reads GEXF and GraphML" node_script check_graphology.mjs "$stem.jsonld" "$stem"
  reader node "$graph: Ladybug copies the CSV tables" node_script check_ladybug.mjs "$stem.jsonld" "$stem-csv" "$cache/$graph.lbug"
  reader graphviz "$graph: dot reads the DOT" read_dot "$stem"
  reader libxml2-utils "$graph: the XML is well formed" xmllint --huge --noout "$stem.gexf" "$stem.graphml"
  if [ -d ../shared/xsd ]; then
    reader libxml2-utils "$graph: GEXF is valid by its schema" bash "$here/validate_gexf.sh" "$stem.gexf" "$cache"
    reader libxml2-utils "$graph: GraphML is valid by its schema" bash "$here/validate_graphml.sh" "$stem.graphml" "$cache"
  fi
  reader gephi "$graph: what Gephi has of the GEXF is the graph" read_gephi "$stem" "$stem.gexf"
  reader gephi "$graph: in Gephi's timeline edges hold at their dates" read_gephi "$stem" "$stem-dynamic.gexf" dynamic
}

# Neo4j's importer makes a database of the tables by our own script.
import_neo4j() {
  local home=$cache/neo4j/home-$1
  rm -rf "$home" && mkdir -p "$home/conf" && : > "$home/conf/neo4j.conf"
  NEO4J_HOME=$home NEO4J_CONF=$home/conf NEO4J_ADMIN=$cache/neo4j/neo4j-admin timeout 300 sh "$graphs/$1-neo4j/import.sh"
}
open_neo4j() {
  local jobs=() graph
  for graph in sample hostile bare; do
    jobs+=(imported "$cache/neo4j/home-$graph" "$graphs/$graph-imported.json" loaded "$graphs/$graph-neo4j" "$graphs/$graph-loaded.json")
  done
  rm -f "$graphs"/*-imported.json "$graphs"/*-loaded.json*
  timeout 900 java $neo4j_flags -cp "$cache/neo4j/lib/*" "$here/CheckNeo4j.java" "${jobs[@]}"
}
neo4j_readers() {
  local graph source
  "$entente" export "$graphs/sample.jsonld" --no-evidence --format neo4j -o "$graphs/bare-neo4j"
  for graph in sample hostile bare; do reader neo4j "$graph: neo4j-admin imports the tables" import_neo4j $graph; done
  reader neo4j "Neo4j opens what was imported and runs the Cypher scripts twice" open_neo4j
  for graph in sample hostile bare; do
    local arguments=()
    source=$graph
    [ $graph = bare ] && source=sample arguments=(bare)
    reader neo4j "$graph: what Neo4j imported is the graph" python3 "$here/check_neo4j.py" "$graphs/$source.jsonld" "$graphs/$graph-imported.json" "${arguments[@]}"
    reader neo4j "$graph: what the Cypher script loaded is the graph" python3 "$here/check_neo4j.py" "$graphs/$source.jsonld" "$graphs/$graph-loaded.json" "${arguments[@]}"
    reader neo4j "$graph: a second run of the Cypher script changes nothing" cmp "$graphs/$graph-loaded.json" "$graphs/$graph-loaded.json.again"
  done
}

install_light
ENTENTE_GRAPHS=$graphs "$PWD/build/$preset/tests/entente_tests" "[write-graphs]" > "$cache/graphs.log" || { cat "$cache/graphs.log"; echo "0 passed, 1 failed"; exit 1; }
for graph in sample hostile; do
  check "export $graph in every format" export_all $graph
  light_readers $graph
done
reader python "paths of random graphs are those of networkx" python "$here/check_paths.py" "$entente" "$graphs"
reader node "the committed page is what its sources give" bash -c "tools/page/build.sh '$cache/page/page.template.html' && cmp web/page.template.html '$cache/page/page.template.html'"
if [ "$mode" = heavy ]; then
  install_heavy
  neo4j_readers
  check "export large as a page" "$entente" export "$graphs/large.jsonld" -o "$graphs/large.html"
  reader chromium "the page works in Chromium" node_script check_page.mjs "$graphs/sample.html" "$graphs/hostile.html" "$graphs/large.html" "$cache/shots"
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
