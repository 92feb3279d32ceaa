#!/usr/bin/env bash
# Rebuilds web/page.template.html from src/export/page with the pinned libraries; needs node and npm. Another place to write to may be given.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "${1:-web/page.template.html}")
mkdir -p build/page "$(dirname "$out")"
cp src/export/page/* build/page/
cd build/page
npm ci --ignore-scripts --no-audit --no-fund --silent
node build.mjs "$out"
