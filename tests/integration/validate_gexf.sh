#!/usr/bin/env bash
# The published schema wants colour, size and position without the prefix that all readers want: it is taken off first.
sed -E -e 's#(</?)viz:#\1#g' -e 's# xmlns:viz="[^"]*"##' "$1" > "$2/plain.gexf"
xmllint --huge --nonet --noout --schema ../shared/xsd/gexf/gexf.xsd "$2/plain.gexf"
