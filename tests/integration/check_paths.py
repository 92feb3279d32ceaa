#!/usr/bin/env python3
"""Compares `entente path` with networkx on random graphs: check_paths.py ENTENTE FOLDER [GRAPHS]. Exits with 1 at the first difference.

For each pair the k shortest loopless paths must have the costs that networkx.shortest_simple_paths finds, be simple paths of the graph,
and, wherever all paths of one cost fit into k, be the same paths.
"""
import itertools
import json
import math
import random
import subprocess
import sys

import networkx


def make(seed):
    """Edges as (source, relation, target, confidence) in a random graph of a few hubs."""
    chance = random.Random(seed)
    size = chance.randint(4, 25)
    names = [f"Village {chr(65 + i // 26)}{chr(65 + i % 26)}" for i in range(size)]
    edges = set()
    for _ in range(chance.randint(size, 4 * size)):
        a, b = int(chance.random() ** 2 * size), chance.randrange(size)
        if a != b:
            edges.add((names[a], chance.choice(["accuses", "supports", "threatens"]), names[b]))
    return names, [(a, r, b, chance.choice([0.25, 0.5, 0.75, 0.9])) for a, r, b in sorted(edges)]


def write(path, edges):
    with open(path, "w", encoding="utf-8") as file:
        for n, (a, relation, b, confidence) in enumerate(edges):
            ends = {key: {"label": name, "type": "Territory"} for key, name in (("source", a), ("target", b))}
            file.write(json.dumps({"document": "d", **ends, "relation": relation, "modality": "asserted", "confidence": confidence,
                                   "sentence": {"start": 10 * n, "end": 10 * n + 9}}) + "\n")


def graph_of(edges, directed, weight):
    graph = networkx.DiGraph() if directed else networkx.Graph()
    for a, _, b, confidence in edges:
        cost = 1 if weight == "hops" else -math.log(confidence) + 1e-9
        if not graph.has_edge(a, b) or cost < graph[a][b]["cost"]:
            graph.add_edge(a, b, cost=cost)
    return graph


def ask(entente, path, a, b, count, directed, weight):
    command = [entente, "path", path, a, b, "--k", str(count), "--weight", weight, "--format", "json"]
    result = subprocess.run(command + (["--directed"] if directed else []), capture_output=True, text=True, timeout=60)
    if result.returncode == 1:
        return []
    if result.returncode != 0:
        sys.exit(f"{command}: {result.stderr}")
    return [(row["cost"], tuple(row["entities"])) for row in json.loads(result.stdout)]


def expected_of(graph, a, b, count):
    if a not in graph or b not in graph or not networkx.has_path(graph, a, b):
        return []
    found = itertools.islice(networkx.shortest_simple_paths(graph, a, b, weight="cost"), count + 1)
    return [(networkx.path_weight(graph, p, "cost"), tuple(p)) for p in found]


def compare(found, more, graph, count, what):
    expected = more[:count]
    if len(found) != len(expected):
        sys.exit(f"{what}: {len(found)} paths, networkx has {len(expected)}")
    for (cost, path), (right, _) in zip(found, expected):
        if not math.isclose(cost, right, rel_tol=1e-6) or not networkx.is_simple_path(graph, path):
            sys.exit(f"{what}: {path} costs {cost}, networkx has {right}")
        if not math.isclose(networkx.path_weight(graph, path, "cost"), right, rel_tol=1e-6):
            sys.exit(f"{what}: {path} does not cost {cost}")
    last = expected[-1][0] + 1e-9 if len(more) <= count and expected else (expected[-1][0] - 1e-6 if expected else 0)
    if {p for c, p in found if c < last} != {p for c, p in expected if c < last}:
        sys.exit(f"{what}: other paths than networkx's")


def main():
    entente, folder = sys.argv[1], sys.argv[2]
    graphs = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    compared = 0
    for seed in range(graphs):
        names, edges = make(seed)
        lines, path = f"{folder}/paths-{seed}.jsonl", f"{folder}/paths-{seed}.jsonld"
        write(lines, edges)
        subprocess.run([entente, "import", lines, "-o", path, "--quiet"], check=True)
        chance = random.Random(seed)
        present = sorted({end for a, _, b, _ in edges for end in (a, b)})
        for directed, weight in itertools.product((False, True), ("hops", "confidence")):
            graph = graph_of(edges, directed, weight)
            a, b = chance.sample(present, 2)
            count = chance.choice([1, 3, 10, 40])
            found = ask(entente, path, a, b, count, directed, weight)
            compare(found, expected_of(graph, a, b, count), graph, count, f"graph {seed}, {a} to {b}, k {count}, {weight}, directed {directed}")
            compared += len(found)
    print(f"{compared} paths in {graphs} random graphs are those of networkx {networkx.__version__}")


main()
