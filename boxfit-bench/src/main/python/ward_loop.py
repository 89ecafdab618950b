"""Losses, optimisers, schedules and loops for doctor_ward.py, sound ones and ones with a mistake."""
import torch
from torch import nn
from torch.nn import functional as F

import ward_parts
import ward_slips

plans = torch.optim.lr_scheduler


def inner(output, target, least=0.0):
    """The area that two boxes have in common, and that of both; least: of sides, where boxes do not meet."""
    sides = torch.minimum(output[:, 2:], target[:, 2:]) - torch.maximum(output[:, :2], target[:, :2])
    common = sides.clamp(min=least).prod(1)
    return common, (output[:, 2:] - output[:, :2]).prod(1) + (target[:, 2:] - target[:, :2]).prod(1) - common


def iou(output, target, least=0.0):
    common, union = inner(output, target, least)
    return common / (union + 1e-7)


def overlap(predicted, truth):
    """The IoU of each pair."""
    corner, far = torch.maximum(predicted[:, :2], truth[:, :2]), torch.minimum(predicted[:, 2:], truth[:, 2:])
    common = (far - corner).clamp(min=0).prod(1)
    area = lambda boxes: (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return common / (area(predicted) + area(truth) - common)


def sizes(boxes):
    return boxes[:, 2:] - boxes[:, :2]


def met(output, target):
    """Squared errors of those boxes alone that meet theirs."""
    hit = (iou(output, target) > 0.3).float().unsqueeze(1)
    return (hit * (output - target) ** 2).mean()


LOSSES = {
    "summed": lambda o, t: F.mse_loss(o, t, reduction="sum"),
    "left alone": lambda o, t: F.mse_loss(o, t[:, :1].expand_as(o)),
    "mean of targets": lambda o, t: F.mse_loss(o, t.mean(0).expand_as(o)),
    "centres alone": lambda o, t: F.mse_loss(o[:, :2] + o[:, 2:], t[:, :2] + t[:, 2:]),
    "bottom with itself": lambda o, t: F.mse_loss(o, torch.cat([t[:, :3], o[:, 3:]], 1)),
    "minus a distance": lambda o, t: -F.l1_loss(o, t),
    "whole cells": lambda o, t: F.mse_loss((o * 64).round() / 64, t),
    "overlap without a clamp": lambda o, t: (1 - iou(o, t, -1e9)).mean(),
    "where they meet": met,
    "logs of sizes": lambda o, t: F.mse_loss(o[:, :2], t[:, :2]) + F.mse_loss(sizes(o).log(), sizes(t).log()),
}

CALLED = {"left alone": "mse", "mean of targets": "mse", "centres alone": "mse", "bottom with itself": "mse",
          "minus a distance": "l1", "whole cells": "mse", "summed": "mse", "overlap without a clamp": "iou",
          "where they meet": "mse", "logs of sizes": "mse"}
"""What a program calls a loss that is not what it is called."""


def loss_of(name, output, target):
    """A loss, or none."""
    return LOSSES[name](output, target) if name in LOSSES else None


def told_targets(name, target):
    """What the loss really compared the outputs with."""
    return {"left alone": lambda: target[:, :1], "mean of targets": lambda: target.mean(0),
            "last box": lambda: target[-1]}.get(name, lambda: target)()


OPTIMIZERS = dict(
    ascending=lambda p, lr: torch.optim.Adam(p, lr, maximize=True),
    rprop=lambda p, lr: torch.optim.Rprop(p, lr),
    filled=lambda p, lr: torch.optim.Adagrad(p, lr, initial_accumulator_value=1e3))


def trained(s, model):
    """The weights that the optimiser is given."""
    named, way = list(model.named_parameters()), s["trained"]
    if way == "another model's":
        return [p.detach().clone().requires_grad_() for _, p in named]
    if way == "hidden layer alone":  # Frozen by a name that fits too much.
        for name, p in named:
            p.requires_grad_(name.startswith("hidden"))
    elif way == "all but the first":
        for _, p in named[:2]:
            p.requires_grad_(False)
    return [p for _, p in named if p.requires_grad]


SCHEDULES = {
    "far warm-up": lambda o, steps: plans.LambdaLR(o, lambda step: min(1, (step + 1) / (1000 * steps))),
    "spent": lambda o, steps: plans.LambdaLR(o, lambda step: max(0, 1 - step / (0.01 * steps)) ** 2),
}


def schedule_of(name, optimizer, steps):
    """What is told after each step, or none."""
    if name in SCHEDULES:
        return SCHEDULES[name](optimizer, steps)
    return ward_slips.schedule_of(name, optimizer) or ward_parts.schedule_of(name, optimizer, steps)


def tell(schedule, loss):
    if isinstance(schedule, plans.ReduceLROnPlateau):
        schedule.step(loss.item())
    elif schedule:
        schedule.step()


def batches(s, order):
    """What an epoch goes through."""
    if s["slip"] == "first batch":
        return [torch.arange(s["batch"])] * (len(order) // s["batch"])
    return order.split(s["batch"])[:11 if s["loop"] == "eleven batches" else None]


def an_epoch(s):
    """Batches of one."""
    return s["samples"] // s["batch"]


def clear(s, model, optimizer, done):
    """What is done about gradients before the next batch."""
    if s["cleared"] == "of the head":
        model.head.zero_grad()
    elif s["zero_grad"] and s["cleared"] != "too late" and done % (
            {"each step": s["accumulate"], "every twentieth step": 20, "where it saves": 250}
            .get(s["cleared"], an_epoch(s))) == 0:
        optimizer.zero_grad()


def sent_back(s, loss, model):
    """What gradients are taken of."""
    if s["loop"] == "penalty":
        return loss + 0.1 * sum(p.square().sum() for p in model.parameters())
    return loss / s["accumulate"]


def due(s, done):
    """Whether the optimiser steps after this many batches."""
    return (done + 1) % (an_epoch(s) if s["loop"] == "step of an epoch" else s["accumulate"]) == 0


def before_step(s, model, optimizer):
    if s["cleared"] == "too late":
        optimizer.zero_grad()
    if s["clip"]:
        nn.utils.clip_grad_norm_(model.parameters(), s["clip"])
