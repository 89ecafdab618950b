"""Rates, first weights, and how long and in which way it is trained."""
import functools

import torch
from torch import nn
from torch.nn import functional as F
from torchvision.ops import generalized_box_iou_loss

from programs.program import (Program, adam, from_offsets, sgd, small, stem, times, to_centre, to_corners,
                              to_offsets)


def always_the_centre():
    """Cross Validated 261704: two outputs, three strided convolutions, Adam at 0.01, mse."""
    model = nn.Sequential(stem((32, 64, 128), 5), nn.Linear(128 * 8 * 8, 100), nn.ReLU(), nn.Linear(100, 2))
    side, half = 64, 6
    encode = lambda boxes: (boxes[:, :2] + boxes[:, 2:]) / side - 1
    middle = lambda out: (out + 1) / 2 * side
    decode = lambda out: torch.cat([middle(out) - half, middle(out) + half], 1)
    return Program(model, adam(model, 0.01), "mse", F.mse_loss, encode, decode, side, (12, 12), 128, 2000)


def rate_left_at_a_ten_millionth():
    """keras-frcnn 25: Adam at 1e-7 by mistake."""
    model = small()
    return Program(model, adam(model, 1e-7), "smooth l1", F.smooth_l1_loss, to_offsets(12), from_offsets(12))


def gaussian_first_weights():
    """face-landmark-localization 24: a deep network from scratch, all first weights from a Gaussian of 0.01."""
    layers, before = [], 3
    for after in (16, 16, 32, 32, 48, 48, 64, 64):
        layers += [nn.Conv2d(before, after, 3, 1, 1), nn.ReLU()] + ([nn.MaxPool2d(2)] if before == after else [])
        before = after
    model = nn.Sequential(*layers, nn.Flatten(), nn.Linear(64 * 2 * 2, 128), nn.ReLU(), nn.Linear(128, 4))
    for module in model:
        if hasattr(module, "weight"):
            nn.init.normal_(module.weight, std=0.01)
            nn.init.zeros_(module.bias)
    return Program(model, sgd(model, 0.01, 0.9, 0.0005), "mse", F.mse_loss, times(1 / 32), times(32))


def a_twentieth_of_the_steps():
    """deeppose_tf 2: from scratch, 20,000 steps where 300,000 to 400,000 are needed."""
    model = small()
    return Program(model, adam(model, 0.0005), "mse", F.mse_loss, times(1 / 32), times(32), epochs=1)


def gradients_kept():
    """DINO 20: AdamW at 0.0001, norms cut to 0.1, L1 and GIoU, gradients never set to zero."""
    model = small(nn.Sigmoid())
    encode, decode = lambda boxes: to_centre(boxes) / 32, lambda out: to_corners(out * 32)
    giou = lambda out, target: generalized_box_iou_loss(to_corners(out), to_corners(target), "mean")
    criterion = lambda out, target: 5 * F.l1_loss(out, target) + 2 * giou(out, target)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.0001, weight_decay=0.0001)
    return Program(model, optimizer, "l1 + giou", criterion, encode, decode, zero_grad=False, clip=0.1)


def statistics_never_kept():
    """tf-frrn 2: BatchNorm whose running means and deviations are never kept."""
    model = small(norm=functools.partial(nn.BatchNorm2d, momentum=0.0))
    return Program(model, adam(model), "mse", F.mse_loss, times(1 / 32), times(32))


PROGRAMS = (always_the_centre, rate_left_at_a_ten_millionth, gaussian_first_weights, a_twentieth_of_the_steps,
            gradients_kept, statistics_never_kept)
