#!/usr/bin/env bash
# Looks for errors of memory and undefined behaviour: tests/memory.sh [asan] [valgrind], both if nothing is said.
#   asan      the preset asan (address, leak and undefined-behaviour sanitizers): the unit tests, then the main job on examples/
#   valgrind  memcheck on the release build: the main job on one short document
# Leaks inside fontconfig and glib, which keep what they once allocated, are left out: leaks.supp, leaks.valgrind.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
. tools/setup.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# try COMMAND…: runs one command of the main job; a finding (exit code 99) or a failure is shown. 1 is an empty answer.
try() {
  "${runner[@]}" "$@" > "$work/out" 2> "$work/err"
  [ $? -gt 1 ] || return 0
  failed=1
  echo "FAIL ${*}"
  tail -n 40 "$work/err"
}

# main_job PROGRAM DOCUMENT…: builds a graph, writes it in every format, asks it
main_job() {
  local program=$1 graph=$work/graph.jsonld format question
  shift
  try "$program" build "$@" -o "$graph" --threads 2
  for format in jsonld assertions nquads turtle gexf graphml neo4j csv tsv html dot; do
    try "$program" export "$graph" --format "$format" -o "$work/as.$format"
  done
  [ "${diagrams:-yes}" = no ] || try "$program" export "$graph" --top 20 -o "$work/graph.svg"
  try "$program" import "$work/as.assertions" -o "$work/again.jsonld"
  try "$program" merge "$graph" "$work/again.jsonld" -o "$work/merged.jsonld"
  try "$program" diff "$graph" "$work/merged.jsonld"
  for question in show neighbours explain-merge; do try "$program" $question "$graph" China; done
  for question in stats rank components communities balance; do try "$program" $question "$graph"; done
  try "$program" between "$graph" China Taiwan
  try "$program" path "$graph" China "United States" --k 2
  try "$program" query "$graph" 'MATCH (a)-[r]->(b) WHERE a.name <> b.name RETURN a.name, type(r), count(*) AS n ORDER BY n DESC, a.name LIMIT 5'
}

run_asan() {
  build asan || return 1
  export ASAN_OPTIONS=detect_leaks=1:exitcode=99 UBSAN_OPTIONS=print_stacktrace=1:exitcode=99 LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0
  runner=()
  build/asan/tests/entente_tests > "$work/out" 2>&1 || { failed=1; tail -n 40 "$work/out"; }
  local documents=(examples)
  [ -d ../shared/corpus ] && documents+=(../shared/corpus/*.txt)
  main_job build/asan/entente "${documents[@]}"
}

run_valgrind() {
  command -v valgrind > /dev/null || { echo "valgrind is not installed: apt-get install valgrind" >&2; return 1; }
  build release entente_cli || return 1
  runner=(valgrind --quiet --leak-check=full --errors-for-leak-kinds=definite,indirect,possible --show-leak-kinds=definite,indirect,possible
    --suppressions=tests/leaks.valgrind --error-exitcode=99)
  diagrams=no main_job build/release/entente examples/strait-brief.md
}

[ $# -gt 0 ] || set -- asan valgrind
for tool in "$@"; do
  case $tool in
    asan | valgrind) "run_$tool" || failed=1 ;;
    *) echo "usage: tests/memory.sh [asan] [valgrind]" >&2; exit 2 ;;
  esac
done
exit $failed
