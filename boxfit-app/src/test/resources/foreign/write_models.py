"""Writes the networks of this folder: python3 write_models.py (PyTorch 1.13).

Each finds the red object beside a blue one, if it is fed and read as it wants to be, or is ill in a
known way. Nothing is trained, so that every answer can be told by hand.
"""
import torch
from torch import nn


def box_of(mask):
    """Left, top, right, bottom of what a mask [N, H, W] of zeros and ones covers, in pixels."""
    height, width = mask.shape[1], mask.shape[2]
    columns, rows = mask.amax(1), mask.amax(2)
    x = torch.arange(1, width + 1, dtype=torch.float32)
    y = torch.arange(1, height + 1, dtype=torch.float32)
    right, bottom = (columns * x).amax(1), (rows * y).amax(1)
    left = width - (columns * (width + 1 - x)).amax(1)
    top = height - (rows * (height + 1 - y)).amax(1)
    return torch.stack([left, top, right, bottom], 1)


def red(r, b, one):
    """Red without blue, in a picture whose white is `one`: other ranges show nothing."""
    return ((r - b > 0.5 * one) & (r < 1.2 * one)).float()


class BgrBytes(nn.Module):
    """Takes BGR, 0..255; gives corners in pixels."""

    def forward(self, x):
        return box_of(red(x[:, 2], x[:, 0], 255.0))


class ImagenetCentre(nn.Module):
    """Takes RGB normalised by ImageNet's figures; gives centre and size in shares."""

    def forward(self, x):
        r, b = x[:, 0] * 0.229 + 0.485, x[:, 2] * 0.225 + 0.406
        box = box_of(red(r, b, 1.0)) / torch.tensor([64.0, 48.0, 64.0, 48.0])
        low, high = box[:, :2], box[:, 2:]
        return torch.cat([(low + high) / 2, high - low], 1)


class ChannelsLastLogits(nn.Module):
    """Takes bytes, channels last; gives logits of corners in shares."""

    def forward(self, x):
        x = x.float()
        shares = box_of(red(x[..., 0], x[..., 2], 255.0)) / torch.tensor([64.0, 48.0, 64.0, 48.0])
        shares = shares.clamp(0.001, 0.999)
        return torch.log(shares / (1 - shares))


class Letterboxed(nn.Module):
    """Takes pictures of 64x48 in the middle of 64x64; gives corners in shares of the picture."""

    def forward(self, x):
        box = box_of(red(x[:, 0], x[:, 2], 1.0))
        return (box - torch.tensor([0.0, 8.0, 0.0, 8.0])) / torch.tensor([64.0, 48.0, 64.0, 48.0])


class Ignores(nn.Module):
    """Says the same of every picture."""

    def forward(self, x):
        return 0 * x.mean((1, 2, 3))[:, None] + torch.tensor([[0.3, 0.3, 0.6, 0.7]])


class Pooled(nn.Module):
    """Knows how much red and blue there is, not where."""

    def forward(self, x):
        mean = x.mean((2, 3))
        return torch.stack(
            [mean[:, 0], mean[:, 2], mean[:, 0] + 0.3, mean[:, 2] + 0.4], 1)


class TwoOutputs(nn.Module):
    """A box and two scores."""

    def forward(self, x):
        box = box_of(red(x[:, 0], x[:, 2], 1.0))
        return box, x.mean((2, 3))[:, :2]


def write(name, model, picture, free=(), outputs=("box",)):
    axes = {"picture": {axis: f"axis{axis}" for axis in free}}
    torch.onnx.export(model, picture, name + ".onnx", opset_version=13,
                      input_names=["picture"], output_names=list(outputs),
                      dynamic_axes=axes if free else None)


write("bgr-bytes", BgrBytes(), torch.zeros(1, 3, 48, 64), free=(0, 2, 3))
write("imagenet-cxcywh", ImagenetCentre(), torch.zeros(4, 3, 48, 64))
write("uint8-nhwc-logits", ChannelsLastLogits(), torch.zeros(1, 48, 64, 3, dtype=torch.uint8), free=(0,))
write("letterbox", Letterboxed(), torch.zeros(1, 3, 64, 64), free=(0,))
write("ignores", Ignores(), torch.zeros(1, 3, 48, 64), free=(0,))
write("pooled", Pooled(), torch.zeros(1, 3, 48, 64), free=(0,))
write("two-outputs", TwoOutputs(), torch.zeros(1, 3, 48, 64), free=(0,), outputs=("box", "scores"))
