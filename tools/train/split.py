"""Writes split.json: the documents of the annotated corpus in train, dev and test (test is never looked at while building)."""
import json, pathlib, random, sys


def main(shared):
    rng = random.Random(20261128)
    out = {"train": [], "dev": [], "test": []}
    for f in sorted(pathlib.Path(shared, "training").glob("*.jsonl")):
        docs = list(dict.fromkeys(json.loads(x)["doc"] for x in open(f, encoding="utf-8") if x.strip()))
        rng.shuffle(docs)
        real = f.stem.startswith("real-")
        n = len(docs)
        dev, test = (max(1, round(n * 0.10)), max(2, round(n * 0.12))) if real else (max(1, round(n * 0.05)), max(1, round(n * 0.05)))
        out["dev"] += docs[:dev]
        out["test"] += docs[dev:dev + test]
        out["train"] += docs[dev + test:]
    out = {k: sorted(v) for k, v in out.items()}
    with open(pathlib.Path(__file__).with_name("split.json"), "w") as f:
        json.dump(out, f, indent=0, ensure_ascii=False)
        f.write("\n")
    print({k: len(v) for k, v in out.items()})


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "../shared")
