#!/usr/bin/env bash
# Runs fuzz targets one after another: tests/fuzz/run.sh [SECONDS [NAME…]], all for 600 seconds if nothing is said. What a target finds
# lies in build/fuzz/findings/NAME; its corpus, in build/fuzz/corpus/NAME, starts from seeds/, examples/ and hostile strings and grows.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
seconds=${1:-600}
shift
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz > /dev/null || exit 1
cmake --build --preset fuzz | tail -n 1
[ "${PIPESTATUS[0]}" -eq 0 ] || exit 1
python3 tests/fuzz/make_seeds.py build/fuzz/corpus
[ $# -gt 0 ] || set -- text markdown html pdf jsonl gzip json_ld assertion_lines merge_rules query
export ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0
failed=0
for name in "$@"; do
  mkdir -p "build/fuzz/findings/$name"
  dictionary=tests/fuzz/dictionaries/$name.dict
  options=(-max_total_time="$seconds" -timeout=25 -rss_limit_mb=2048 -max_len=4096 -artifact_prefix="build/fuzz/findings/$name/" -print_final_stats=1)
  [ -f "$dictionary" ] && options+=(-dict="$dictionary")
  if build/fuzz/tests/fuzz/fuzz_"$name" "${options[@]}" "build/fuzz/corpus/$name" > "build/fuzz/findings/$name/log" 2>&1; then
    echo "ok   $name: $(grep -oE 'number_of_executed_units: [0-9]+' "build/fuzz/findings/$name/log"), $(ls "build/fuzz/corpus/$name" | wc -l) inputs kept"
  else
    failed=1
    echo "FAIL $name; its output:"
    grep -vE '^#[0-9]+\s' "build/fuzz/findings/$name/log" | tail -n 40
  fi
done
exit $failed
