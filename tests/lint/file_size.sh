#!/usr/bin/env bash
# No source file written by hand is longer than 500 lines.
bad=$(git ls-files '*.cpp' '*.hpp' | xargs wc -l | awk '$2 != "total" && $1 > 500')
[ -z "$bad" ] || { echo "$bad"; exit 1; }
