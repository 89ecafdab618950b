"""Failures that people published, acted again: python3 real_programs.py NAME SEED writes NAME-SEED.jsonl.

Only facts were taken over (layers, sizes, optimiser, rate); pictures are made here: noise and one bright rectangle.
docs/real-programs.md tells where each comes from and what the doctor says.
"""
import sys

import torch
from torch import nn
from torch.nn import functional as F

from boxfit_recorder import BoxfitRecorder


def pictures(count, side, smallest, largest, generator):
    """Noise with one bright rectangle each, and its box: left, top, right, bottom in pixels."""
    images = 0.3 * torch.rand(count, 3, side, side, generator=generator)
    sizes = torch.randint(smallest, largest + 1, (count, 2), generator=generator)
    corners = (torch.rand(count, 2, generator=generator) * (side - sizes + 1)).long()
    for image, (w, h), (x, y) in zip(images, sizes.tolist(), corners.tolist()):
        image[:, y:y + h, x:x + w] += 0.7
    return images, torch.cat([corners, corners + sizes], 1).float()


def stem(channels, kernel, stride, pool):
    layers, before = [], 3
    for after in channels:
        layers += [nn.Conv2d(before, after, kernel, stride, kernel // 2), nn.ReLU()]
        layers += [nn.MaxPool2d(2)] if pool else []
        before = after
    return nn.Sequential(*layers, nn.Flatten())


class Scaled(nn.Module):
    """Four numbers of any size, brought to a picture of 32x32."""

    def forward(self, x):
        return x * 32 + 16


def always_the_centre():
    """Cross Validated 261704: two outputs, three strided convolutions, Adam at 0.01, mse."""
    model = nn.Sequential(stem((32, 64, 128), 5, 2, False), nn.Linear(128 * 8 * 8, 100), nn.ReLU(), nn.Linear(100, 2))
    side, half = 64, 6
    encode = lambda boxes: (boxes[:, :2] + boxes[:, 2:]) / side - 1
    middle = lambda out: (out + 1) / 2 * side
    decode = lambda out: torch.cat([middle(out) - half, middle(out) + half], 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    return model, optimizer, "mse", F.mse_loss, encode, decode, side, (12, 12), 128, 2000


def same_before_training():
    """PyTorch forum 186512: two convolutions on 32x32, outputs x * 32 + 16 as x, y, w, h, L1, 1,000 pictures."""
    model = nn.Sequential(stem((8, 16), 3, 1, True), nn.Linear(16 * 8 * 8, 64), nn.ReLU(), nn.Linear(64, 4), Scaled())
    encode = lambda boxes: torch.cat([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]], 1)
    decode = lambda out: torch.cat([out[:, :2], out[:, :2] + out[:, 2:]], 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    return model, optimizer, "l1", F.l1_loss, encode, decode, 32, (10, 20), 32, 1000


def relu_on_distances():
    """A head with a ReLU on its four outputs."""
    model = nn.Sequential(stem((8, 16), 3, 2, False), nn.Linear(16 * 8 * 8, 64), nn.ReLU(), nn.Linear(64, 4), nn.ReLU())
    encode = lambda boxes: boxes / 32
    decode = lambda out: out * 32
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    return model, optimizer, "mse", F.mse_loss, encode, decode, 32, (8, 16), 32, 1000


def softmax_on_coordinates():
    """A softmax on coordinates: outputs that sum to one."""
    model = nn.Sequential(stem((8, 16), 3, 2, False), nn.Linear(16 * 8 * 8, 64), nn.ReLU(), nn.Linear(64, 4), nn.Softmax(1))
    encode = lambda boxes: boxes / 32
    decode = lambda out: out * 32
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    return model, optimizer, "mse", F.mse_loss, encode, decode, 32, (8, 16), 32, 1000


PROGRAMS = {f.__name__: f for f in (always_the_centre, same_before_training, relu_on_distances, softmax_on_coordinates)}


def main(name, seed, epochs=12):
    torch.manual_seed(seed)
    model, optimizer, loss_name, criterion, encode, decode, side, sizes, batch, count = PROGRAMS[name]()
    generator = torch.Generator().manual_seed(seed)
    images, boxes = pictures(count + 128, side, *sizes, generator)
    with BoxfitRecorder(f"{name}-{seed}.jsonl", model, optimizer, loss=loss_name, image_size=(side, side),
                        probe=(images[count:], boxes[count:]), decode=decode) as recorder:
        for _ in range(epochs):
            for chosen in torch.randperm(count, generator=generator).split(batch):
                optimizer.zero_grad()
                loss = criterion(model(images[chosen]), encode(boxes[chosen]))
                loss.backward()
                optimizer.step()
                recorder.step(loss)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
