"""rdflib and oxigraph read JSON-LD, N-Quads and Turtle as one graph; a SPARQL query gives every edge with its literals."""
import sys
from urllib.parse import unquote

import pyoxigraph
import rdflib
from rdflib.compare import to_isomorphic

from graph_file import compare, load

_, edges, _ = load(sys.argv[1])
stem = sys.argv[2]


def oxigraph(path, kind):
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=path, format=kind))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


quads = oxigraph(stem + ".nq", pyoxigraph.RdfFormat.N_QUADS)
for other, kind in ((stem + ".ttl", pyoxigraph.RdfFormat.TURTLE), (sys.argv[1], pyoxigraph.RdfFormat.JSON_LD)):
    same = oxigraph(other, kind) == quads
    print(f"oxigraph: {other.rsplit('.', 1)[1]} {'equals' if same else 'differs from'} the {len(quads)} N-Quads")
    if not same:
        sys.exit(1)
store = pyoxigraph.Store()
store.bulk_load(path=stem + ".nq", format=pyoxigraph.RdfFormat.N_QUADS)
query = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX kg: <https://example.org/kg/ns#>
SELECT ?e ?s ?r ?o ?polarity ?confidence ?mentions WHERE {
  ?e a rdf:Statement; rdf:subject ?s; rdf:predicate ?r; rdf:object ?o; kg:polarity ?polarity; kg:confidence ?confidence; kg:mentions ?mentions }"""
name = lambda iri: unquote(iri.value.rsplit("/", 1)[1])
found = {name(row["e"]): {"source": name(row["s"]), "relation": name(row["r"]), "target": name(row["o"]), "polarity": row["polarity"].value,
                          "confidence": float(row["confidence"].value), "support": int(row["mentions"].value)} for row in store.query(query)}
compare("edge", edges, found, ["source", "relation", "target", "polarity", "confidence", "support"])
if len(quads) < 30000:
    ours = rdflib.Graph().parse(stem + ".nq", format="nt")
    turtle = rdflib.Graph().parse(stem + ".ttl", format="turtle")
    json_ld = rdflib.Graph().parse(sys.argv[1], format="json-ld")
    value = lambda graph: {(s, p, o.toPython() if isinstance(o, rdflib.Literal) and o.datatype is not None else o) for s, p, o in graph}
    print(f"rdflib: {len(ours)} triples in N-Quads, {len(turtle)} in Turtle, {len(json_ld)} in JSON-LD")
    if to_isomorphic(ours) != to_isomorphic(turtle) or value(ours) != value(json_ld):
        sys.exit(1)
