"""Writes golden values and gradients of losses of boxes, by torchvision (0.14 or newer) and torch.nn.functional.

Usage: python3 losses_golden.py ../resources/golden/losses.json

For each pair: "predicted" and "truth", xMin, yMin, xMax, yMax in pixels; for each loss "NAME": {"value", "gradient"}, by
the predicted numbers, in float64. The overlap losses are torchvision's, with its epsilon of 1e-7 set to 0. The coordinate
losses are means over the four numbers.
"""

import json
import sys

import torch
import torch.nn.functional as F
from torchvision import ops

torch.manual_seed(7)


def rows(function, **options):
    return lambda p, t: function(p, t, reduction="none", **options).mean(-1)


LOSSES = {
    "giou": lambda p, t: ops.generalized_box_iou_loss(p, t, eps=0),
    "diou": lambda p, t: ops.distance_box_iou_loss(p, t, eps=0),
    "ciou": lambda p, t: ops.complete_box_iou_loss(p, t, eps=0),
    "iou": lambda p, t: 1 - ops.box_iou(p, t).diagonal(),
    "mse": rows(F.mse_loss),
    "l1": rows(F.l1_loss),
    "smoothL1": rows(F.smooth_l1_loss, beta=5.0),
    "huber": rows(F.huber_loss, delta=5.0),
}


def boxes(count):
    low = torch.rand(count, 2, dtype=torch.float64) * torch.tensor([80.0, 40.0])
    size = 5 + torch.rand(count, 2, dtype=torch.float64) * torch.tensor([60.0, 40.0])
    return torch.cat([low, low + size], 1)


def main(path):
    pairs = []
    for predicted, truth in zip(boxes(40), boxes(40)):
        pair = {"predicted": predicted.tolist(), "truth": truth.tolist()}
        for name, loss in LOSSES.items():
            leaf = predicted.clone()[None].requires_grad_()
            value = loss(leaf, truth[None]).sum()
            value.backward()
            pair[name] = {"value": value.item(), "gradient": leaf.grad[0].tolist()}
        pairs.append(pair)
    with open(path, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(pair) for pair in pairs) + "\n]\n")


main(sys.argv[1])
