#!/usr/bin/env bash
# A folder includes only itself and the folders before it in this order.
order="base text language schema extract graph query export pipeline cli"
bad=0
rank=0
declare -A rank_of
for folder in $order; do rank_of[$folder]=$((rank++)); done
while IFS=: read -r file line include; do
  case $file in
    include/entente/*/*) own=${file#include/entente/} ;;
    src/*/*) own=${file#src/} ;;
    *) continue ;;
  esac
  own=${own%%/*}
  other=$(sed -E 's/.*#include "(entente\/)?([a-z_]+)[\/.].*/\2/' <<< "$include")
  [ -n "${rank_of[$own]:-}" ] && [ -n "${rank_of[$other]:-}" ] || continue
  if [ "${rank_of[$other]}" -gt "${rank_of[$own]}" ]; then
    echo "$file:$line: $own/ may not include $other/"
    bad=1
  fi
done < <(grep -nE '^#include "' $(git ls-files 'include/*.hpp' 'src/*.cpp' 'src/*.hpp'))
exit $bad
