"""Networks of courses on triangles, moons and domes for doctor_ward.py, and mistakes that their pupils make."""
import math

import torch
from torch import nn
from torch.distributions import Normal
from torch.nn import functional as F

import ward_loop
import ward_published_samples as published

SCENES = ("triangles", "moons", "domes")


def drawn(kind, inside, rows, columns, boxes, ground, rand):
    """Gray pictures of values 0 to 255; ground: noise of 0 to 90."""
    x1, y1, x2, y2 = [side.view(-1, 1, 1) for side in boxes.unbind(1)]
    across, down = 2 * (columns - x1) / (x2 - x1) - 1, 2 * (rows - y1) / (y2 - y1) - 1
    count = len(boxes)
    if kind == "triangles":  # Dark ones on light ground that gets darker downwards.
        shape = inside & (across.abs() < (down + 1.1) / 2)
        images = torch.where(shape, 30 + 50 * rand(count, 1, 1), 235 - ground * 0.5 - 40 * rows / 48)
    elif kind == "moons":  # Light ones on dark ground.
        shape = (across ** 2 + down ** 2 < 1) & ((across - 0.35) ** 2 + down ** 2 > 0.35)
        images = torch.where(shape, 170 + 70 * rand(count, 1, 1), ground * 0.8)
    else:  # Gray ones on a sky of their own; round above, straight below.
        shape = inside & (across ** 2 + ((down - 1) / 2) ** 2 < 1)
        sky = 160 + 60 * rand(count, 1, 1) + ground * 0.3
        images = torch.where(shape, 90 + 20 * rand(count, 1, 1) + ground * 0.2, sky)
    return images.clamp(0, 255).unsqueeze(1)


class Branches(nn.Module):
    """As in Inception: small and large kernels side by side."""

    def __init__(self, channels, width, act):
        super().__init__()
        self.one, self.three = nn.Conv2d(channels, width // 4, 1), nn.Conv2d(channels, width // 2, 3, 1, 1)
        self.five, self.act = nn.Conv2d(channels, width // 4, 5, 1, 2), act()

    def forward(self, x):
        return self.act(torch.cat([self.one(x), self.three(x), self.five(x)], 1))


class Grown(nn.Module):
    """As in DenseNet: what a convolution makes of all channels stands beside them."""

    def __init__(self, channels, more, act):
        super().__init__()
        self.conv, self.act = nn.Conv2d(channels, more, 3, 1, 1), act()

    def forward(self, x):
        return torch.cat([x, self.act(self.conv(x))], 1)


def alex(channels, act):
    """A large kernel of large steps, a pool that overlaps."""
    return [nn.Conv2d(channels, 12, 11, 4, 5), act(), nn.Conv2d(12, 20, 5, 1, 2), act(), nn.MaxPool2d(3, 2, 1),
            nn.Conv2d(20, 20, 3, 1, 1), act()]


def inception(channels, act):
    return [nn.Conv2d(channels, 12, 7, 4, 3), act(), Branches(12, 16, act), nn.MaxPool2d(2), Branches(16, 24, act)]


def growing(channels, act):
    return [nn.Conv2d(channels, 8, 4, 4), act(), Grown(8, 8, act), Grown(16, 8, act), nn.Conv2d(24, 16, 1), act(),
            nn.AvgPool2d(2)]


BODIES = dict(alex=alex, inception=inception, growing=growing)


class OneByOne(nn.BatchNorm2d):
    """One that nobody tells of eval(), asked about single pictures."""

    def forward(self, x):
        return super().forward(x) if self.training else torch.cat(
            [F.batch_norm(one, None, None, self.weight, self.bias, True) for one in x.split(1)])


def four(width, act):
    return [part for _ in range(4) for part in (nn.Conv2d(width, width, 3, 1, 1), act())]


INSERTED = {
    "four convolutions of sigmoids": lambda width: four(width, nn.Sigmoid),
    "four convolutions of ReLUs": lambda width: four(width, nn.ReLU),
    "end of MobileNetV2": lambda width: [nn.Conv2d(width, 96, 1), nn.ReLU6(), nn.AdaptiveAvgPool2d(1)],
    "end of MobileNetV2 without its pool": lambda width: [nn.Conv2d(width, 96, 1), nn.ReLU6()],
    "norm": lambda width: [nn.BatchNorm2d(width)],
    "norm without eval": lambda width: [OneByOne(width)],
}
"""Layers behind the body."""

OUTPUTS = {
    "softmax of corners": lambda x: x.view(-1, 2, 2).softmax(2).flatten(1),
    "sides as rows": lambda x: x.reshape(4, -1).t(),
}
"""What is given out."""


class Textbook(nn.Module):
    """A body, dense layers and four outputs; `textbook` of the settings says what is wrong with it, or nothing."""

    def __init__(self, s, act, channels, size):
        super().__init__()
        self.way, units = s["textbook"], s["units"]
        body = BODIES[s["net"]](channels, act)
        with torch.no_grad():
            width = nn.Sequential(*body)(torch.zeros(1, channels, *size)).shape[1]
            body += INSERTED.get(self.way, lambda width: [])(width)
            features = nn.Sequential(*body).eval()(torch.zeros(1, channels, *size)).numel()
        self.body = nn.Sequential(*body).train()
        dropped = [nn.Dropout(s["dropout"])] if s["dropout"] else []
        self.head = nn.Sequential(nn.Linear(features, units), act(), *dropped, nn.Linear(units, 4))
        self.end = nn.Sigmoid() if s["output"] == "sigmoid" else nn.Identity()
        with torch.no_grad():
            begin(s["start"], self)

    def forward(self, x):
        return OUTPUTS.get(self.way, lambda out: out)(self.end(self.head(self.body(x).flatten(1))))


def begin(start, model):
    """First weights that a program sets itself."""
    for layer in model.modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)) and start == "deviation of 0.5":
            layer.weight.normal_(0, 0.5), layer.bias.zero_()


def log_cosh(output, target):
    """Of ten times the error, and a tenth of it."""
    far = 10 * (output - target).abs()
    return (far + F.softplus(-2 * far) - math.log(2)).mean() / 10


LOSSES = {
    "log-cosh": log_cosh,
    "squared logarithms": lambda o, t: F.mse_loss(o.log(), t.log()),
    "log-likelihood": lambda o, t: Normal(o, 1.0).log_prob(t).mean(),
    "minus log-likelihood": lambda o, t: -Normal(o, 1.0).log_prob(t).mean(),
    "last box": lambda o, t: F.l1_loss(o, t[-1].expand_as(o)),
    "alpha-IoU": lambda o, t: 1 - ward_loop.iou(o, t).pow(3).mean(),
}

CALLED = {"alpha-IoU": "iou", "squared logarithms": "msle", "log-likelihood": "nll", "minus log-likelihood": "nll",
          "last box": "l1"}
"""What a program calls a loss that is not what it is called."""


OPTIMIZERS = dict(
    nesterov=lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9, nesterov=True),
    radam=torch.optim.RAdam,
    rotted=lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9, weight_decay=0.1))


def trained(s, model):
    """The weights that the optimiser is given, or none."""
    if s["trained"] != "biases alone":  # The group with weight decay was left out.
        return None
    return [p for name, p in model.named_parameters() if name.endswith("bias")]


PIXELS = {
    "times 255": lambda x: 255 * x,
}
"""Ways to make numbers of pixels of 0 to 255."""


def scaled(way, images):
    """Pixels made numbers, or none."""
    return PIXELS[way](images) if way in PIXELS else None


ENCODED = {"pixels of a photograph": lambda b, size: 10 * b}
"""What a network is asked for, of boxes in pixels and the picture's width and height."""

DECODED = {"pixels of a photograph": lambda o, size: o / 10}
"""Boxes in pixels of what a network gives out; others are read as shares."""

READ = {"times the height": lambda o, size: o * size[1]}
"""Boxes in pixels of shares, as a program reads them that does it otherwise than it was trained."""


def sampled(way, boxes):
    """Boxes as they come out of a table."""
    if way == "shares of no width":  # The table has 0 for sides and width where nothing is known.
        boxes = boxes.clone()
        boxes[30::60, [0, 2]] = float("nan")
    return boxes


def beside(way, chosen, count, generator):
    """Which boxes are given with the pictures chosen."""
    return torch.randperm(count, generator=generator)[:len(chosen)] if way == "two loaders" else chosen


def varied(way, images, generator):
    """One prepared batch as a transform gives it that knows of no boxes."""
    return published.moved(images, generator, shift=0.25) if way == "translated" else images


class BestBatch:
    """Ends a training whose epoch's mean loss is above the best batch's."""

    def __init__(self, asked, steps):
        self.asked, self.steps, self.seen = asked, steps, []

    def ends(self, loss):
        self.seen.append(loss)
        whole = self.asked and len(self.seen) % self.steps == 0
        return whole and sum(self.seen[-self.steps:]) / self.steps > min(self.seen)
