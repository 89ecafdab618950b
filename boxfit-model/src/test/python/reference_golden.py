"""Writes golden values of the coarse-to-fine network with plain PyTorch (1.13 or newer, CPU).

Usage: python3 reference_golden.py ../resources/golden/coarse-to-fine.safetensors

A second, independent statement of the network and its loss, so that the Java trainer and the ONNX
writer are tested against something that neither of them computed. Layout of the file: safetensors.

  weight.NN.NAME  parameters, NN counting in the network's order; NAME is theirs in this script
  pictures        uint8 (4, 100, 200, 3), RGB
  cells           (4, 5, 325): logit, xMin, yMin, xMax, yMax of each cell, row by row
  coarse, window  (4, 4): the best cell's box, and the same enlarged
  crop            (4, 1, 64, 64): what the window shows, standardised
  sides           (4, 4, 64): logits of the first and last place along x, then along y
  box             (4, 4): the final box, not rounded
  train.truth     (4, 4): true boxes
  train.start     (4, 4): the box that takes the best cell's place in training
  train.box       (4, 4): the final box from that start
  train.terms     (4): cells' cross-entropy, rough boxes, sides, final box; means, before weights
  train.loss      (1): 1, 2, 0.5, 2 times the terms
  train.gradient  Euclidean norm of the gradient of each parameter, in the order of the weights
"""
import json, struct, sys
from collections import OrderedDict

import numpy as np
import torch
from torch.nn import functional as F

W, H, STEP, N = 200, 100, 8, 64


class Weights(OrderedDict):
    """Parameters in the order in which the network is written down."""

    def __init__(self, generator):
        super().__init__()
        self.generator = generator

    def draw(self, name, shape, deviation, mean=0.0):
        value = mean + deviation * torch.randn(shape, generator=self.generator)
        self[name] = value.requires_grad_()

    def conv(self, name, out, cin, *kernel, bias, deviation=None):
        fan = cin * int(np.prod(kernel))
        self.draw(name + '.kernel', (out, cin, *kernel), deviation or (2 / fan) ** .5)
        if bias:
            self.draw(name + '.bias', (out,), .1)

    def block(self, name, out, cin, k):
        self.conv(name, out, cin, k, k, bias=False)
        self.draw(name + '.gain', (out,), .2, 1.0)
        self.draw(name + '.shift', (out,), .2)

    def side(self, name, cin):
        self.conv(name + '.a', 64, cin, 5, bias=True)
        self.conv(name + '.b', 64, 64, 5, bias=True)
        self.conv(name + '.c', 8, 64, 3, bias=True, deviation=.1)


def weights(seed):
    w = Weights(torch.Generator().manual_seed(seed))
    w.block('to2', 16, 1, 5)
    w.block('to4', 24, 16, 3)
    w.block('to8', 48, 24, 3)
    w.block('at8', 48, 48, 3)
    w.block('to16', 64, 48, 3)
    w.block('at16a', 64, 64, 3)
    w.block('at16b', 64, 64, 3)
    w.conv('lateral', 48, 64, 1, 1, bias=True)
    w.block('merge', 48, 48, 3)
    w.conv('cells', 5, 48, 1, 1, bias=True, deviation=.1)
    w.block('look2', 16, 1, 5)
    w.block('look4', 48, 16, 3)
    w.block('at4', 48, 48, 3)
    w.side('alongX', 96)
    w.side('alongY', 96)
    return w


def block(w, name, x, stride=1, groups=8):
    kernel = w[name + '.kernel']
    x = F.conv2d(x, kernel, stride=stride, padding=kernel.shape[2] // 2)
    return F.relu(F.group_norm(x, groups, w[name + '.gain'], w[name + '.shift'], 1e-5))


def locate(w, x):
    """(n, 1, H, W) to logits (n, cells) and boxes (n, 4, cells)."""
    f = block(w, 'to8', block(w, 'to4', block(w, 'to2', x, 2, 4), 2), 2)
    f = f + block(w, 'at8', f)
    g = block(w, 'to16', f, 2)
    g = g + block(w, 'at16a', g)
    g = g + block(w, 'at16b', g)
    g = F.conv2d(g, w['lateral.kernel'], w['lateral.bias'])
    g = g.repeat_interleave(2, 2).repeat_interleave(2, 3)[:, :, :f.shape[2], :f.shape[3]]
    o = F.conv2d(block(w, 'merge', f + g), w['cells.kernel'], w['cells.bias'])
    x = (torch.arange(o.shape[3]) + .5) * STEP + STEP * o[:, 1]
    y = (torch.arange(o.shape[2]) + .5)[:, None] * STEP + STEP * o[:, 2]
    half_w, half_h = 12 * o[:, 3].clamp(-4, 2).exp(), 12 * o[:, 4].clamp(-4, 2).exp()
    boxes = torch.stack([x - half_w, y - half_h, x + half_w, y + half_h], 1)
    return o[:, 0].flatten(1), boxes.flatten(2)


def best(logits, boxes):
    return torch.stack([boxes[i, :, k] for i, k in enumerate(logits.argmax(1))])


def enlarge(box):
    margin = .25 * (box[:, 2:] - box[:, :2]).clamp(min=1) + 3
    return torch.cat([box[:, :2] - margin, box[:, 2:] + margin], 1)


def crop(x, box):
    """Bilinear samples at the middles of N x N places, the border repeated outside; standardised."""
    place = (torch.arange(N) + .5) / N
    px = box[:, 0:1] + (box[:, 2:3] - box[:, 0:1]) * place
    py = box[:, 1:2] + (box[:, 3:4] - box[:, 1:2]) * place
    px, py = (px - .5).clamp(0, W - 1), (py - .5).clamp(0, H - 1)
    x0, y0 = px.floor().long(), py.floor().long()
    x1, y1 = (x0 + 1).clamp(max=W - 1), (y0 + 1).clamp(max=H - 1)
    ax, ay = (px - x0)[:, None, :], (py - y0)[:, :, None]
    i = torch.arange(len(x))[:, None, None]

    def at(y, x_):
        return x[i, 0, y[:, :, None], x_[:, None, :]]
    c = (at(y0, x0) * (1 - ax) + at(y0, x1) * ax) * (1 - ay) + (at(y1, x0) * (1 - ax) + at(y1, x1) * ax) * ay
    c = c - c.mean((1, 2), keepdim=True)
    return (c / (c.square().mean((1, 2), keepdim=True).sqrt() + .02))[:, None]


def side(w, name, m):
    h = F.relu(F.conv1d(m, w[name + '.a.kernel'], w[name + '.a.bias'], padding=2))
    h = h + F.relu(F.conv1d(h, w[name + '.b.kernel'], w[name + '.b.bias'], padding=2))
    z = F.conv1d(h, w[name + '.c.kernel'], w[name + '.c.bias'], padding=1)
    out = torch.empty(len(z), 2, 4 * z.shape[2])
    for j in range(4):
        out[:, :, j::4] = z[:, j::4]
    return out


def look(w, patch):
    """(n, 1, N, N) to side logits (n, 4, N): first x, last x, first y, last y."""
    f = block(w, 'look4', block(w, 'look2', patch, 2, 4), 2)
    f = f + block(w, 'at4', f)
    x = side(w, 'alongX', torch.cat([f.max(2)[0], f.mean(2)], 1))
    y = side(w, 'alongY', torch.cat([f.max(3)[0], f.mean(3)], 1))
    return torch.cat([x, y], 1)


def final(logits, window):
    u = (logits.softmax(2) * torch.arange(N)).sum(2)
    sx, sy = (window[:, 2] - window[:, 0]) / N, (window[:, 3] - window[:, 1]) / N
    return torch.stack([window[:, 0] + u[:, 0] * sx, window[:, 1] + u[:, 2] * sy,
                        window[:, 0] + (u[:, 1] + 1) * sx, window[:, 1] + (u[:, 3] + 1) * sy], 1)


def giou(p, t):
    """Rezatofighi et al., arXiv 1902.09630, boxes along the last axis."""
    def area(b):
        return (b[..., 2:] - b[..., :2]).clamp(min=0).prod(-1)
    inner = torch.cat([torch.maximum(p[..., :2], t[..., :2]), torch.minimum(p[..., 2:], t[..., 2:])], -1)
    hull = area(torch.cat([torch.minimum(p[..., :2], t[..., :2]), torch.maximum(p[..., 2:], t[..., 2:])], -1))
    i = area(inner)
    union = area(p) + area(t) - i
    return i / union.clamp(min=1e-6) - (hull - union) / hull.clamp(min=1e-6)


def cell_shares(truth):
    """How much of the middle half of the true box, at least 8 px wide and high, lies in each cell."""
    rows = []
    for x0, y0, x1, y1 in truth.tolist():
        mx, my, rx, ry = (x0 + x1) / 2, (y0 + y1) / 2, max((x1 - x0) / 4, 4), max((y1 - y0) / 4, 4)
        row = [max(0, min(my + ry, (r + 1) * STEP) - max(my - ry, r * STEP)) *
               max(0, min(mx + rx, (c + 1) * STEP) - max(mx - rx, c * STEP))
               for r in range(-(-H // STEP)) for c in range(-(-W // STEP))]
        rows.append([v / sum(row) for v in row])
    return torch.tensor(rows)


def train(w, x, truth, start):
    logits, boxes = locate(w, x)
    q = cell_shares(truth)
    where = -(q * logits.log_softmax(1)).sum(1).mean()
    rough = (q * (1 - giou(boxes.transpose(1, 2), truth[:, None]))).sum(1).mean()
    window = enlarge(start)
    z = look(w, crop(x, window))
    size = (window[:, 2:] - window[:, :2]) / N
    first, last = (truth[:, :2] - window[:, :2]) / size, (truth[:, 2:] - window[:, :2]) / size - 1
    places = torch.stack([first[:, 0], last[:, 0], first[:, 1], last[:, 1]], 1).clamp(0, N - 1.001)
    low = places.floor()
    share, low = places - low, low.long()[..., None]
    lp = z.log_softmax(2)
    two = -(lp.gather(2, low)[..., 0] * (1 - share) + lp.gather(2, low + 1)[..., 0] * share)
    fine = two[:, :2].mean() + two[:, 2:].mean()  # one mean an axis
    box = final(z, window)
    return [where, rough, fine, (1 - giou(box, truth)).mean()], box


def pictures(rng):
    """Noise, a slanting ground and an upright bright or dark object; no letters are needed here."""
    truth = np.array([[20, 10, 61, 47], [120, 40, 139, 88], [75, 22, 131, 79], [5, 60, 17, 70]], 'f4')
    y, x = np.mgrid[:H, :W]
    pictures = []
    for k, (x0, y0, x1, y1) in enumerate(truth.astype(int)):
        p = rng.normal(0, 12, (H, W, 3)) + rng.uniform(60, 190, 3) + ((x * .2 - y * .3) * (k % 2))[..., None]
        p[y0:y1, x0:x1] += (90, -90)[k % 2]
        p[y0 + 3:y1 - 3, x0 + 3:(x0 + x1) // 2] += (-60, 60)[k % 2]
        pictures.append(p.clip(0, 255).round().astype('u1'))
    return np.stack(pictures), torch.from_numpy(truth)


def gray(rgb):
    r, g, b = torch.from_numpy(rgb).float().unbind(3)
    return (((0.299 * r + 0.587 * g + 0.114 * b) - 127.5) / 127.5)[:, None]


def save(path, tensors):
    """https://github.com/huggingface/safetensors: length of the header, header, data."""
    header, blobs, offset = OrderedDict(), [], 0
    for name, t in tensors.items():
        a = np.ascontiguousarray(t.detach().numpy() if isinstance(t, torch.Tensor) else t)
        blob = a.astype(a.dtype.newbyteorder('<')).tobytes()
        dtype = {'float32': 'F32', 'uint8': 'U8'}[a.dtype.name]
        header[name] = {'dtype': dtype, 'shape': list(a.shape), 'data_offsets': [offset, offset + len(blob)]}
        blobs.append(blob)
        offset += len(blob)
    text = json.dumps(header, separators=(',', ':')).encode()
    text += b' ' * (-len(text) % 8)
    with open(path, 'wb') as f:
        f.write(struct.pack('<Q', len(text)) + text + b''.join(blobs))


def main():
    torch.set_num_threads(1)
    w = weights(7)
    rgb, truth = pictures(np.random.default_rng(7))
    x = gray(rgb)
    out = OrderedDict(('weight.%02d.%s' % (k, name), v) for k, (name, v) in enumerate(w.items()))
    out['pictures'] = rgb
    with torch.no_grad():
        logits, boxes = locate(w, x)
        top = logits.topk(2)[0]
        print('parameters', sum(v.numel() for v in w.values()), 'lead of the best cells', (top[:, 0] - top[:, 1]).tolist())
        out['cells'] = torch.cat([logits[:, None], boxes], 1)
        out['coarse'] = best(logits, boxes)
        out['window'] = enlarge(out['coarse'])
        out['crop'] = crop(x, out['window'])
        out['sides'] = look(w, out['crop'])
        out['box'] = final(out['sides'], out['window'])
    shake = torch.tensor([[1.5, -2, 3, .5], [-.7, .3, -1.2, 2], [4, 4, -3, -5], [0, -.4, .9, 1]])
    terms, box = train(w, x, truth, truth + shake)
    loss = sum(k * t for k, t in zip((1, 2, .5, 2), terms))
    loss.backward()
    out['train.truth'], out['train.start'], out['train.box'] = truth, truth + shake, box
    out['train.terms'], out['train.loss'] = torch.stack(terms), loss[None]
    out['train.gradient'] = torch.stack([v.grad.norm() for v in w.values()])
    save(sys.argv[1], out)
    for name in ('coarse', 'window', 'box', 'train.box', 'train.terms', 'train.loss', 'train.gradient'):
        print(name, out[name].detach().numpy().round(4).tolist())


if __name__ == '__main__':
    main()
