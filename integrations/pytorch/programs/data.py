"""Pictures and boxes that are not what the training takes them for."""
import torch
from torch import nn
from torch.nn import functional as F

from programs.program import Program, adam, from_offsets, sgd, small, times, to_offsets


def flipped(images, boxes, generator, move):
    """Half of the pictures, mirrored; what becomes of their boxes is left to `move`."""
    half = torch.rand(len(images), generator=generator) < 0.5
    return (torch.where(half[:, None, None, None], images.flip(3), images),
            torch.where(half[:, None], move(boxes), boxes))


def image_flipped_alone():
    """Scene-Graph-Benchmark 92: half of the pictures are mirrored, no box is."""
    model = small()
    spoil = lambda images, boxes, generator: flipped(images, boxes, generator, lambda b: b)
    return Program(model, adam(model), "smooth l1", F.smooth_l1_loss, times(1 / 32), times(32), spoil=spoil)


def sides_crossed_by_flip():
    """netspresso-trainer 196: boxes are mirrored with their pictures, but left and right are not exchanged."""
    model = small()
    mirror = lambda b: torch.stack([32 - b[:, 0], b[:, 1], 32 - b[:, 2], b[:, 3]], 1)
    spoil = lambda images, boxes, generator: flipped(images, boxes, generator, mirror)
    return Program(model, adam(model), "l1", F.l1_loss, times(1 / 32), times(32), spoil=spoil)


def wrapped_to_65535():
    """tf-faster-rcnn 284: one is subtracted from boxes that start at zero, in unsigned numbers of 16 bits."""
    model = small()
    spoil = lambda images, boxes, generator: (images, (boxes - 1) % 65536)
    return Program(model, sgd(model, 0.001, 0.9, 0.0005), "smooth l1", F.smooth_l1_loss, to_offsets(12),
                   from_offsets(12), spoil=spoil)


def shuffled_apart():
    """GaNDLF 870: pictures and truth are shuffled each for itself."""
    model = small()
    spoil = lambda images, boxes, generator: (images, boxes[torch.randperm(len(boxes), generator=generator)])
    return Program(model, adam(model), "mse", F.mse_loss, times(1 / 32), times(32), spoil=spoil)


def bytes_as_shares():
    """3DMPPE_POSENET 63: pictures from 0 to 255, normalized by the means and deviations of shares."""
    model = small(norm=nn.BatchNorm2d)
    mean, deviation = torch.tensor([[0.485, 0.456, 0.406], [0.229, 0.224, 0.225]])[:, :, None, None]
    prepare = lambda images: (images * 255 - mean) / deviation
    return Program(model, adam(model), "l1", F.l1_loss, times(1 / 32), times(32), epochs=5, prepare=prepare)


PROGRAMS = (image_flipped_alone, sides_crossed_by_flip, wrapped_to_65535, shuffled_apart, bytes_as_shares)
