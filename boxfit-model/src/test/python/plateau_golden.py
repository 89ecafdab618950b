"""Factors of PyTorch's ReduceLROnPlateau, as src/test/resources/golden/plateau.csv.

Usage: python3 plateau_golden.py > ../resources/golden/plateau.csv
"""
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

FIGURES = [
    1.0, 0.9, 0.895, 0.9, 0.91, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8,
    0.8, 0.8, 0.7, 0.71, 0.72, 0.73, 0.74, 0.75, 0.76, 0.77, 0.78,
]


def told(mode, figures):
    optim = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    plateau = ReduceLROnPlateau(
        optim, mode, factor=0.5, patience=2, threshold=0.01, threshold_mode="abs",
        cooldown=1, min_lr=0.1, eps=0,
    )
    for epoch, figure in enumerate(figures):
        optim.step()
        plateau.step(figure)
        print(f"{mode},{epoch},{figure!r},{optim.param_groups[0]['lr']!r}")


print("mode,epoch,figure,factor")
told("min", FIGURES)
told("max", [1 - figure for figure in FIGURES])
told("min", [1.0, float("nan"), float("nan"), float("nan"), float("nan"), 0.5, 0.4])
