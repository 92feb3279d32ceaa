#!/usr/bin/env bash
# Every public header compiles alone.
flags=$(pkg-config --cflags fmt 2>/dev/null)
git ls-files 'include/*.hpp' | xargs -P 2 -I{} sh -c "g++ -std=c++20 -fsyntax-only -Wall -Wextra -Werror -Wno-pragma-once-outside-header $flags -Iinclude -include {} -x c++ /dev/null || { echo {}; exit 255; }"
