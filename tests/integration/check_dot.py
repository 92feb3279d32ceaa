"""`dot -Tdot_json` reads the DOT: every node, edge and field is there."""
import json
import re
import sys

from graph_file import compare, load, xml

NODES = ["label", "type", "wikidata", "aliases", "documents"]
EDGES = ["source", "target", "relation", "family", "polarity", "symmetric", "confidence", "support", "documents", "asserted", "possible", "negated", "first", "last"]
nodes, edges, _ = load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    read = json.load(file)


def undo(text):
    return text.replace("\\\\", "\\").replace("&amp;", "&").replace("&#45;", "-")


def dot(value):
    return xml(value).replace("\ufeff", "\ufffd") if isinstance(value, str) else [dot(v) for v in value]


def lines(text, original):
    """Lists are written a line an item; an item may hold line ends itself."""
    return original if text == "\n".join(original) else text.split("\n")


found, names = {}, {}
for node in read["objects"]:
    key = names[node["_gvid"]] = node["id"].removeprefix("node-")
    expected = nodes[key]
    found[key] = {"label": undo(node.get("fullname", "")), "type": undo(node["type"]), "wikidata": undo(node.get("wikidata", "")),
                  "aliases": lines(undo(node.get("aliases", "")), [dot(a) for a in expected["aliases"]]),
                  "documents": lines(undo(node["documents"]), [dot(d) for d in expected["documents"]])}
compare("node", {k: {f: dot(v[f]) for f in NODES} for k, v in nodes.items()}, found, NODES)
found = {}
for edge in read.get("edges", []):
    key = edge["id"].removeprefix("edge-")
    found[key] = {f: undo(edge.get(f, "")) for f in EDGES} | {"source": names[edge["tail"]], "target": names[edge["head"]],
                                                             "symmetric": edge["symmetric"] == "true", "confidence": float(edge["confidence"])}
    for field in ("support", "documents", "asserted", "possible", "negated"):
        found[key][field] = int(edge[field])
compare("edge", edges, found, EDGES)
