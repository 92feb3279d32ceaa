#!/usr/bin/env python3
"""networkx: GraphML with attributes for loading, and a plain Graph of its adjacency for paths. ask_networkx.py TABLES [PAIRS]"""
import itertools
import os
import time

import networkx

from common import Report, arguments, pairs, read_tables


def prepare(folder, path):
    nodes, edges = read_tables(folder)
    directed = networkx.MultiDiGraph()
    directed.add_nodes_from((i, {"name": name, "type": kind}) for i, (name, kind) in enumerate(nodes))
    directed.add_edges_from((a, b, {"relation": relation, "confidence": confidence}) for a, b, relation, confidence in edges)
    networkx.write_graphml_lxml(directed, path)


def three_hops(graph, start):
    count = 0
    for _, b, r in graph.out_edges(start, data="relation"):
        if r != "OPPOSES":
            continue
        for _, c, s in graph.out_edges(b, data="relation"):
            if s != "SUPPORTS":
                continue
            for d, _, t in graph.in_edges(c, data=True):
                count += t["relation"] == "ACCUSES" and t["confidence"] > 0.7 and graph.nodes[d]["type"] == "State"
    return count


def main():
    folder, count = arguments()
    report = Report("networkx")
    path = f"{folder}/networkx.graphml"
    if not os.path.exists(path):
        prepare(folder, path)
    begin = time.process_time()
    directed = networkx.read_graphml(path, node_type=int, force_multigraph=True)
    size = directed.number_of_nodes()
    report("load", (time.process_time() - begin) * 1000, f"{size} entities, {directed.number_of_edges()} edges")
    plain = networkx.Graph()
    plain.add_nodes_from(directed)
    plain.add_edges_from(directed.edges())
    asked = pairs(count, size)
    report.each("shortest path", asked, lambda a, b: len(networkx.bidirectional_shortest_path(plain, a, b)) - 1, "hops")
    few = asked[:5]
    report.each("ten shortest paths", few,
                lambda a, b: sum(len(p) - 1 for p in itertools.islice(networkx.shortest_simple_paths(plain, a, b), 10)),
                f"hops of {len(few)} pairs")
    report.each("two-hop neighbourhood", asked,
                lambda a, _: len(networkx.single_source_shortest_path_length(plain, a, cutoff=2)) - 1, "entities")
    ends = [0] * size
    for a, b in directed.edges():
        ends[a] += 1
        ends[b] += 1
    start = max(range(size), key=lambda i: (ends[i], -i))
    report.each("three-hop MATCH", [(start,)] * 5, lambda a: three_hops(directed, a) / 5, "matches")


main()
