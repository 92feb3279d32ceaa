"""Python's csv and json read the tables: every node, edge, assertion and document is there."""
import csv
import json
import sys
from pathlib import Path

from graph_file import EDGE_FIELDS, NODE_FIELDS, compare, load, local

csv.field_size_limit(1 << 30)
nodes, edges, documents = load(sys.argv[1])
folder = Path(sys.argv[2])
suffix, delimiter = (".tsv", "\t") if (folder / "nodes.tsv").exists() else (".csv", ",")


def rows(name):
    with open(folder / (name + suffix), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, strict=True))


found = {}
for row in rows("nodes"):
    found[row["id"]] = {f: row[f] for f in NODE_FIELDS}
    for field in ("aliases", "mergeReasons", "documents"):
        found[row["id"]][field] = json.loads(row[field] or "[]")
compare("node", nodes, found, NODE_FIELDS)

evidence = {}
for row in rows("evidence"):
    item = {"document": "doc:" + row["document"], "modality": row["modality"], "confidence": float(row["confidence"])}
    if row["attributedTo"]:
        item["attributedTo"] = row["attributedTo"]
    for name, field in (("time", "time"), ("by", "by"), ("exact", "sentence"), ("sourceText", "sourceText"), ("targetText", "targetText"), ("triggerText", "triggerText")):
        if row[field]:
            item[name] = row[field]
    for name in ("start", "end", "sourceStart", "sourceEnd", "targetStart", "targetEnd", "triggerStart", "triggerEnd"):
        if row[name]:
            item[name] = int(row[name])
    evidence.setdefault(row["edge"], []).append(item)
for edge in edges.values():
    for item in edge["evidence"]:
        item.pop("variants", None)
        item["document"] = "doc:" + local(item["document"])
        if "attributedTo" in item:
            item["attributedTo"] = local(item["attributedTo"])
found = {}
for row in rows("edges"):
    found[row["id"]] = {f: row.get(f, "") for f in EDGE_FIELDS} | {
        "symmetric": row["symmetric"] == "true", "confidence": float(row["confidence"]), "documentIds": json.loads(row["documentIds"]),
        "evidence": evidence.get(row["id"], [])}
    for field in ("support", "documents", "asserted", "possible", "negated"):
        found[row["id"]][field] = int(row[field])
compare("edge", edges, found, EDGE_FIELDS)

expected = {key: {"title": d.get("title", ""), "author": d.get("author", ""), "date": d.get("published", d.get("date", "")), "url": d.get("url", ""),
                  "language": d.get("language", ""), "sha256": d.get("sha256", ""), "sentences": str(d["sentences"])} for key, d in documents.items()}
compare("document", expected, {row["id"]: row for row in rows("documents")}, ["title", "author", "date", "url", "language", "sha256", "sentences"])
