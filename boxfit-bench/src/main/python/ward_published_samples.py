"""Scenes, preparations and targets of programs that people published, for doctor_ward.py."""
import math

import torch
from torch.nn import functional as F

SCENES = ("balls",)


def drawn(inside, rows, columns, boxes, rand):
    """Orange balls on bluish ground, pictures (N, 3, height, width) of values 0 to 255."""
    x1, y1, x2, y2 = [side.view(-1, 1, 1) for side in boxes.unbind(1)]
    ball = inside & (((columns - (x1 + x2) / 2) / (x2 - x1)) ** 2 + ((rows - (y1 + y2) / 2) / (y2 - y1)) ** 2 < 0.25)
    count, height, width = ball.shape
    orange = torch.tensor([200.0, 110, 20]).view(3, 1, 1) + 40 * rand(count, 1, 1, 1)
    blue = torch.tensor([20.0, 60, 130]).view(3, 1, 1) + 60 * rand(count, 3, 1, 1)
    return (torch.where(ball.unsqueeze(1), orange, blue) + 30 * rand(count, 1, height, width) - 15).clamp(0, 255)


MEAN, DEVIATION = [torch.tensor(v).view(1, 3, 1, 1) for v in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))]


def centre(x):
    """The middle of a picture, drawn to full size."""
    height, width = x.shape[2:]
    part = x[:, :, height // 8:height - height // 8, width // 8:width - width // 8]
    return F.interpolate(part, (height, width), mode="bilinear", align_corners=False)


def letterboxed(x):
    """All of a picture in a frame twice as high, drawn to the picture's size."""
    height, width = x.shape[2:]
    small = F.interpolate(x, (height // 2, width), mode="area")
    return F.pad(small, (0, 0, height // 4, height // 4), value=114)


PIXELS = {
    "bgr": lambda x: x.flip(1) / 127.5 - 1,
    "imagenet": lambda x: (x / 255 - MEAN) / DEVIATION,
    "imagenet of bytes": lambda x: (x - MEAN) / DEVIATION,
    "centre crop": lambda x: centre(x) / 127.5 - 1,
    "letterboxed": lambda x: letterboxed(x) / 127.5 - 1,
}
"""Ways to make numbers of pixels of 0 to 255."""


LEAST, MOST = torch.tensor([0.0, 0, 8, 8]), torch.tensor([56.0, 40, 64, 48])

ENCODED = {
    "percent": lambda b, size: 100 * b / size,
    "width for height": lambda b, size: b / size[[1, 0, 3, 2]],
    "min-max": lambda b, size: (b - LEAST) / (MOST - LEAST),
    "letterbox": lambda b, size: torch.stack([b[:, 0], b[:, 1] / 2 + 12, b[:, 2], b[:, 3] / 2 + 12], 1) / size,
}
"""What a network is asked for, of boxes in pixels and the picture's width and height."""


DECODED = {"percent": lambda o, size: o * size / 100}
"""Boxes in pixels of what a network gives out; others are read as shares."""


def sampled(way, boxes, generator):
    """Boxes as they come out of a table."""
    chance = lambda *shape: torch.rand(*shape, generator=generator)
    if way == "filled forward":
        known = chance(len(boxes)) < 0.3
        known[0] = True
        last = torch.where(known, torch.arange(len(boxes)), torch.zeros(len(boxes), dtype=torch.long)).cummax(0).values
        return boxes[last]
    if way == "filled with zeros":
        return torch.where(chance(len(boxes), 1) < 0.3, torch.zeros_like(boxes), boxes)
    if way == "empty cells":
        return boxes.masked_fill(chance(*boxes.shape) < 0.1, float("nan"))
    if way == "boxes of no width":  # Lost when large pictures were made small.
        boxes = boxes.clone()
        boxes[50::100, 2] = boxes[50::100, 0]
    return boxes


def prepared(way, inputs):
    """Prepared pictures as they are given in training alone."""
    if way == "channels last seen as first":
        return inputs.permute(0, 2, 3, 1).reshape(inputs.shape)
    return inputs


def moved(images, generator, turn=0.0, shift=0.0, zoom=0.0):
    """Each picture turned (degrees), shifted and zoomed (shares) by chance, up to so much."""
    count, _, height, width = images.shape
    chance = lambda: 2 * torch.rand(count, generator=generator) - 1
    angle, size = turn * math.pi / 180 * chance(), 1 + zoom * chance()
    across, down = 2 * shift * chance(), 2 * shift * chance()
    wide = width / height
    rows = [torch.stack([size * angle.cos(), -size * angle.sin() / wide, across], 1),
            torch.stack([size * angle.sin() * wide, size * angle.cos(), down], 1)]
    grid = F.affine_grid(torch.stack(rows, 1), images.shape, align_corners=False)
    return F.grid_sample(images, grid, padding_mode="border", align_corners=False)


def varied(way, images, generator):
    """One prepared batch as a transform gives it that knows of no boxes."""
    if way == "turned by chance":
        return moved(images, generator, turn=30)
    if way == "shifted and zoomed by chance":
        return moved(images, generator, shift=0.2, zoom=0.2)
    return images
