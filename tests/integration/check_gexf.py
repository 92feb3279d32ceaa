"""networkx reads the GEXF: every node, edge and field is there."""
import json
import sys

import networkx

from graph_file import EDGE_FIELDS, NODE_FIELDS, compare, gephi_list, load, xml

nodes, edges, _ = load(sys.argv[1])
graph = networkx.read_gexf(sys.argv[2], version="1.3")
found = {}
for key, data in graph.nodes(data=True):
    found[key] = {f: data.get(f, "") for f in NODE_FIELDS}
    for field in ("aliases", "mergeReasons", "documents"):
        found[key][field] = gephi_list(data.get(field, "[]"))
compare("node", xml(nodes), found, NODE_FIELDS)
found = {}
for source, target, data in graph.edges(data=True):
    found[data["id"]] = {f: data.get(f, "") for f in EDGE_FIELDS} | {"source": source, "target": target}
    found[data["id"]]["documentIds"] = gephi_list(data["documentIds"])
    found[data["id"]]["evidence"] = json.loads(data["evidence"])
    assert data["label"] == ("not " if data["polarity"] == "negated" else "") + data["relation"], data["label"]
    assert data["weight"] == data["support"], data["weight"]
compare("edge", xml(edges), xml(found), EDGE_FIELDS)
