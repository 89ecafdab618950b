"""Losses by overlap, and a loss that compares everything with everything."""
import torch
from torch import nn
from torch.nn import functional as F
from torchvision.ops import complete_box_iou_loss, generalized_box_iou_loss

from programs.program import Program, adam, same, sgd, small, times, to_centre, to_corners


def area(corners):
    return (corners[:, 2:] - corners[:, :2]).clamp(min=0).prod(1)


def overlap(out, target, generalized):
    """One minus the IoU or the GIoU of corners [N, 4]; an inverted box has no area, and nothing is divided by zero."""
    inside = area(torch.cat([torch.max(out[:, :2], target[:, :2]), torch.min(out[:, 2:], target[:, 2:])], 1))
    around = area(torch.cat([torch.min(out[:, :2], target[:, :2]), torch.max(out[:, 2:], target[:, 2:])], 1))
    union = area(out) + area(target) - inside
    void = (around - union) / around.clamp(min=1e-7) if generalized else 0
    return (1 - inside / union.clamp(min=1e-7) + void).mean()


def giou_on_pixels():
    """tensorflow/addons 982: GIoU alone, a small network, a linear layer, boxes in pixels."""
    model = small()
    return Program(model, adam(model), "giou", lambda out, target: overlap(out, target, True), same, same)


def iou_without_overlap():
    """tensorflow/addons 2800: one minus the IoU, one batch again and again; with mse it learns."""
    model = small()
    return Program(model, adam(model), "iou", lambda out, target: overlap(out, target, False), same, same,
                   count=32, epochs=300)


def centre_and_size_into_giou():
    """owl-vit-object-detection 14: L1 and a GIoU that takes corners, of centres and sizes."""
    model = small(nn.Sigmoid())
    encode, decode = lambda boxes: to_centre(boxes) / 32, lambda out: to_corners(out * 32)
    criterion = lambda out, target: 5 * F.l1_loss(out, target) + 2 * generalized_box_iou_loss(out, target, "mean")
    return Program(model, adam(model), "l1 + giou", criterion, encode, decode)


def flat_boxes_and_ciou():
    """DIoU-pytorch-detectron 19: CIoU of boxes cut off at the border, flat ones masked after the loss."""
    model = small()
    cut = lambda out: (out * 128 + 16).clamp(0, 32)
    with torch.no_grad():  # First boxes around the lower border, as an anchor there gives them.
        model[-1].bias.copy_(torch.tensor([-8.0, 16.0, 8.0, 16.0]) / 128)

    def criterion(out, target):
        boxes = cut(out)
        keep = (boxes[:, 2:] > boxes[:, :2]).all(1)
        losses = complete_box_iou_loss(boxes, target)
        return torch.where(keep, losses, torch.zeros(())).mean()

    return Program(model, adam(model), "ciou", criterion, same, cut)


def everything_with_everything():
    """PyTorch forum 148155: targets of one dimension more than the outputs, mse, SGD at 0.1."""
    model = small()
    encode = lambda boxes: (boxes / 32).unsqueeze(1)
    return Program(model, sgd(model, 0.1, 0), "mse", F.mse_loss, encode, times(32))


PROGRAMS = (giou_on_pixels, iou_without_overlap, centre_and_size_into_giou, flat_boxes_and_ciou,
            everything_with_everything)
