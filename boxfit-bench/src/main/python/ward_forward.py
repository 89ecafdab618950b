"""Networks for doctor_ward.py as modules of their own, sound ones and ones with a mistake in __init__ or in forward."""
import torch
from torch import nn
from torch.nn import functional as F


class Separable(nn.Sequential):
    """Halves the map; each channel by itself, then all of one place."""

    def __init__(self, channels, width, act):
        super().__init__(nn.Conv2d(channels, channels, 3, 2, 1, groups=channels), nn.Conv2d(channels, width, 1), act())


class Skip(nn.Module):
    """Adds what a convolution makes of a map to the map."""

    def __init__(self, channels, act):
        super().__init__()
        self.conv, self.act = nn.Conv2d(channels, channels, 3, 1, 1), act()

    def forward(self, x):
        return x + self.act(self.conv(x))


def squares(channels, act):
    """Squares of four by four pixels, then their neighbours."""
    return nn.Sequential(nn.Conv2d(channels, 16, 4, 4), act(), Separable(16, 24, act))


def skip(channels, act):
    return nn.Sequential(nn.Conv2d(channels, 12, 5, 4, 2), act(), Skip(12, act), nn.Conv2d(12, 16, 3, 1, 1), act(),
                         nn.MaxPool2d(2))


BODIES = dict(squares=squares, skip=skip)


def same(program, x):
    return x


def squeezed(x):
    """One channel of two places."""
    return F.adaptive_avg_pool2d(x.mean(1, keepdim=True), (1, 2))


def attended(look, x):
    """The attention's first axis is time unless it is told otherwise; here it is the batch."""
    places = x.flatten(2).transpose(1, 2)
    return look(places, places, places)[0]


def masked(program, x):
    """A dropout by hand that forgets to make up for what it takes."""
    return x * (torch.rand_like(x) > 0.9) if program.training else x


MAPS = {
    "mean of rows": lambda p, x: x.mean(2),
    "squeezed": lambda p, x: squeezed(x),
    "attention over the batch": lambda p, x: attended(p.look, x),
    "norm of maps": lambda p, x: p.norm(x),
}
"""What becomes of the body's maps."""

FEATURES = {
    "divided": lambda p, x: x / x.shape[1] ** 2,
}
"""What becomes of all numbers in a vector."""

HIDDEN = {
    "always dropped": lambda p, x: F.dropout(x, 0.7),
    "masked": masked,
    "hardshrink": lambda p, x: F.hardshrink(x, 4),
    "wrong end": lambda p, x: F.relu(x).clamp(max=0),
    "norm of units": lambda p, x: p.norm(x),
    "softmax between": lambda p, x: p.third(F.softmax(p.again(F.softmax(x, 1)), 1)).softmax(1),
}
"""What becomes of the hidden layer."""

OUTPUTS = {
    "unit length": lambda x: F.normalize(x),
    "layer norm": lambda x: torch.sigmoid(F.layer_norm(x, (4,))),
    "sigmoid twice": lambda x: torch.sigmoid(torch.sigmoid(x)),
    "threshold": lambda x: F.threshold(torch.sigmoid(x), 0.5, 0),
    "hard sigmoid": lambda x: F.hardsigmoid(60 * x),
    "corner alone": lambda x: torch.sigmoid(torch.cat([x[:, :2], x[:, :2] + 1], 1)),
}
"""What is given out."""


class Program(nn.Module):
    """A body, a hidden layer and four outputs; `forward` of the settings says what is wrong with it, or nothing."""

    def __init__(self, s, act, channels, size):
        super().__init__()
        self.way, units = s["forward"], s["units"]
        self.body = BODIES[s["net"]](channels, act)
        with torch.no_grad():
            maps = self.body(torch.zeros(2, channels, *size))
        self.norm = {"norm of maps": lambda: nn.BatchNorm2d(maps.shape[1]),
                     "norm of units": lambda: nn.BatchNorm1d(units, momentum=0.99)}.get(self.way, nn.Identity)()
        if self.way == "attention over the batch":
            self.look = nn.MultiheadAttention(maps.shape[1], 1)
        features = maps if self.way == "norm of maps" else MAPS.get(self.way, same)(self, maps)
        self.drop = nn.Dropout(s["dropout"])
        self.hidden, self.act, self.sides = nn.Linear(features[0].numel(), units), act(), nn.Linear(units, 4)
        self.end = nn.Sigmoid() if s["output"] == "sigmoid" else nn.Identity()
        if self.way in ("softmax between", "over and over"):
            self.again, self.third = nn.Linear(units, units), nn.Linear(units, units)
        with torch.no_grad():
            begin(self.way, self)

    def forward(self, x):
        x = MAPS.get(self.way, same)(self, self.body(x)).flatten(1)
        x = self.drop(FEATURES.get(self.way, same)(self, x))
        x = self.act(self.hidden(x))
        x = HIDDEN.get(self.way, same)(self, x)
        if self.way == "over and over":  # As in a recurrent network of thirty steps.
            for _ in range(30):
                x = x + self.act(self.again(x))
        out = self.sides(x)
        return OUTPUTS[self.way](out) if self.way in OUTPUTS else self.end(out)


def begin(way, program):
    """First weights that a program sets itself."""
    weighty = [m for m in program.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    if way == "far bias":
        program.sides.bias.fill_(12)
    elif way == "copies of the first":
        for layer in weighty:
            layer.weight.copy_(layer.weight[:1].expand_as(layer.weight)), layer.bias.fill_(0.1)
    elif way == "over fan-in":
        for layer in weighty:
            layer.weight.normal_(0, 1 / layer.weight[0].numel() ** 2), layer.bias.zero_()
