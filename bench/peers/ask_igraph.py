#!/usr/bin/env python3
"""igraph (a C library) through python-igraph: GraphML with attributes for loading, and a simple undirected graph for paths.
ask_igraph.py TABLES [PAIRS]"""
import os
import time

import igraph

from common import Report, arguments, pairs, read_tables


def prepare(folder, path):
    nodes, edges = read_tables(folder)
    graph = igraph.Graph(n=len(nodes), edges=[(a, b) for a, b, _, _ in edges], directed=True)
    graph.vs["name"] = [name for name, _ in nodes]
    graph.vs["type"] = [kind for _, kind in nodes]
    graph.es["relation"] = [relation for _, _, relation, _ in edges]
    graph.es["confidence"] = [confidence for _, _, _, confidence in edges]
    graph.write_graphml(path)
    igraph.Graph(n=len(nodes), edges=[(a, b) for a, b, _, _ in edges]).write_edgelist(f"{folder}/igraph.edges")


def three_hops(graph, relation, confidence, kind, start):
    count = 0
    for r in graph.incident(start, mode="out"):
        if relation[r] != "OPPOSES":
            continue
        for s in graph.incident(graph.es[r].target, mode="out"):
            if relation[s] != "SUPPORTS":
                continue
            for t in graph.incident(graph.es[s].target, mode="in"):
                count += relation[t] == "ACCUSES" and confidence[t] > 0.7 and kind[graph.es[t].source] == "State"
    return count


def main():
    folder, count = arguments()
    report = Report("igraph")
    path = f"{folder}/igraph.graphml"
    if not os.path.exists(path):
        prepare(folder, path)
    begin = time.process_time()
    directed = igraph.Graph.Read_GraphML(path)
    report("load", (time.process_time() - begin) * 1000, f"{directed.vcount()} entities, {directed.ecount()} edges")
    begin = time.process_time()
    igraph.Graph.Read_Edgelist(f"{folder}/igraph.edges", directed=False)
    report("load, numbers of ends only", (time.process_time() - begin) * 1000, "no names, relations, confidences")
    size = directed.vcount()
    plain = directed.as_undirected(mode="collapse").simplify()
    asked = pairs(count, size)
    report.each("shortest path", asked, lambda a, b: len(plain.get_shortest_path(a, b)) - 1, "hops")
    few = asked[:5]
    report.each("ten shortest paths", few, lambda a, b: sum(len(p) - 1 for p in plain.get_k_shortest_paths(a, b, k=10)),
                f"hops of {len(few)} pairs")
    report.each("two-hop neighbourhood", asked, lambda a, _: plain.neighborhood_size(a, order=2) - 1, "entities")
    degrees = directed.degree()
    start = max(range(size), key=lambda i: (degrees[i], -i))
    columns = directed.es["relation"], directed.es["confidence"], directed.vs["type"]
    report.each("three-hop MATCH", [(start,)] * 5, lambda a: three_hops(directed, *columns, a) / 5, "matches")


main()
