"""Scenes, preparations and targets for doctor_ward.py, sound ones and ones with a mistake."""
import torch
from torch.nn import functional as F

import ward_ordinary
import ward_published_samples as published
import ward_textbook

SCENES = ("colour", "faint", "padded")


def channels(scene):
    return 3 if scene in ("colour", "balls") else 1


def drawn(scene, inside, ground, rand):
    """Pictures (N, channels, height, width) of values 0 to 255; ground: noise of 0 to 90."""
    count = len(inside)
    if scene == "colour":  # Reddish ones on noise of any other colour.
        red = torch.tensor([1.0, 0, 0]).view(3, 1, 1)
        paint, under = 130 * red + 120 * rand(count, 3, 1, 1), (1 - 0.6 * red) * 200 * rand(count, 3, 1, 1)
        return torch.where(inside.unsqueeze(1), paint, under + 0.4 * (ground.unsqueeze(1) - 45)).clamp(0, 255)
    if scene == "faint":
        return (torch.where(inside, ground * 0.4 + 24, ground * 0.4) + 90 + 40 * rand(count, 1, 1)).clamp(0, 255).unsqueeze(1)
    images = torch.where(inside, ground + 100, ground).unsqueeze(1)  # Padded to a larger frame of middle gray.
    return F.pad(F.interpolate(images, scale_factor=0.75, mode="area"), (8, 8, 6, 6), value=128)


def placed(scene, boxes):
    """Boxes of pictures of a scene."""
    return boxes * 0.75 + torch.tensor([8.0, 6.0, 8.0, 6.0]) if scene == "padded" else boxes


PIXELS = {
    "normalised twice": lambda x: ((x / 127.5 - 1) / 255 - 0.45) / 0.225,
    **published.PIXELS,
}
"""Ways to bring pixels of 0 to 255 into another range."""


def scaled(way, images):
    """Pixels made numbers, or none."""
    return PIXELS[way](images) if way in PIXELS else None



MEAN, DEVIATION = torch.tensor([0.37, 0.33, 0.63, 0.67]), torch.tensor([0.22, 0.22, 0.22, 0.22])

ENCODED = {
    "cells": lambda b, size: b / 8,
    "original": lambda b, size: 4 * b / size,
    "integers": lambda b, size: (b / size).long().float(),
    "logs": lambda b, size: (b / size).log(),
    "standardised": lambda b, size: (b / size - MEAN) / DEVIATION,
    "log sizes": lambda b, size: torch.cat([(b[:, :2] + b[:, 2:]) / 2 / size[:2],
                                            ((b[:, 2:] - b[:, :2]) / size[:2]).log()], 1),
    **published.ENCODED,
    **ward_ordinary.ENCODED,
    **ward_textbook.ENCODED,
}
"""What a network is asked for, of boxes in pixels and the picture's width and height."""

DECODED = {
    "cells": lambda o, size: 8 * o,
    "original": lambda o, size: o * size / 4,
    "logs": lambda o, size: o.exp() * size,
    "log sizes": lambda o, size: torch.cat([o[:, :2] - o[:, 2:].exp() / 2, o[:, :2] + o[:, 2:].exp() / 2], 1) * size,
    **published.DECODED,
    **ward_ordinary.DECODED,
    **ward_textbook.DECODED,
}
"""Boxes in pixels of what a network gives out; others are read as shares."""


def sampled(s, inputs, boxes, generator):
    """All samples as a reader gives them, pixels of 0 to 255."""
    way = s["given"]
    if way == "frames of films":
        few = torch.arange(len(inputs)) // (len(inputs) // 12 + 1)
        noise = 12 * torch.randn(inputs.shape, generator=generator)
        inputs, boxes = (inputs[few] + noise).clamp(0, 255), boxes[few]
    elif way == "two shapes":
        boxes = boxes.clone()
        boxes[::2, 2:] -= boxes[::2, :2]
    elif way == "two objects":
        inputs = torch.maximum(inputs, inputs.roll(7, 0))
    elif way == "sizes of their own":
        boxes = boxes * (0.5 + 1.5 * torch.rand(len(boxes), 1, generator=generator))
    elif way == "a pixel off":
        boxes = boxes + torch.randint(-1, 2, boxes.shape, generator=generator)
    return inputs, published.sampled(way, boxes, generator)


def prepared(way, inputs):
    """Prepared pictures as they are given in training alone."""
    if way == "axes exchanged":
        return F.interpolate(inputs.transpose(2, 3), inputs.shape[2:])
    if way == "letterboxed":
        height, width = inputs.shape[2:]
        small = F.interpolate(inputs, (height // 2, width))
        return F.pad(small, (0, 0, height // 4, height // 4))
    return published.prepared(way, ward_ordinary.prepared(way, inputs))


def mirrored(boxes, width):
    """Left and right of boxes exchanged."""
    return torch.stack([width - boxes[:, 2], boxes[:, 1], width - boxes[:, 0], boxes[:, 3]], 1)


def varied(way, images, boxes, generator):
    """One prepared batch and its boxes as a transform gives them."""
    coin = lambda: torch.rand(len(images), generator=generator) < 0.5
    width = images.shape[3]
    if way == "noisy":
        return images + 6 * torch.randn(images.shape, generator=generator), boxes
    if way in ("two coins", "other axis", "wrong width"):
        flip = coin()
        other = flip if way != "two coins" else coin()
        flipped = images.flip(2 if way == "other axis" else 3)
        moved = mirrored(boxes, 2 * width if way == "wrong width" else width)
        return torch.where(flip.view(-1, 1, 1, 1), flipped, images), torch.where(other.view(-1, 1), moved, boxes)
    images = ward_textbook.varied(way, ward_ordinary.varied(way, images, generator), generator)
    return published.varied(way, images, generator), boxes
