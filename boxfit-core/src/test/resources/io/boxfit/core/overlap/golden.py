"""Writes golden.csv beside this file: IoU, GIoU, DIoU and CIoU of 300 pairs of boxes by torchvision.

Needs torch and torchvision (written with 0.14.1, which adds 1e-7 to denominators).
"""
import pathlib
import torch
from torchvision.ops import box_iou, complete_box_iou_loss, distance_box_iou_loss, generalized_box_iou_loss

torch.manual_seed(1)
corner = torch.rand(300, 2, dtype=torch.float64) * 100
size = torch.rand(300, 2, dtype=torch.float64) * 60 + 2
shift = torch.randn(300, 4, dtype=torch.float64) * torch.rand(300, 1, dtype=torch.float64) * 40
truth = torch.cat([corner, corner + size], 1).round(decimals=3)
moved = truth + shift
prediction = torch.cat([torch.minimum(moved[:, :2], moved[:, 2:]), torch.maximum(moved[:, :2], moved[:, 2:]) + 1], 1).round(decimals=3)
measures = torch.stack([box_iou(prediction, truth).diagonal()] + [
    1 - loss(prediction, truth) for loss in (generalized_box_iou_loss, distance_box_iou_loss, complete_box_iou_loss)], 1)
with open(pathlib.Path(__file__).with_name('golden.csv'), 'w') as out:
    print('prediction xyxy,,,,truth xyxy,,,,iou,giou,diou,ciou', file=out)
    for p, t, m in zip(prediction.tolist(), truth.tolist(), measures.tolist()):
        print(','.join([f'{v:.3f}' for v in p + t] + [f'{v:.9f}' for v in m]), file=out)
