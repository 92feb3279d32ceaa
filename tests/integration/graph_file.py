"""The graph's own file as plain tables, and their comparison with what a reader of another format sees."""
import json
import re
import sys
from urllib.parse import unquote

NODE_FIELDS = ["label", "type", "wikidata", "aliases", "mergeReasons", "documents"]
EDGE_FIELDS = ["source", "target", "relation", "family", "polarity", "symmetric", "confidence", "support", "documents", "asserted", "possible",
               "negated", "first", "last", "documentIds", "quote", "evidence"]
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def local(iri):
    return unquote(iri.split(":", 1)[1])


def unique(items):
    return list(dict.fromkeys(items))


def best_quote(edge):
    def own(e):
        return "attributedTo" not in e or e["attributedTo"] == edge["source"]
    best = min(edge["evidence"], key=lambda e: (e["modality"] == "possible", not own(e), -e["confidence"]))
    return best.get("exact", "")


def load(path):
    with open(path, encoding="utf-8") as file:
        items = json.load(file)["@graph"]
    relations = {local(i["@id"]): i for i in items if i["@type"] == "Relation"}
    nodes, edges, documents = {}, {}, {}
    for item in items:
        kind = item["@id"].split(":")[0]
        if kind == "ent":
            type_ = item["@type"]
            nodes[local(item["@id"])] = {
                "label": item["name"], "type": unquote(type_[5:]) if type_.startswith("node:") else type_, "wikidata": item.get("wikidata", ""),
                "aliases": item.get("alias", []), "mergeReasons": item.get("mergeReason", []),
                "documents": unique(local(a["document"]) for a in item.get("appearance", []))}
        elif item["@type"] == "Document":
            documents[local(item["@id"])] = item
        elif item["@type"] == "Edge":
            relation = local(item["relation"])
            edges[local(item["@id"])] = {
                "source": local(item["source"]), "target": local(item["target"]), "relation": relation, "family": item.get("family", ""),
                "polarity": item["polarity"], "symmetric": relations[relation]["symmetric"], "confidence": item["confidence"],
                "support": item["mentions"], "documents": item["documentCount"], "asserted": item["asserted"], "possible": item["possible"],
                "negated": item["negated"], "first": item.get("since", item.get("sinceText", "")), "last": item.get("until", item.get("untilText", "")),
                "documentIds": unique(local(e["document"]) for e in item["evidence"]), "quote": best_quote(item),
                "evidence": [{k: v for k, v in e.items() if k not in ("@type", "@id")} for e in item["evidence"]]}
    return nodes, edges, documents


def mapped(value, change):
    """`value` with all texts changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [mapped(v, change) for v in value]
    if isinstance(value, dict):
        return {k: mapped(v, change) for k, v in value.items()}
    return value


def xml(value):
    return mapped(value, lambda text: FORBIDDEN.sub("\ufffd", text))


def compare(what, expected, found, fields):
    """Ends the program with status 1 and the first differences unless all fields of all things are equal."""
    differences = [f"{what} {key!r} is missing" for key in expected.keys() - found.keys()]
    differences += [f"{what} {key!r} is too many" for key in found.keys() - expected.keys()]
    for key in expected.keys() & found.keys():
        for field in fields:
            if expected[key][field] != found[key].get(field):
                differences.append(f"{what} {key!r} {field}: expected {str(expected[key][field])[:120]!r}, found {str(found[key].get(field))[:120]!r}")
    print(f"{what}s: {len(found)} of {len(expected)}, {len(fields)} fields, {len(differences)} differences")
    for difference in sorted(differences)[:5]:
        print("  " + difference)
    if differences or not expected:
        sys.exit(1)


def gephi_list(text):
    """The items of ["a", "b"] with \\ before \\ and \"."""
    return [re.sub(r"\\(.)", r"\1", item, flags=re.S) for item in re.findall(r'"((?:[^"\\]|\\.)*)"', text, flags=re.S)]
