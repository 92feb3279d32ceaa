"""What Neo4j has is the graph: labels, types, ends and every property of every node and relationship; with "bare", without evidence."""
import json
import re
import sys
from collections import Counter

from graph_file import compare, load, local

nodes, edges, documents = load(sys.argv[1])
bare = sys.argv[3:] == ["bare"]
found, found_links, constraints = {}, Counter(), []
with open(sys.argv[2], encoding="utf-8") as file:
    for line in map(json.loads, file):
        if "constraints" in line:
            constraints = line["constraints"]
        elif "labels" in line:
            kind = next(k for k in ("Actor", "Document", "Statement", "Evidence") if k in line["labels"])
            key = (kind, line["properties"]["id"])
            assert key not in found, key
            found[key] = {"labels": line["labels"], "properties": line["properties"]}
        elif line["properties"]:
            key = ("relationship", line["properties"]["id"])
            assert key not in found, key
            found[key] = {"type": line["type"], "ends": [line["from"], line["to"]], "properties": line["properties"]}
        else:
            found_links[line["type"], line["from"], line["to"]] += 1


def words(name, upper):
    parts = re.findall("[A-Za-z0-9]+", name)
    return "_".join(parts).upper() if upper else "".join(p[0].upper() + p[1:] for p in parts)


def properties(**all_of):
    """Without what is empty; the separator of lists cannot stand in an item."""
    kept = {}
    for name, value in all_of.items():
        if isinstance(value, list):
            value = [item.replace("\x1f", "\ufffd") for item in value]
            if value not in ([], [""]):
                kept[name] = value
        elif value != "":
            kept[name] = value
    return kept


expected, links = {}, Counter()
for key, n in nodes.items():
    known = properties(type=n["type"], wikidata=n["wikidata"], aliases=n["aliases"], mergeReasons=n["mergeReasons"], documents=n["documents"])
    expected["Actor", key] = {"labels": sorted(["Actor", words(n["type"], False)]), "properties": {"id": key, "name": n["label"]} | known}
for key, e in edges.items():
    known = {f: e[f] for f in ("relation", "polarity", "symmetric", "confidence", "support", "documents", "asserted", "possible", "negated")}
    known |= properties(family=e["family"], first=e["first"], last=e["last"], documentIds=e["documentIds"], quote=e["quote"])
    kind = ("not " if e["polarity"] == "negated" else "") + e["relation"]
    expected["relationship", key] = {"type": words(kind, True), "ends": [e["source"], e["target"]], "properties": {"id": key} | known}
    if bare:
        continue
    expected["Statement", key] = {"labels": ["Statement"], "properties": {"id": key, "relation": e["relation"], "polarity": e["polarity"]}}
    links["SOURCE", key, e["source"]] += 1
    links["TARGET", key, e["target"]] += 1
if not bare:
    for key, d in documents.items():
        known = properties(**{f: d.get(f, "") for f in ("title", "author", "url", "language", "sha256")}, date=d.get("published", d.get("date", "")))
        expected["Document", key] = {"labels": ["Document"], "properties": {"id": key, "sentences": d["sentences"]} | known}
    with open(sys.argv[1], encoding="utf-8") as file:
        statements = [i for i in json.load(file)["@graph"] if i["@type"] == "Edge"]
    for statement in statements:
        for e in statement["evidence"]:
            key = e["@id"].removeprefix("edge:")
            texts = {f: e[f] for f in ("modality", "time", "by", "exact", "sourceText", "targetText", "triggerText", "variants") if f in e}
            numbers = {f: e.get(f, 0) for f in ("start", "end", "sourceStart", "sourceEnd", "targetStart", "targetEnd", "triggerStart", "triggerEnd")}
            expected["Evidence", key] = {"labels": ["Evidence"], "properties": {"id": key, "confidence": e["confidence"]} | texts | numbers}
            links["EVIDENCE", local(statement["@id"]), key] = 1
            links["IN", key, local(e["document"])] = 1
            if "attributedTo" in e:
                links["SAID_BY", key, local(e["attributedTo"])] = 1

kinds = Counter(key[0] for key in expected)
assert kinds["Actor"] == len(nodes) and kinds["relationship"] == len(edges) and Counter(key[0] for key in found) == kinds, (kinds, Counter(key[0] for key in found))
for key in expected:
    for field in expected[key]["properties"].keys() ^ found.get(key, {"properties": {}})["properties"].keys():
        print(f"{key} has {field!r} on one side only")
FIELDS = ["labels", "type", "ends", "properties"]
compare("thing", {k: dict.fromkeys(FIELDS) | v for k, v in expected.items()}, found, FIELDS)
if links != found_links:
    print("links differ:", list((links - found_links).items())[:3], list((found_links - links).items())[:3])
    sys.exit(1)
print(f"{sum(links.values())} links; constraints {constraints}")
if sys.argv[2].endswith("-loaded.json"):
    assert constraints == (["Actor.id"] if bare else ["Actor.id", "Document.id", "Evidence.id", "Statement.id"]), constraints
