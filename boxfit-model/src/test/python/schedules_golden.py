"""Factors of PyTorch's learning-rate schedulers, as src/test/resources/golden/schedules.csv.

Usage: python3 schedules_golden.py > ../resources/golden/schedules.csv
"""
import warnings

import torch
from torch.optim import lr_scheduler as lr

warnings.filterwarnings("ignore")


def optimizer():
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)


def told(name, schedule, optim, steps):
    for step in range(steps):
        print(f"{name},{step},{optim.param_groups[0]['lr']!r}")
        optim.step()
        schedule.step()


print("schedule,step,factor")

o = optimizer()
told("step", lr.StepLR(o, 2, 0.5), o, 9)

o = optimizer()
told("milestones", lr.MultiStepLR(o, [3, 4, 7], 0.1), o, 9)

o = optimizer()
told("cosine", lr.CosineAnnealingLR(o, 19, 0.01), o, 20)

o = optimizer()
warm = lr.LinearLR(o, 0.2, 1.0, 4)
down = lr.CosineAnnealingLR(o, 15, 0.0)
told("warm", lr.SequentialLR(o, [warm, down], [4]), o, 20)
