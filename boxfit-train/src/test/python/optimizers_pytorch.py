"""Writes golden steps of optimisers by PyTorch (torch 1.13.0), for what Keras has otherwise or computes on its own.

Usage: python3 optimizers_pytorch.py ../resources/golden/optimizers-keras.json ../resources/golden/optimizers-pytorch.json

Start, gradients and factors of the rate are those of the first file. NAdam's momentum_decay of 1 is Keras's constant;
without foreach this version multiplies the momentum of a step into the product twice.
"""

import json
import sys

import torch

with open(sys.argv[1]) as file:
    golden = json.load(file)
KERNEL = golden["kernel"]

CASES = {
    "{name: adamW}": lambda k, b: torch.optim.AdamW([{"params": [k]}, {"params": [b], "weight_decay": 0}]),
    "{name: adamW, learningRate: 0.01, beta1: 0.8, beta2: 0.95, epsilon: 0.1, weightDecay: 0.5}": lambda k, b: torch.optim.AdamW(
        [{"params": [k], "weight_decay": 0.5}, {"params": [b], "weight_decay": 0}], 0.01, (0.8, 0.95), 0.1
    ),
    "{name: nadam, learningRate: 0.002, epsilon: 1e-8}": lambda k, b: torch.optim.NAdam(
        [k, b], momentum_decay=1, foreach=True
    ),
    "{name: adadelta, learningRate: 1, rho: 0.9, epsilon: 1e-6}": lambda k, b: torch.optim.Adadelta([k, b]),
}


def steps(make):
    start = torch.tensor(golden["start"])
    parameters = [start[:KERNEL].clone().requires_grad_(), start[KERNEL:].clone().requires_grad_()]
    optimizer = make(*parameters)
    rate = optimizer.param_groups[0]["lr"]
    weights = []
    for row, factor in zip(golden["gradients"], golden["factors"]):
        for group in optimizer.param_groups:
            group["lr"] = rate * factor
        parameters[0].grad = torch.tensor(row[:KERNEL])
        parameters[1].grad = torch.tensor(row[KERNEL:])
        optimizer.step()
        weights.append([x for p in parameters for x in p.tolist()])
    return weights


golden["oracle"] = "torch " + torch.__version__
golden["cases"] = {name: steps(make) for name, make in CASES.items()}
with open(sys.argv[2], "w") as file:
    json.dump(golden, file)
    file.write("\n")
