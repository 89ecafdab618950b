"""What the last layer gives, and what it is compared with."""
import torch
from torch import nn
from torch.nn import functional as F

from programs.program import Program, adam, from_offsets, sgd, small, stem, times, to_offsets


class Scaled(nn.Module):
    """Four numbers of any size, brought to a picture of 32x32."""

    def forward(self, x):
        return x * 32 + 16


def same_before_training():
    """PyTorch forum 186512: two convolutions on 32x32, outputs x * 32 + 16 as x, y, w, h, L1, 1,000 pictures."""
    model = nn.Sequential(stem((8, 16), 3, 1, True), nn.Linear(16 * 8 * 8, 64), nn.ReLU(), nn.Linear(64, 4), Scaled())
    encode = lambda boxes: torch.cat([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]], 1)
    decode = lambda out: torch.cat([out[:, :2], out[:, :2] + out[:, 2:]], 1)
    return Program(model, adam(model), "l1", F.l1_loss, encode, decode, sizes=(10, 20))


def relu_on_distances():
    """A head with a ReLU on its four outputs."""
    model = small(nn.ReLU())
    return Program(model, adam(model, 0.01), "mse", F.mse_loss, times(1 / 32), times(32))


def softmax_on_coordinates():
    """A softmax on coordinates: outputs that sum to one."""
    model = small(nn.Softmax(1))
    return Program(model, adam(model), "mse", F.mse_loss, times(1 / 32), times(32))


def relu_on_offsets():
    """VoxelNet-tensorflow 10: a ReLU behind the layer that gives offsets from an anchor, which may be negative."""
    model = small(nn.ReLU())
    return Program(model, adam(model), "smooth l1", F.smooth_l1_loss, to_offsets(12), from_offsets(12))


def tanh_on_large_targets():
    """keras 108: three layers of tanh, 16, 16 and the output, RMSprop, mse, targets of some 130."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(3 * 32 * 32, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(),
                          nn.Linear(16, 4), nn.Tanh())
    optimizer = torch.optim.RMSprop(model.parameters(), lr=0.001, alpha=0.9)
    return Program(model, optimizer, "mse", F.mse_loss, times(8), times(1 / 8))


def pixels_and_l1():
    """VPGNet 53: a linear layer, mean absolute errors, coordinates from 0 to 640 as they are."""
    model = small()
    return Program(model, sgd(model, 0.005, 0.9, 0.0005), "l1", F.l1_loss, times(20), times(1 / 20))


def plateau_without_sigmoid():
    """DeepPose 7: five convolutions with BatchNorm, coordinates from 0 to 1, a linear layer, mse, rate 0.0001."""
    model = nn.Sequential(stem((16, 32, 48, 48, 32), norm=nn.BatchNorm2d), nn.Linear(32 * 2 * 2, 128),
                          nn.BatchNorm1d(128), nn.ReLU(), nn.Linear(128, 128), nn.BatchNorm1d(128), nn.ReLU(),
                          nn.Linear(128, 4))
    return Program(model, sgd(model, 0.0001, 0.9, 0.0005), "mse", F.mse_loss, times(1 / 64), times(64), side=64,
                   sizes=(16, 32), batch=100, count=2000)


PROGRAMS = (same_before_training, relu_on_distances, softmax_on_coordinates, relu_on_offsets, tanh_on_large_targets,
            pixels_and_l1, plateau_without_sigmoid)
