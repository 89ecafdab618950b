"""Failures that people published, acted again: python3 real_programs.py NAME SEED writes NAME-SEED.jsonl.

Only facts were taken over (layers, sizes, optimiser, rate); pictures are made here: noise and one bright rectangle.
docs/real-programs.md tells where each comes from and what the doctor says.
"""
import sys

import torch

from boxfit_recorder import BoxfitRecorder
from programs import data, heads, losses, training
from programs.program import pictures

PROGRAMS = {f.__name__: f for theme in (heads, losses, data, training) for f in theme.PROGRAMS}


def main(name, seed):
    torch.set_num_threads(1)  # The same sums in the same order on every machine.
    torch.manual_seed(seed)
    p = PROGRAMS[name]()
    generator = torch.Generator().manual_seed(seed)
    images, boxes = pictures(p.count + 128, p.side, *p.sizes, generator)
    probe = p.prepare(images[p.count:]), boxes[p.count:]
    parameters = list(p.model.parameters())
    with BoxfitRecorder(f"{name}-{seed}.jsonl", p.model, p.optimizer, loss=p.loss, image_size=(p.side, p.side),
                        probe=probe, decode=p.decode, batch_size=p.batch, samples=p.count) as recorder:
        for epoch in range(1, p.epochs + 1):
            for chosen in torch.randperm(p.count, generator=generator).split(p.batch):
                seen, truth = p.spoil(images[chosen], boxes[chosen], generator)
                if p.zero_grad:
                    p.optimizer.zero_grad()
                targets = p.encode(truth)
                loss = p.criterion(p.model(p.prepare(seen)), targets)
                loss.backward()
                if p.clip:
                    torch.nn.utils.clip_grad_norm_(parameters, p.clip)
                p.optimizer.step()
                recorder.step(loss, epoch=epoch, targets=targets)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
