#!/usr/bin/env bash
# Every C++ file is formatted as .clang-format says.
git ls-files -z '*.cpp' '*.hpp' | xargs -0 clang-format --dry-run --Werror
