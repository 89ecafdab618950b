"""Usual networks on rings, crosses and leaves for doctor_ward.py, and mistakes that everybody makes once."""
import torch
from torch import nn
from torch.nn import functional as F
from torchvision.ops import generalized_box_iou_loss

SCENES = ("rings", "crosses", "leaves")


def drawn(kind, inside, rows, columns, boxes, ground, rand):
    """Gray pictures of values 0 to 255; ground: noise of 0 to 90."""
    x1, y1, x2, y2 = [side.view(-1, 1, 1) for side in boxes.unbind(1)]
    across, down = 2 * (columns - x1) / (x2 - x1) - 1, 2 * (rows - y1) / (y2 - y1) - 1
    count = len(boxes)
    if kind == "rings":  # Light ones on ground that is not equally dark everywhere.
        far = across ** 2 + down ** 2
        under = ground * 0.5 + (20 + 30 * rand(count, 1, 1)) * columns / 64
        images = torch.where((far < 1) & (far > 0.3), 150 + 90 * rand(count, 1, 1), under)
    elif kind == "crosses":  # Dark ones on gray.
        arms = inside & ((across.abs() < 0.4) | (down.abs() < 0.4))
        images = torch.where(arms, 20 + 50 * rand(count, 1, 1), 130 + 60 * rand(count, 1, 1) + ground * 0.4)
    else:  # Two corners are cut off.
        leaf = inside & ((across + down).abs() < 1.1)
        images = torch.where(leaf, 40 * rand(count, 1, 1) + ground * 0.3, 230 - ground * 0.6)
    return images.clamp(0, 255).unsqueeze(1)


class Fire(nn.Module):
    """As in SqueezeNet: few channels, then many, half of them of one place."""

    def __init__(self, channels, few, many, act):
        super().__init__()
        self.squeeze, self.act = nn.Conv2d(channels, few, 1), act()
        self.one, self.three = nn.Conv2d(few, many // 2, 1), nn.Conv2d(few, many // 2, 3, 1, 1)

    def forward(self, x):
        x = self.act(self.squeeze(x))
        return self.act(torch.cat([self.one(x), self.three(x)], 1))


class Places(nn.Module):
    """Two more channels that hold where a pixel is."""

    def forward(self, x):
        count, _, height, width = x.shape
        across = torch.linspace(-1, 1, width).expand(count, 1, height, width)
        down = torch.linspace(-1, 1, height).view(1, 1, -1, 1).expand(count, 1, height, width)
        return torch.cat([x, across, down], 1)


def tutorial(channels, act):
    """Three convolutions, the first two with a pool."""
    return [nn.Conv2d(channels, 8, 5, 2, 2), act(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, 1, 1), act(),
            nn.MaxPool2d(2), nn.Conv2d(16, 24, 3, 1, 1), act()]


def fire(channels, act):
    return [nn.Conv2d(channels, 12, 5, 2, 2), act(), nn.MaxPool2d(2), Fire(12, 8, 24, act), nn.MaxPool2d(2),
            Fire(24, 8, 24, act)]


def places(channels, act):
    return [Places(), nn.Conv2d(channels + 2, 8, 5, 2, 2), act(), nn.Conv2d(8, 16, 3, 2, 1), act(),
            nn.Conv2d(16, 16, 3, 2, 1), act()]


BODIES = dict(tutorial=tutorial, fire=fire, places=places)

INSERTED = {
    "whole maps dropped": lambda width: [nn.Dropout2d(0.8)],
    "largest of each map": lambda width: [nn.AdaptiveMaxPool2d(1)],
    "four places of one channel": lambda width: [nn.Conv2d(width, 1, 1), nn.AdaptiveAvgPool2d(2)],
    "slow norm": lambda width: [nn.BatchNorm2d(width, momentum=0.001)],
}
"""Layers behind the body."""

OUTPUTS = {
    "relu6": lambda x: F.relu6(x) / 6,
    "twice a softmax": lambda x: 2 * x.softmax(1),
    "an axis too many": lambda x: x.unsqueeze(1),
}
"""What is given out."""


class Ordinary(nn.Module):
    """A body, dense layers and four outputs; `ordinary` of the settings says what is wrong with it, or nothing."""

    def __init__(self, s, act, channels, size):
        super().__init__()
        self.way = s["ordinary"]
        body = BODIES[s["net"]](channels, act)
        with torch.no_grad():
            width = nn.Sequential(*body)(torch.zeros(1, channels, *size)).shape[1]
            body += INSERTED.get(self.way, lambda width: [])(width)
            features = nn.Sequential(*body).eval()(torch.zeros(1, channels, *size)).numel()
        self.body, units = nn.Sequential(*body).train(), s["units"]
        deeper = [part for _ in range(s["depth"]) for part in (nn.Linear(units, units), act())]
        self.head = nn.Sequential(nn.Linear(features, units), act(), *deeper, nn.Linear(units, 4))
        self.end = nn.Sigmoid() if s["output"] == "sigmoid" else nn.Identity()
        with torch.no_grad():
            begin(s["start"], self)

    def forward(self, x):
        x = self.body(x)
        # One column a sample, as in lectures, is not to be had by reshape alone.
        x = x.reshape(-1, len(x)).t() if self.way == "a column a sample" else x.flatten(1)
        x = self.head(x)
        return OUTPUTS[self.way](x) if self.way in OUTPUTS and self.way != "an axis too many" else (
            OUTPUTS.get(self.way, lambda out: out)(self.end(x)))


def begin(start, model):
    """First weights that a program sets itself."""
    if start == "a box in pixels":
        model.head[-1].bias.copy_(torch.tensor([24.0, 16, 40, 32]))
    for layer in model.modules():
        if not isinstance(layer, (nn.Conv2d, nn.Linear)):
            continue
        if start == "Xavier of gain 5":
            nn.init.xavier_uniform_(layer.weight, gain=5), layer.bias.zero_()
        elif start == "deviation of 0.001":
            layer.weight.normal_(0, 0.001), layer.bias.zero_()
        elif start == "biases of -4.6":
            layer.bias.fill_(-4.6)


def dice(output, target):
    """1 - 2 intersections over both areas."""
    sides = torch.minimum(output[:, 2:], target[:, 2:]) - torch.maximum(output[:, :2], target[:, :2])
    area = lambda boxes: (boxes[:, 2:] - boxes[:, :2]).clamp(min=0).prod(1)
    return (1 - 2 * sides.clamp(min=0).prod(1) / (area(output) + area(target) + 1e-7)).mean()


LOSSES = {
    "dice": dice,
    "percentage error": lambda o, t: ((o - t) / t).abs().mean(),
    "giou as it is": lambda o, t: 1 - generalized_box_iou_loss(o, t, reduction="mean"),
}

CALLED = {"dice": "iou", "percentage error": "mape", "giou as it is": "giou"}
"""What a program calls a loss that is not what it is called."""


def penalised(s, loss, model):
    """With the sum of all weights' sizes, or as it was."""
    return loss + 0.002 * sum(p.abs().sum() for p in model.parameters()) if s["loop"] == "l1 of all weights" else loss


def trained(s, model):
    """The weights that the optimiser is given, or none."""
    if s["trained"] != "head on a frozen body":
        return None
    for p in model.body.parameters():
        p.requires_grad_(False)
    return list(model.head.parameters())


def put_in(s, model):
    """What a program does to its network once the optimiser is made."""
    if s["trained"] == "head of before":
        model.head = nn.Sequential(*[nn.Linear(part.in_features, part.out_features)
                                     if isinstance(part, nn.Linear) else part for part in model.head])


PIXELS = {
    "eight bits as sixteen": lambda x: x / 65535,
    "gray of ImageNet": lambda x: (x / 255 - 0.45) / 0.225,
    "inverted": lambda x: 1 - x / 127.5,
}
"""Ways to make numbers of pixels of 0 to 255."""


def scaled(way, images):
    """Pixels made numbers, or none."""
    return PIXELS[way](images) if way in PIXELS else None


ENCODED = {
    "pixels of 224": lambda b, size: 224 * b / size,
    "shares of the width": lambda b, size: b / size[0],
}
"""What a network is asked for, of boxes in pixels and the picture's width and height."""


DECODED = {"pixels of 224": lambda o, size: o * size / 224}
"""Boxes in pixels of what a network gives out; others are read as shares."""


def prepared(way, inputs):
    """Prepared pictures as they are given in training alone."""
    if way == "dead pixels":
        inputs = inputs.clone()
        inputs[::100, :, 5, 7] = float("nan")
    return inputs


def zoomed_out(images, generator):
    """Pictures drawn smaller somewhere in a black frame of their size."""
    count = len(images)
    size = 1 + torch.rand(count, generator=generator)
    across, down = [(size - 1) * (2 * torch.rand(count, generator=generator) - 1) for _ in range(2)]
    none = torch.zeros(count)
    rows = torch.stack([torch.stack([size, none, across], 1), torch.stack([none, size, down], 1)], 1)
    grid = F.affine_grid(rows, images.shape, align_corners=False)
    return F.grid_sample(images + 1, grid, align_corners=False) - 1


def varied(way, images, generator):
    """One prepared batch as a loader gives it."""
    if way == "one buffer":  # What reads the pictures reads them all into the same array.
        return images[-1:].expand_as(images).clone()
    return zoomed_out(images, generator) if way == "zoomed out" else images
