"""Checks that the PyTorch model and the numpy reference of its exported file agree up to the rounding of the weights and activations."""
import sys, tempfile
import numpy as np
import torch
import data, export
from pieces import Pieces


def main():
    with tempfile.TemporaryDirectory() as d:
        m, net = export.tiny(d + "/tiny")
    m.eval()
    for k, (q, s) in [(k, v) for k, v in net.t.items() if isinstance(v, tuple)]:      # give the model the rounded weights
        w = torch.from_numpy(q.astype(np.float32) * s[:, None])
        with torch.no_grad():
            if k == "enc.word":
                m.encoder.word.weight.copy_(w)
            elif k == "arc_w.weight" or k == "an_w.weight":
                getattr(m, k[:-7]).copy_(w.t())
            elif k in ("rel_w.weight", "sp_w.weight"):
                p = getattr(m, k[:-7])
                p.copy_(w.view(p.shape[0], p.shape[2], p.shape[1]).transpose(1, 2))
            else:
                m.get_parameter(k.replace("enc.", "encoder.")).copy_(w)
    sents = [data.sentence(w, net.pieces) for w in export.TINY_TEXT]
    b = data.Batch([sents], net.pieces)
    worst = 0.0
    with torch.no_grad():
        h = m.words(b)
        h2, _, _ = net.encode(export.TINY_TEXT)

        def compare(name, x, y):
            nonlocal worst
            x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
            err = np.abs(x - y).max() / max(1e-9, np.abs(y).max())
            worst = max(worst, err)
            print(f"{name:12s} {err:.4f}")

        compare("words", h, h2)
        h = torch.from_numpy(h2)
        n0, n1 = map(len, export.TINY_TEXT)
        arcs = m.arcs(h, b)
        compare("arcs", arcs[:n0, :n0 + 1], net.arcs(h2[:n0]))
        heads = np.arange(n1) // 2
        compare("deprel", m.deprels(h, torch.from_numpy(np.concatenate([np.full(n0, -1), np.where(heads > 0, n0 + heads - 1, -1)])), b)[n0:], net.deprels(h2[n0:], heads))
        lg, ok = m.spans(h, b)
        sp = net.spans(h2[:n0])
        compare("spans", [lg[i, j - i].numpy() for i, j in sp], list(sp.values()))
        ms = [(0, 0, 0), (1, 2, 0), (7, 7, 0), (n0, n0 + 1, 1)]
        x = torch.stack([torch.cat([h[a], h[e]]) for a, e, _ in ms])
        an = m.antecedents(x, np.zeros(4, int), np.array([k for _, _, k in ms]))
        compare("antecedents", np.tril(an[:, 1:].numpy(), -1), net.antecedents(x.numpy(), [k for _, _, k in ms]))
        one = lambda v: np.array([v])
        P = dict(s=one(2), t=one(1), sent=one(0), slot=one(0), stype=one(4), ttype=one(2), a0=one(7), a1=one(7), b0=one(1), b1=one(2))
        z, att = m.pairs(h, x, b, P)
        p = net.pair(h2[:n0], x[2].numpy(), x[1].numpy(), (7, 7), (1, 2), 4, 2)
        compare("alpha", att.softmax(1)[0, list(range(n0)) + [-1]], p["alpha"])
        compare("z", z[0], p["z"])
        compare("modality", m.modality(z)[0].view(-1, 3), p["modality"])
        compare("speakers", m.speakers(z, x)[0], net.speakers(p["z"], x.numpy()))
    print("worst", worst)
    sys.exit(worst > 0.1)


if __name__ == "__main__":
    main()
