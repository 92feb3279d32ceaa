#!/usr/bin/env bash
# The schema's parts refer to each other by web address: a copy refers to its neighbours.
rm -rf "$2/graphml-xsd"
cp -r ../shared/xsd/graphml "$2/graphml-xsd"
sed -i -E 's#schemaLocation="http[^"]*/#schemaLocation="#' "$2"/graphml-xsd/*.xsd
xmllint --huge --nonet --noout --schema "$2/graphml-xsd/graphml.xsd" "$1"
