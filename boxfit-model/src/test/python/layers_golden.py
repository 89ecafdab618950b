"""Writes golden values of single layers, from their definitions in plain PyTorch (1.13 or newer, CPU).

Usage: python3 layers_golden.py ../resources/golden/layers.safetensors

Nothing here pads, pools or normalises with an operator that the Java trainer uses: padding is
Keras's formula, windows are unfolded, statistics are written out. float64 inside, float32 outside.

For each case NAME:
  NAME/input             (2, 3, 7, 10)
  NAME/parameter.PART    parameters by their names in Boxfit
  NAME/output            as in training
  NAME/weights           loss = sum(output * weights)
  NAME/gradient.PART     of the loss
"""

import json
import struct
import sys

import torch

torch.manual_seed(20)
TENSORS = {}


def same(size, span, stride):
    """Keras: output ceil(size / stride), the odd place at the end."""
    out = -(-size // stride)
    total = max(0, (out - 1) * stride + span - size)
    return total // 2, total - total // 2


def around(x, span, stride, padding, value=0.0):
    top, bottom = same(x.shape[2], span, stride) if padding else (0, 0)
    left, right = same(x.shape[3], span, stride) if padding else (0, 0)
    wide = x.new_full((x.shape[0], x.shape[1], x.shape[2] + top + bottom, x.shape[3] + left + right), value)
    wide[:, :, top : top + x.shape[2], left : left + x.shape[3]] = x
    return wide


def windows(x, kernel, stride, padding, dilation=1, value=0.0):
    """(n, c, places of a window, h', w')."""
    span = dilation * (kernel - 1) + 1
    x = around(x, span, stride, padding, value)
    rows = (x.shape[2] - span) // stride + 1
    columns = (x.shape[3] - span) // stride + 1
    parts = [
        x[:, :, dy * dilation :, dx * dilation :][:, :, : (rows - 1) * stride + 1 : stride, : (columns - 1) * stride + 1 : stride]
        for dy in range(kernel)
        for dx in range(kernel)
    ]
    return torch.stack(parts, 2)


def conv(x, kernel, bias, stride=1, padding=False, dilation=1, groups=1):
    outs = []
    per_in, per_out = x.shape[1] // groups, kernel.shape[0] // groups
    for g in range(groups):
        seen = windows(x[:, g * per_in : (g + 1) * per_in], kernel.shape[2], stride, padding, dilation)
        part = kernel[g * per_out : (g + 1) * per_out].flatten(2)
        outs.append(torch.einsum("ncphw,fcp->nfhw", seen, part))
    out = torch.cat(outs, 1)
    return out if bias is None else out + bias[:, None, None]


def max_pool(x, kernel, stride, padding):
    return windows(x, kernel, stride, padding, value=float("-inf")).amax(2)


def average_pool(x, kernel, stride, padding):
    count = windows(torch.ones_like(x), kernel, stride, padding).sum(2)
    return windows(x, kernel, stride, padding).sum(2) / count


def normal(x, axes, epsilon, gain, shift):
    mean = x.mean(axes, keepdim=True)
    variance = ((x - mean) ** 2).mean(axes, keepdim=True)
    return (x - mean) / (variance + epsilon) ** 0.5 * gain[:, None, None] + shift[:, None, None]


def case(name, compute, **sizes):
    x = torch.randn(2, 3, 7, 10, dtype=torch.float64)
    parameters = {part: torch.randn(*size, dtype=torch.float64, requires_grad=True) for part, size in sizes.items()}
    out = compute(x, **parameters)
    weights = torch.randn_like(out)
    TENSORS[name + "/input"] = x
    TENSORS[name + "/output"] = out
    TENSORS[name + "/weights"] = weights
    if parameters:
        (out * weights).sum().backward()
    for part, value in parameters.items():
        TENSORS[name + "/parameter." + part] = value
        TENSORS[name + "/gradient." + part] = value.grad


case("conv", lambda x, kernel, bias: conv(x, kernel, bias), kernel=(4, 3, 3, 3), bias=(4,))
case("convSame", lambda x, kernel, bias: conv(x, kernel, bias, 1, True), kernel=(4, 3, 4, 4), bias=(4,))
case("convSameStride", lambda x, kernel, bias: conv(x, kernel, bias, 2, True), kernel=(4, 3, 3, 3), bias=(4,))
case("convDilated", lambda x, kernel: conv(x, kernel, None, 2, True, 3), kernel=(2, 3, 2, 2))
case("convGroups", lambda x, kernel, bias: conv(x, kernel, bias, 1, False, 2, 3), kernel=(6, 1, 3, 3), bias=(6,))
case("depthwise", lambda x, kernel, bias: conv(x, kernel, bias, 2, True, 1, 3), kernel=(6, 1, 3, 3), bias=(6,))
case(
    "separable",
    lambda x, depthwise, pointwise, bias: conv(conv(x, depthwise, None, 1, True, 1, 3), pointwise, bias),
    depthwise=(6, 1, 4, 4),
    pointwise=(5, 6, 1, 1),
    bias=(5,),
)
case("maxPool", lambda x: max_pool(x, 3, 2, False))
case("maxPoolSame", lambda x: max_pool(x, 3, 2, True))
case("averagePool", lambda x: average_pool(x, 3, 2, False))
case("averagePoolSame", lambda x: average_pool(x, 4, 3, True))
case("globalAverage", lambda x: x.flatten(2).sum(2) / 70)
case("globalMax", lambda x: x.flatten(2).sort(2)[0][:, :, -1])
case("batchNorm", lambda x, gain, shift: normal(x, (0, 2, 3), 1e-3, gain, shift), gain=(3,), shift=(3,))
case("layerNorm", lambda x, gain, shift: normal(x, (1,), 1e-3, gain, shift), gain=(3,), shift=(3,))
case("leakyRelu", lambda x: x.clamp(min=0) + 0.2 * x.clamp(max=0))
case("elu", lambda x: torch.where(x > 0, x, 0.7 * (x.exp() - 1)))
case("gelu", lambda x: x * 0.5 * (1 + torch.erf(x / 2**0.5)))
case("silu", lambda x: x / (1 + (-x).exp()))
case("tanh", lambda x: (x.exp() - (-x).exp()) / (x.exp() + (-x).exp()))
case("sigmoid", lambda x: 1 / (1 + (-x).exp()))
case("softmax", lambda x: x.exp() / x.exp().sum(1, keepdim=True))

header, body = {}, b""
for name, tensor in TENSORS.items():
    raw = tensor.detach().float().contiguous().numpy().tobytes()
    header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(body), len(body) + len(raw)]}
    body += raw
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
with open(sys.argv[1], "wb") as out:
    out.write(struct.pack("<Q", len(text)) + text + body)
