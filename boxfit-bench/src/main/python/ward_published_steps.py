"""Losses, optimisers, schedules and early stops of programs that people published, for doctor_ward.py."""
import torch
from torch.nn import functional as F

import ward_ordinary
import ward_textbook


def heads(output, target):
    """Four outputs of shape [N], each beside its column [N, 1]."""
    return sum(F.mse_loss(output[:, i], target[:, i:i + 1]) for i in range(4))


LOSSES = {
    "cross entropy": F.cross_entropy,
    "bce with logits": F.binary_cross_entropy_with_logits,
    "four heads": heads,
    **ward_ordinary.LOSSES,
    **ward_textbook.LOSSES,
}

CALLED = {"cross entropy": "cross_entropy", "bce with logits": "bce", "four heads": "mse",
          **ward_ordinary.CALLED, **ward_textbook.CALLED}
"""What a program calls a loss that is not what it is called."""


def loss_of(name, output, target):
    """A loss, or none."""
    return LOSSES[name](output, target) if name in LOSSES else None


def penalised(s, loss, model):
    """With Keras's kernel_regularizer=l2(0.01) in each layer, or as it was."""
    if s["loop"] != "l2 in each layer":
        return ward_ordinary.penalised(s, loss, model)
    return loss + 0.01 * sum(p.square().sum() for p in model.parameters() if p.dim() > 1)


OPTIMIZERS = dict(ward_textbook.OPTIMIZERS, shrinking=lambda p, lr: torch.optim.Adam(p, lr, weight_decay=0.1))


def trained(s, model):
    """The weights that the optimiser is given, or none."""
    every = list(model.parameters())
    if s["trained"] == "new last layer alone":
        for p in every[:-2]:
            p.requires_grad_(False)
        return every[-2:]
    return ward_ordinary.trained(s, model) or ward_textbook.trained(s, model)


def schedule_of(name, optimizer):
    """What is told after each step, or none."""
    return torch.optim.lr_scheduler.StepLR(optimizer, 7, 0.1) if name == "steps of seven batches" else None


class EarlyStopping:
    """Ends a training once an epoch's mean loss is not lower than the least by `gain`; 0: never."""

    def __init__(self, gain, steps):
        self.gain, self.steps, self.least, self.seen = gain, steps, float("inf"), []

    def ends(self, loss):
        self.seen.append(loss)
        if not self.gain or len(self.seen) % self.steps:
            return False
        mean = sum(self.seen[-self.steps:]) / self.steps
        better = mean < self.least - self.gain
        self.least = min(self.least, mean)
        return not better
