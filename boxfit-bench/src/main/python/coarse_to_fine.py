"""The network coarse-to-fine-strips and its loss in plain PyTorch (1.13 or newer), as its users would write it.

Names of modules are those of the network's layers, so that state_dict() and weights.safetensors fit together.
Pictures are (N, 1, 100, 200) in [-1, 1], boxes (N, 4) as xMin, yMin, xMax, yMax in pixels.
"""
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, HEIGHT = 200, 100
CELL, COLUMNS, ROWS = 8, 25, 13
CROP, STRIP, ACROSS = 48, 16, 48
OVERLAP, CANDIDATES = 0.4, 3
OWN_OVERLAP, DECOY_SHARE, OWN_SHARE, OWN_AFTER = 0.35, 0.15, 0.5, 0.3
INWARDS = torch.tensor([1.0, 1.0, -1.0, -1.0])


class ConvNormReLU(nn.Conv2d):
    def __init__(self, cin, cout, kernel=3, stride=1, groups=8, eps=1e-5):
        super().__init__(cin, cout, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.GroupNorm(groups, cout, eps)

    def forward(self, x):
        return F.relu_(self.norm(super().forward(x)))


class Sides(nn.Module):
    """One axis: (N, 96, 12) to logits (N, 2, 48) of the first and last place, and what the score looks at."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv1d(96, 64, 5, padding=2)
        self.b = nn.Conv1d(64, 64, 5, padding=2)
        self.c = nn.Conv1d(64, 8, 3, padding=1)
        self.look = nn.Conv1d(64, 16, CROP // 4)

    def forward(self, x):
        x = F.relu_(self.a(x))
        x = x + F.relu_(self.b(x))
        places = self.c(x).view(-1, 2, 4, CROP // 4).transpose(2, 3).reshape(-1, 2, CROP)
        return places, F.relu_(self.look(x))


class Strips(nn.Module):
    """(4 N, 1, 48, 16) to logits (N, 4, 16) of the first pixel of the object."""

    def __init__(self):
        super().__init__()
        self.a = ConvNormReLU(1, 16, groups=4, eps=1e-3)
        self.b = ConvNormReLU(16, 16, eps=1e-3)
        self.c = nn.Conv1d(32, 48, 5, padding=2)
        self.places = nn.Conv1d(48, 1, 3, padding=1)

    def forward(self, x):
        x = self.b(self.a(x))
        x = F.relu_(self.c(torch.cat([x.amax(2), x.mean(2)], 1)))
        return self.places(x).view(-1, 4, STRIP)


class CoarseToFine(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem2 = ConvNormReLU(1, 16, 5, 2, 4)
        self.stem4 = ConvNormReLU(16, 24, stride=2)
        self.stem8 = ConvNormReLU(24, 48, stride=2)
        self.at8 = ConvNormReLU(48, 48)
        self.stem16 = ConvNormReLU(48, 64, stride=2)
        self.at16a = ConvNormReLU(64, 64)
        self.at16b = ConvNormReLU(64, 64)
        self.lateral = nn.Conv2d(64, 48, 1)
        self.merge = ConvNormReLU(48, 48)
        self.cells = nn.Conv2d(48, 5, 1)
        self.fine2 = ConvNormReLU(1, 16, 5, 2, 4, eps=1e-3)
        self.fine4 = ConvNormReLU(16, 48, stride=2, eps=1e-3)
        self.at4 = ConvNormReLU(48, 48, eps=1e-3)
        self.alongX = Sides()
        self.alongY = Sides()
        self.score = nn.Conv1d(32, 1, 1)
        self.strips = Strips()
        y, x = torch.meshgrid(torch.arange(ROWS), torch.arange(COLUMNS), indexing='ij')
        self.register_buffer('centres', (torch.stack([x, y]).flatten(1) + 0.5) * CELL, persistent=False)
        for module in self.modules():
            if isinstance(module, (nn.Conv2d, nn.Conv1d)):
                nn.init.kaiming_normal_(module.weight, nonlinearity='relu')
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        for last in (self.cells, self.alongX.c, self.alongY.c, self.score, self.strips.places):
            nn.init.normal_(last.weight, std=0.01)

    def locate(self, image):
        """Logits (N, cells) and boxes (N, 4, cells)."""
        f = self.stem8(self.stem4(self.stem2(image)))
        f = f + self.at8(f)
        g = self.stem16(f)
        g = g + self.at16a(g)
        g = g + self.at16b(g)
        g = F.interpolate(self.lateral(g), scale_factor=2.0, mode='nearest')[:, :, :ROWS, :COLUMNS]
        raw = self.cells(self.merge(f + g)).flatten(2)
        centre = self.centres + CELL * raw[:, 1:3]
        half = 12 * raw[:, 3:].clamp(-4, 2).exp()
        return raw[:, 0], torch.cat([centre - half, centre + half], 1)

    def look_closely(self, image, window):
        """Side logits along x and y, (N, 2, 48) each, and the score (N)."""
        f = self.fine4(self.fine2(standardized(crop(image, window))))
        f = f + self.at4(f)
        x, seen_x = self.alongX(torch.cat([f.amax(2), f.mean(2)], 1))
        y, seen_y = self.alongY(torch.cat([f.amax(3), f.mean(3)], 1))
        return x, y, self.score(torch.cat([seen_x, seen_y], 1)).flatten()

    def look_across(self, image, anchor):
        """Logits (N, 4, 16)."""
        return self.strips(standardized(strips(image, anchor)))

    @torch.no_grad()
    def predict(self, image):
        """Boxes (N, 4), not rounded."""
        logits, boxes = self.locate(image)
        found, own = candidates(logits, boxes)
        window = enlarge(found)
        x, y, score = self.look_closely(image, window)
        n = len(image)
        best = (score + own).view(-1, n).argmax(0)
        chosen = sides(x, y, window).view(-1, n, 4)[best, torch.arange(n)]
        anchor = chosen.round()
        places = (self.look_across(image, anchor).softmax(2) * torch.arange(float(STRIP))).sum(2)
        return anchor + INWARDS * (places - STRIP / 2)


def candidates(logits, boxes):
    """Boxes (3 N, 4) and logits (3 N) of the best cells that do not overlap, all first ones first."""
    found, own = [], []
    rows = torch.arange(len(logits))
    for _ in range(CANDIDATES):
        best = logits.argmax(1)
        box = boxes[rows, :, best]
        found.append(box)
        own.append(logits[rows, best])
        logits = logits.masked_fill(iou(boxes.transpose(1, 2), box[:, None]) > OVERLAP, -1e9)
    return torch.cat(found), torch.cat(own)


def enlarge(box):
    margin = 0.25 * (box[:, 2:] - box[:, :2]).clamp(min=1) + 3
    return torch.cat([box[:, :2] - margin, box[:, 2:] + margin], 1)


def sample(image, x, y):
    """What pictures show at places in pixels, (N or a multiple, h, w) each."""
    grid = torch.stack([x * (2 / WIDTH) - 1, y * (2 / HEIGHT) - 1], 3)
    if len(grid) > len(image):
        image = image.repeat(len(grid) // len(image), 1, 1, 1)
    return F.grid_sample(image, grid, 'bilinear', 'border', False)


@torch.no_grad()
def crop(image, window):
    share = (torch.arange(CROP) + 0.5) / CROP
    place = window[:, :2, None] + (window[:, 2:] - window[:, :2])[:, :, None] * share
    return sample(image, place[:, 0, None, :].expand(-1, CROP, -1), place[:, 1, :, None].expand(-1, -1, CROP))


@torch.no_grad()
def strips(image, box):
    """(4 N, 1, 48, 16): across left, top, right and bottom, from outside to inside."""
    along = box[:, :, None] + INWARDS[:, None] * (torch.arange(STRIP) + 0.5 - STRIP / 2)
    share = (torch.arange(ACROSS) + 0.5) / ACROSS
    low, high = box[:, [1, 0, 1, 0], None] - 2, box[:, [3, 2, 3, 2], None] + 2
    across = low + (high - low) * share
    along = along[:, :, None, :].expand(-1, -1, ACROSS, -1)
    across = across[:, :, :, None].expand(-1, -1, -1, STRIP)
    upright = torch.tensor([True, False, True, False])[:, None, None]
    x, y = torch.where(upright, along, across), torch.where(upright, across, along)
    return sample(image, x.flatten(1, 2), y.flatten(1, 2)).view(-1, 1, ACROSS, STRIP)


def standardized(x):
    x = x - x.mean((1, 2, 3), keepdim=True)
    return x / (x.square().mean((1, 2, 3), keepdim=True).sqrt() + 0.02)


def sides(x, y, window):
    """The box (N, 4) that the expectations of side distributions say."""
    places = torch.arange(float(CROP))
    u = torch.stack([(x.softmax(2) * places).sum(2), (y.softmax(2) * places).sum(2)], 2)
    low = window[:, :2]
    step = (window[:, 2:] - low) / CROP
    return torch.cat([low + u[:, 0] * step, low + (u[:, 1] + 1) * step], 1)


def overlap(p, t):
    """Areas in common and in all, boxes along the last axis."""
    inner = (torch.minimum(p[..., 2:], t[..., 2:]) - torch.maximum(p[..., :2], t[..., :2])).clamp(min=0)
    size_p, size_t = (p[..., 2:] - p[..., :2]).clamp(min=0), t[..., 2:] - t[..., :2]
    common = inner[..., 0] * inner[..., 1]
    return common, size_p[..., 0] * size_p[..., 1] + size_t[..., 0] * size_t[..., 1] - common


def iou(p, t):
    common, union = overlap(p, t)
    return common / union.clamp(min=1e-6)


def giou(p, t):
    """Rezatofighi et al., arXiv 1902.09630."""
    common, union = overlap(p, t)
    hull = torch.maximum(p[..., 2:], t[..., 2:]) - torch.minimum(p[..., :2], t[..., :2])
    hull = hull[..., 0] * hull[..., 1]
    return common / union.clamp(min=1e-6) - (hull - union) / hull.clamp(min=1e-6)


def cell_shares(truth):
    """(N, cells): how much of the middle half of the true box, at least 8 px wide and high, lies in each cell."""
    middle = (truth[:, :2] + truth[:, 2:]) / 2
    half = ((truth[:, 2:] - truth[:, :2]) / 4).clamp(min=4)

    def covered(axis, count):
        begin = torch.arange(count) * float(CELL)
        low, high = (middle - half)[:, axis, None], (middle + half)[:, axis, None]
        return (torch.minimum(high, begin + CELL) - torch.maximum(low, begin)).clamp(min=0)

    shares = (covered(1, ROWS)[:, :, None] * covered(0, COLUMNS)[:, None, :]).flatten(1)
    return shares / shares.sum(1, keepdim=True)


def cross_entropy(logits, place):
    """Against the two places beside the true one: (N, k, places) and (N, k) to (N, k)."""
    place = place.clamp(0, logits.shape[2] - 1.001)
    below = place.floor()
    above = place - below
    index = below.long()[..., None]
    log = logits.log_softmax(2)
    return -(log.gather(2, index)[..., 0] * (1 - above) + log.gather(2, index + 1)[..., 0] * above)


@torch.no_grad()
def starts(logits, boxes, truth, late):
    """Where to look closely, (N, 4), and whether that shows the object, (N)."""
    n = len(truth)
    rows = torch.arange(n)
    extent = (truth[:, 2:] - truth[:, :2]).repeat(1, 2)
    strong = torch.rand(n, 1) < 0.25
    deviation = torch.where(strong, 0.10 * extent + 1.5, 0.03 * extent + 0.5)
    start = truth + torch.randn(n, 4) * deviation
    own = boxes[rows, :, logits.argmax(1)]
    wanted = (torch.rand(n) < OWN_SHARE) & (iou(own, truth) > OWN_OVERLAP) & late
    start = torch.where(wanted[:, None], own, start)
    genuine = torch.rand(n) >= DECOY_SHARE
    near = iou(boxes.transpose(1, 2), truth[:, None]) > OWN_OVERLAP
    decoy = boxes[rows, :, logits.masked_fill(near, -1e9).argmax(1)]
    return torch.where(genuine[:, None], start, decoy), genuine.float()


def loss(network, image, truth, late):
    """The weighted loss of a batch; `late` once the network's own boxes may take part."""
    logits, boxes = network.locate(image)
    share = cell_shares(truth)
    where = -(share * logits.log_softmax(1)).sum(1).mean()
    rough = (share * (1 - giou(boxes.transpose(1, 2), truth[:, None]))).sum(1).mean()

    start, genuine = starts(logits, boxes, truth, torch.tensor(late))
    window = enlarge(start)
    x, y, score = network.look_closely(image, window)
    place = (truth - window[:, [0, 1, 0, 1]]) / ((window[:, 2:] - window[:, :2]) / CROP).repeat(1, 2)
    last = torch.tensor([0.0, 1.0])
    per_sample = cross_entropy(x, place[:, [0, 2]] - last).mean(1) + cross_entropy(y, place[:, [1, 3]] - last).mean(1)
    box = sides(x, y, window)
    count = genuine.sum().clamp(min=1)
    side = (per_sample * genuine).sum() / count
    close = ((1 - giou(box, truth)) * genuine).sum() / count
    judged = F.binary_cross_entropy_with_logits(score, genuine)

    with torch.no_grad():
        anchor = box.round()
        nudged = (truth + torch.randint(-3, 4, truth.shape)).round()
        anchor = torch.where((anchor - truth).abs() > STRIP / 2 - 2, nudged, anchor)
        first = STRIP / 2 + INWARDS * (truth - anchor)
    offset = cross_entropy(network.look_across(image, anchor), first).mean()
    return where + 2 * rough + 0.5 * side + 2 * close + offset + judged
