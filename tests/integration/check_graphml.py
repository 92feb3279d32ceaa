"""networkx and igraph read the GraphML: every node, edge and field is there."""
import json
import sys

import igraph
import networkx

from graph_file import EDGE_FIELDS, NODE_FIELDS, compare, load, xml

nodes, edges, _ = load(sys.argv[1])
graph = networkx.read_graphml(sys.argv[2], force_multigraph=True)
found = {}
for key, data in graph.nodes(data=True):
    found[key] = {f: data.get(f, "") for f in NODE_FIELDS}
    for field in ("aliases", "mergeReasons", "documents"):
        found[key][field] = json.loads(data.get(field, "[]"))
compare("node", xml(nodes), xml(found), NODE_FIELDS)
found = {}
for source, target, key, data in graph.edges(keys=True, data=True):
    assert key == data["id"], (key, data["id"])
    found[key] = {f: data.get(f, "") for f in EDGE_FIELDS} | {"source": source, "target": target}
    found[key]["documentIds"] = json.loads(data["documentIds"])
    found[key]["evidence"] = json.loads(data["evidence"])
compare("edge", xml(edges), xml(found), EDGE_FIELDS)

second = igraph.Graph.Read_GraphML(sys.argv[2])
ids = second.vs["id"]
found = {edge["e_id"] if "e_id" in edge.attributes() else edge["id"]: edge for edge in second.es}
by_key = {}
for edge in second.es:
    by_key[(ids[edge.source], ids[edge.target], edge["relation"], edge["polarity"])] = edge
expected = {(e["source"], e["target"], e["relation"], e["polarity"]): e for e in edges.values()}
same = expected.keys() == by_key.keys() and all(
    by_key[k]["confidence"] == e["confidence"] and by_key[k]["support"] == e["support"] and (by_key[k]["quote"] or "") == xml(e["quote"]) for k, e in expected.items())
print(f"igraph: {second.vcount()} nodes, {second.ecount()} edges")
sys.exit(0 if same and second.vcount() == len(nodes) else 1)
