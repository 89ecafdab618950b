"""Further networks, losses, schedules and ways to spoil samples for doctor_ward.py, written as people write them."""
import torch
from torch import nn
from torch.nn import functional as F

import ward_slips


class Written(nn.Module):
    """Three strided convolutions and two dense layers; all the rest is functional calls, as often in programs."""

    def __init__(self, s, act, places):
        super().__init__()
        self.way, self.share = s["written"], s["share"]
        widths = (1, 8, 16, 16)
        self.body = nn.Sequential(*[part for i in range(3) for part in
                                    (nn.Conv2d(widths[i], widths[i + 1], 3, 2, 1), act())])
        features = 16 if self.way == "mean" else 16 * places
        self.head = nn.Sequential(nn.Linear(features, s["units"]), act(),
                                  nn.Linear(s["units"], 1 if self.way == "one" else 4))
        if self.way == "norm":
            self.scale, self.shift = nn.Parameter(torch.ones(16)), nn.Parameter(torch.zeros(16))

    def forward(self, x):
        x = self.body(x)
        if self.way == "norm":  # The statistics are made anew in each call and thrown away after it.
            mean, deviation = torch.zeros_like(self.shift), torch.ones_like(self.scale)
            x = F.batch_norm(x, mean, deviation, self.scale, self.shift, self.training)
        if self.way == "maps dropped":
            x = F.dropout2d(x, self.share, self.training)
        if self.way == "detached":
            x = x.detach()
        if self.way == "mixed":  # Meant to bring channels to the end; the batch is among what moves.
            x = x.permute(1, 0, 2, 3).reshape(x.shape)
        out = self.head(x.mean((2, 3)) if self.way == "mean" else x.flatten(1))
        if self.way == "outputs dropped":
            out = F.dropout(out, self.share, self.training)
        if self.way in ("softmax", "softmax of the batch"):
            return F.softmax(out, 1 if self.way == "softmax" else 0)
        if self.way == "clamped":
            return out.clamp(0, 1)
        return torch.sigmoid(200 * out if self.way == "steep" else out)


class Residual(nn.Module):
    """Halves the map; what goes round its convolutions is added."""

    def __init__(self, channels, width):
        super().__init__()
        self.around = nn.Conv2d(channels, width, 1, 2)
        self.through = nn.Sequential(nn.Conv2d(channels, width, 3, 2, 1), nn.GroupNorm(4, width), nn.ReLU(),
                                     nn.Conv2d(width, width, 3, 1, 1), nn.GroupNorm(4, width))

    def forward(self, x):
        return F.relu(self.around(x) + self.through(x))


def residual():
    return [nn.Conv2d(1, 8, 5, 2, 2), nn.ReLU(), Residual(8, 16), Residual(16, 16)]


def averaged():
    """Convolutions of five by five and average pools."""
    return [part for a, b in ((1, 8), (8, 16)) for part in (nn.Conv2d(a, b, 5, 2, 2), nn.ReLU(), nn.AvgPool2d(2))]


def begin(start, layers):
    """First weights that differ from PyTorch's."""
    if start == "dead":
        layers[-2].bias.fill_(-30)
    for layer in layers:
        if start == "zeros":
            layer.weight.zero_(), layer.bias.zero_()
        elif start == "constant":
            layer.weight.fill_(0.05)
        elif start == "large":
            layer.weight.normal_(0, 1)
        elif start == "small":
            layer.weight.normal_(0, 1e-4), layer.bias.zero_()
        elif start == "positive":
            layer.weight.uniform_(0, 1)
        elif start == "mean":
            layer.weight.fill_(1 / layer.weight[0].numel()), layer.bias.zero_()
        elif start == "faint" and isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight, gain=0.1)
        elif start == "loud" and isinstance(layer, nn.Linear):
            layer.weight.normal_(0, 0.4)


CALLED = {"mse of rows": "mse", "corner": "mse", "overlap": "iou", "pairs": "mse", "roots": "mse"}
"""What a program calls a loss that is not what it is called."""


def loss_of(name, output, target):
    """A loss of four numbers each that is not one of the plain ones, or none."""
    if name == "huber":
        return F.smooth_l1_loss(output, target, beta=0.1)
    if name == "roots":  # As YOLO's first version did, so that small boxes count as much as large ones.
        return F.mse_loss(output[:, :2], target[:, :2]) + F.mse_loss(output[:, 2:].sqrt(), target[:, 2:].sqrt())
    if name == "corner":
        return F.mse_loss(output[:, :2], target[:, :2])
    if name == "pairs":
        return ((output[:, None] - target) ** 2).mean()
    return F.mse_loss(output, target) if name == "mse of rows" else None


def schedule_of(name, optimizer, steps):
    """What is told after each step, or none."""
    plans = torch.optim.lr_scheduler
    return dict(none=lambda: None, cosine=lambda: plans.CosineAnnealingLR(optimizer, steps),
                decay=lambda: plans.ExponentialLR(optimizer, 0.9),
                once=lambda: plans.OneCycleLR(optimizer, 0.003, total_steps=steps + 1),
                steep=lambda: plans.OneCycleLR(optimizer, 1.0, total_steps=steps + 1))[name]()


def spoiled(way, inputs, boxes):
    """Samples as a broken reader gives them."""
    if way == "copies":
        few = torch.arange(len(inputs)) % 30
        inputs, boxes = inputs[few], boxes[few]
    elif way == "alike":
        inputs = inputs[:1].repeat(len(inputs), 1, 1, 1)
    elif way == "missing":
        boxes = boxes.clone()
        boxes[100::200, 2] = float("nan")
    elif way == "blank":
        inputs = inputs.clone()
        inputs[::60] = 0
    return inputs, boxes


def flipped(images, boxes, axis):
    """Left and right (3) or top and bottom (2) of pictures and boxes, each side under its own name still."""
    length, side = images.shape[axis], 3 - axis
    boxes = boxes.clone()
    boxes[:, [side, side + 2]] = length - boxes[:, [side, side + 2]]
    return images.flip(axis), boxes


def varied(way, images, boxes, generator):
    """One batch, half of it varied."""
    if way == "cropped":
        return ward_slips.cropped(images, generator), boxes
    chosen = torch.rand(len(images), generator=generator) < 0.5
    some = lambda new, old: torch.where(chosen.view(-1, *[1] * (old.dim() - 1)), new, old)
    if way == "turned":
        return some(images.flip((2, 3)), images), boxes
    if way == "rolled":
        return torch.stack([image.roll(int(torch.randint(image.shape[2], (1,), generator=generator)), 2)
                            for image in images]), boxes
    if way == "crossed":
        other, moved = flipped(images, boxes, 3)
        return some(other, images), some(moved, boxes)
    if way == "together":
        other, moved = flipped(images, boxes, 3)
        return some(other, images), some(moved[:, [2, 1, 0, 3]], boxes)
    return images, boxes[torch.randperm(len(boxes), generator=generator)]  # mixed


class Patience:
    """Ends a training whose loss was not the least so far for a number of steps; 0: never."""

    def __init__(self, steps):
        self.steps, self.least, self.bad = steps, float("inf"), 0

    def ends(self, loss):
        self.bad = 0 if loss < self.least else self.bad + 1
        self.least = min(self.least, loss)
        return 0 < self.steps <= self.bad
