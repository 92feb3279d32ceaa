#!/usr/bin/env python3
"""Lays the rows of bench/compare.sh side by side as a Markdown table: table.py FOLDER EDGES…"""
import sys

MEASURES = ["load", "shortest path", "ten shortest paths", "two-hop neighbourhood", "three-hop MATCH"]
SYSTEMS = ["entente", "networkx", "igraph", "ladybug"]


def main():
    folder, sizes = sys.argv[1], sys.argv[2:]
    print("| edges | milliseconds for | " + " | ".join(SYSTEMS) + " |")
    print("|---:|---|" + "---:|" * len(SYSTEMS))
    for size in sizes:
        times = {}
        with open(f"{folder}/{size}.tsv", encoding="utf-8") as file:
            for line in file:
                system, measure, milliseconds, _ = line.rstrip("\n").split("\t")
                times[measure, system] = float(milliseconds)
        for measure in MEASURES:
            cells = [f"{times[measure, s]:,.3g}" if times.get((measure, s), 1e9) < 1000 else f"{times[measure, s]:,.0f}"
                     if (measure, s) in times else "–" for s in SYSTEMS]
            print(f"| {int(size):,} | {measure} | " + " | ".join(cells) + " |")


main()
