"""What a program that failed is told by, with the pictures and parts that they share."""
import dataclasses
import typing

import torch
from torch import nn


@dataclasses.dataclass
class Program:
    """A training as its text tells it; what it does not tell is as simple as can be."""

    model: nn.Module
    optimizer: torch.optim.Optimizer
    loss: str
    criterion: typing.Callable  # (output, target) -> loss
    encode: typing.Callable  # boxes in pixels -> target
    decode: typing.Callable  # output -> boxes in pixels
    side: int = 32
    sizes: tuple = (8, 16)  # of the rectangles, smallest and largest side
    batch: int = 32
    count: int = 1000
    epochs: float = 12
    prepare: typing.Callable = lambda images: images  # pictures from 0 to 1 -> as the network takes them
    spoil: typing.Callable = lambda images, boxes, generator: (images, boxes)  # only what is trained on
    zero_grad: bool = True
    clip: float = None  # of the norm of all gradients


def pictures(count, side, smallest, largest, generator):
    """Noise with one bright rectangle each, and its box: left, top, right, bottom in pixels."""
    images = 0.3 * torch.rand(count, 3, side, side, generator=generator)
    sizes = torch.randint(smallest, largest + 1, (count, 2), generator=generator)
    corners = (torch.rand(count, 2, generator=generator) * (side - sizes + 1)).long()
    for image, (w, h), (x, y) in zip(images, sizes.tolist(), corners.tolist()):
        image[:, y:y + h, x:x + w] += 0.7
    return images, torch.cat([corners, corners + sizes], 1).float()


def stem(channels, kernel=3, stride=2, pool=False, norm=None):
    """Convolutions, each with a ReLU, then all in one row."""
    layers, before = [], 3
    for after in channels:
        layers += [nn.Conv2d(before, after, kernel, stride, kernel // 2)]
        layers += [norm(after)] if norm else []
        layers += [nn.ReLU()] + ([nn.MaxPool2d(2)] if pool else [])
        before = after
    return nn.Sequential(*layers, nn.Flatten())


def small(*head, outputs=4, norm=None):
    """Two convolutions and a layer of 64 on 32x32, with a head."""
    return nn.Sequential(stem((8, 16), norm=norm), nn.Linear(16 * 8 * 8, 64), nn.ReLU(), nn.Linear(64, outputs), *head)


def adam(model, rate=0.001):
    return torch.optim.Adam(model.parameters(), lr=rate)


def sgd(model, rate, momentum=0.9, decay=0.0):
    return torch.optim.SGD(model.parameters(), lr=rate, momentum=momentum, weight_decay=decay)


def times(factor):
    return lambda values: values * factor


def same(values):
    return values


def to_centre(boxes):
    """Corners to centre and size."""
    return torch.cat([(boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]], 1)


def to_corners(boxes):
    """Centre and size to corners."""
    return torch.cat([boxes[:, :2] - boxes[:, 2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2], 1)


def to_offsets(anchor):
    """Corners to the offsets of R-CNN from one anchor: a square of this side in the middle of 32x32."""

    def encode(boxes):
        centred = to_centre(boxes)
        return torch.cat([(centred[:, :2] - 16) / anchor, torch.log(centred[:, 2:] / anchor)], 1)

    return encode


def from_offsets(anchor):
    return lambda out: to_corners(torch.cat([out[:, :2] * anchor + 16, torch.exp(out[:, 2:]) * anchor], 1))
