"""What the Python peers share: reading the tables of bench_query_speed, choosing the same entities, printing the same rows."""
import csv
import sys
import time


def read_tables(folder):
    with open(f"{folder}/nodes.csv", newline="", encoding="utf-8") as file:
        nodes = [(row[1], row[2]) for row in list(csv.reader(file))[1:]]
    with open(f"{folder}/edges.csv", newline="", encoding="utf-8") as file:
        edges = [(int(row[0]), int(row[1]), row[2], float(row[3])) for row in list(csv.reader(file))[1:]]
    return nodes, edges


def pairs(count, size):
    return [((2 * i + 1) * 2654435761 % size, (2 * i + 2) * 2654435761 % size) for i in range(count)]


class Report:
    def __init__(self, system):
        self.system = system

    def __call__(self, measure, milliseconds, answer):
        print(f"{self.system}\t{measure}\t{milliseconds:.3f}\t{answer}", flush=True)

    def each(self, measure, questions, ask, unit):
        begin = time.process_time()
        total = sum(ask(*question) for question in questions)
        self(measure, (time.process_time() - begin) * 1000 / len(questions), f"{total} {unit}")


def arguments():
    """The folder of tables and the number of pairs."""
    return sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
