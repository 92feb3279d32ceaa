"""What Gephi has is the graph, with "dynamic" also when edges hold; the texts that Gephi itself changes are known: "", null and NULL become nothing, INF becomes Infinity."""
import calendar
import json
import sys

from graph_file import EDGE_FIELDS, NODE_FIELDS, compare, load, mapped, xml

nodes, edges, _ = load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    read = json.load(file)


def gephi(value):
    return mapped(value, lambda text: "" if text in ("null", "NULL") else text.replace("INF", "Infinity"))


def tidy(thing, lists):
    for field in list(thing):
        if thing[field] is None:
            thing[field] = [] if field in lists else ""
        if field in lists:
            thing[field] = [item or "" for item in thing[field]]
    return thing


lists = ("aliases", "mergeReasons", "documents")
found = {key: tidy({f: node.get(f) for f in NODE_FIELDS}, lists) for key, node in read["nodes"].items()}
labels = {key: node["label"] for key, node in nodes.items()}
expected = {key: gephi(node) | {"label": node["label"]} for key, node in xml(nodes).items()}
compare("node", expected, found, NODE_FIELDS)
for node in read["nodes"].values():
    assert node["size"] > 0 and node["color"] != [0, 0, 0], node
fields = [f for f in EDGE_FIELDS if f != "evidence"] + ["kind", "weight", "evidence", "intervals"]


def interval(edge):
    """From the first day of a date that may be a year or month to the last one."""
    first, last = edge["first"], edge["last"]
    if sys.argv[3:] != ["dynamic"] or not first:
        return None
    if len(last) == 4:
        last += "-12"
    if len(last) == 7:
        last += f"-{calendar.monthrange(int(last[:4]), int(last[5:]))[1]}"
    return [[(first + "-01-01")[:10], last]]


found = {key: tidy({f: edge.get(f) for f in fields if f != "intervals"}, ("documentIds",)) | {"intervals": edge.get("intervals")} for key, edge in read["edges"].items()}
for edge in found.values():
    edge["evidence"] = xml(json.loads(edge["evidence"].replace("Infinity", "INF")))
expected = gephi(xml(edges))
for key, edge in edges.items():
    expected[key]["kind"] = ("not " if edge["polarity"] == "negated" else "") + edge["relation"]
    expected[key]["weight"] = float(edge["support"])
    expected[key]["intervals"] = interval(edge)
    expected[key]["evidence"] = mapped(xml(edge["evidence"]), lambda text: text.replace("Infinity", "INF"))
compare("edge", expected, found, fields)
