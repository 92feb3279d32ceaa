#!/usr/bin/env python3
"""The questions of bench/query_speed.cpp asked of networkx and igraph: bench/query_peers.py FILE [PAIRS].

FILE is a graph in JSON-LD as written by entente. Needs `pip install networkx igraph`; what is not installed is left out.
"""
import itertools
import json
import sys
import time


def load(path):
    names, edges = [], []
    with open(path, encoding="utf-8") as file:
        for node in json.load(file)["@graph"]:
            if node.get("@type") == "Edge":
                edges.append((node["source"], node["target"]))
            elif node["@id"].startswith("ent:"):
                names.append(node["@id"])
    names.sort()
    number = {name: i for i, name in enumerate(names)}
    return names, [(number[a], number[b]) for a, b in edges if a in number and b in number and a != b]


def pick(size, number):
    return number * 2654435761 % size


def clock(name, pairs, ask):
    begin = time.perf_counter()
    hops = sum(ask(a, b) for a, b in pairs)
    print(f"  {name}: {(time.perf_counter() - begin) / len(pairs) * 1000:.2f} ms a pair ({hops} hops)")


def main():
    path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    begin = time.perf_counter()
    names, edges = load(path)
    print(f"parse: {time.perf_counter() - begin:.2f} s ({len(names)} entities, {len(edges)} edges)")
    pairs = [(pick(len(names), 2 * i + 1), pick(len(names), 2 * i + 2)) for i in range(count)]
    try:
        import networkx
        print(f"networkx {networkx.__version__}")
        graph = networkx.Graph(edges)
        graph.add_nodes_from(range(len(names)))

        def shortest(a, b):
            return len(networkx.shortest_path(graph, a, b)) - 1 if networkx.has_path(graph, a, b) else 0

        def ten(a, b):
            if not networkx.has_path(graph, a, b):
                return 0
            return sum(len(p) - 1 for p in itertools.islice(networkx.shortest_simple_paths(graph, a, b), 10))

        clock("1 shortest", pairs, shortest)
        clock("10 shortest", pairs[:5], ten)
        clock("two hops", pairs[:1], lambda a, b: len({c for n in graph[a] for c in graph[n]}))
    except ImportError:
        print("networkx is not installed")
    try:
        import igraph
        print(f"igraph {igraph.__version__}")
        graph = igraph.Graph(n=len(names), edges=edges).simplify()
        clock("1 shortest", pairs, lambda a, b: max(0, len(graph.get_shortest_path(a, b)) - 1))
        clock("10 shortest", pairs[:5], lambda a, b: sum(len(p) - 1 for p in graph.get_k_shortest_paths(a, b, k=10)))
        clock("two hops", pairs[:1], lambda a, b: len({c for n in graph.neighbors(a) for c in graph.neighbors(n)}))
    except ImportError:
        print("igraph is not installed")


main()
