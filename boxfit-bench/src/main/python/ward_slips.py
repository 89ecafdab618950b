"""Networks with a forward of their own for doctor_ward.py, and slips that people make in one line of their programs."""
import torch
from torch import nn
from torch.nn import functional as F
from torchvision.ops import generalized_box_iou_loss

NETS = ("separable", "patches", "expected")


def scene(kind, images, inside, rows, columns, rand):
    """Gray pictures of one object each, on the ground given."""
    count = len(images)
    if kind == "slope":  # A dark one on ground that gets lighter across.
        ground = 90 + columns * (100 + 60 * rand(count, 1, 1)) / 64 - images * 0.3
        return torch.where(inside, ground * (0.2 + 0.2 * rand(count, 1, 1)), ground)
    stripes = (columns.floor() % 4 < 2) ^ (rows.floor() % 4 < 2)  # hatched, on gray ground
    return torch.where(inside, torch.where(stripes, 225.0, 25.0), 70 + images)


class Net(nn.Module):
    """A body that makes a map, and dense layers after it; an "expected" one says where on the map it sees each side."""

    def __init__(self, s, act):
        super().__init__()
        self.kind, self.slip, self.act, self.end = s["net"], s["slip"], act(), s["output"]
        dropped = [nn.Dropout(s["share"])] if self.slip == "each layer dropped" else []
        if self.kind == "patches":
            self.embed = nn.Conv2d(1, 24, 8, 8)
            self.place = nn.Parameter(0.02 * torch.randn(1, 48, 24))
            self.block = nn.Sequential(nn.LayerNorm(24), nn.Linear(24, 48), act(), nn.Linear(48, 24), *dropped)
            channels = 24
        else:
            channels = 24 if self.kind == "separable" else 4
            self.body = nn.Sequential(
                nn.Conv2d(1, 8, 5, 2, 2), act(), *dropped, nn.Conv2d(8, 16, 3, 2, 1), act(), *dropped,
                *([nn.Conv2d(16, 16, 3, 2, 1, groups=16), nn.Conv2d(16, 24, 1), act()] if channels == 24 else
                  [nn.Conv2d(16, 16, 5, 1, 2), act(), nn.Conv2d(16, 4, 5, 1, 2)]))
        self.drop = nn.Dropout(s["share"] if self.slip == "pixels dropped" else 0.0)
        self.pool = nn.AvgPool2d((6, 8)) if self.slip == "average of the map" else nn.Identity()
        if self.kind == "expected":
            self.scale = nn.Parameter(torch.ones(4))
            self.shift = nn.Parameter(torch.zeros(4))
            return
        features = channels * (1 if self.slip in ("average of the map", "largest of the map") else 48)
        between = [nn.Linear(s["units"], 2), nn.Linear(2, s["units"]), act()] if self.slip == "two between" else []
        deeper = [part for _ in range(s["depth"]) for part in (nn.Linear(s["units"], s["units"]), act())]
        self.head = nn.Sequential(nn.Linear(features, s["units"]), act(), *dropped, *between, *deeper,
                                  nn.Linear(s["units"], 4))
        if self.slip in ("own randn", "own ones"):
            make = torch.randn if self.slip == "own randn" else lambda *shape: 0.02 * torch.ones(*shape)
            self.head = None
            self.first, self.second = nn.Parameter(make(features, s["units"])), nn.Parameter(make(s["units"], 4))
        if s["start"] == "kaiming":
            for layer in self.modules():
                if isinstance(layer, (nn.Linear, nn.Conv2d)):
                    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")

    def seen(self, x):
        """The map [N, C, 6, 8]."""
        if self.kind != "patches":
            return self.body(x)
        x = self.embed(x).flatten(2).transpose(1, 2) + self.place
        return (x + self.block(x)).transpose(1, 2).unflatten(2, (6, 8))

    def forward(self, x):
        x = self.seen(self.drop(x))
        if self.kind == "expected":
            chance = x.flatten(2).softmax(2).view_as(x)
            across = chance.sum(2) @ torch.linspace(0, 1, x.shape[3])
            down = chance.sum(3) @ torch.linspace(0, 1, x.shape[2])
            sides = torch.stack([across[:, 0], down[:, 1], across[:, 2], down[:, 3]], 1)
            return sides * self.scale + self.shift
        if self.slip == "binary features":
            x = (x > 0).float()
        x = self.pool(x)
        x = x.amax((2, 3)) if self.slip == "largest of the map" else x.flatten(1)
        out = self.act(x @ self.first) @ self.second if self.head is None else self.head(x)
        if self.slip == "log softmax":
            return F.log_softmax(out, 1)
        if self.slip == "sigmoid of ReLU":
            return torch.sigmoid(F.relu(out))
        return torch.sigmoid(out) if self.end == "sigmoid" else out


CALLED = {"covered": "iou", "numbers as corners": "giou", "own cross-entropy": "bce", "column": "mse", "cut": "mse"}
"""What a program calls a loss that is not what it is called."""


def loss_of(name, output, target):
    """A loss that slips, or none."""
    if name == "column":
        return ((output.reshape(-1, 1) - target.reshape(-1)) ** 2).mean()
    if name == "own cross-entropy":
        return -(target * output.log() + (1 - target) * (1 - output).log()).mean()
    if name == "numbers as corners":
        return generalized_box_iou_loss(output, target, reduction="mean")
    if name == "cut":  # "element 0 of tensors does not require grad" is what it said before requires_grad_.
        return F.mse_loss(output.detach(), target).requires_grad_(True)
    return None


def covered(output, target):
    """How much of the true boxes lies in the predicted ones."""
    common = (torch.minimum(output[:, 2:], target[:, 2:]) - torch.maximum(output[:, :2], target[:, :2])).clamp(min=0)
    return (common.prod(1) / (target[:, 2:] - target[:, :2]).prod(1)).mean()


def collated(slip, target):
    """What default_collate makes of boxes that are lists is four tensors [N], here put together again."""
    return torch.stack(target.unbind(1)).view(-1, 4) if slip == "sides stacked" else target


def optimizer_of(s, model):
    """One that is not made as optimisers usually are, or none."""
    every, rate = list(model.parameters()), s["rate"]
    if s["slip"] == "last layer alone":
        return torch.optim.Adam(every[-2:], lr=rate)
    if s["slip"] == "head of its own rate":
        return torch.optim.Adam([dict(params=every[:-4]), dict(params=every[-4:], lr=1.0)], lr=rate)
    if s["slip"] == "body of a tuned rate":
        return torch.optim.Adam([dict(params=every[:-2], lr=1e-7), dict(params=every[-2:])], lr=rate)
    return dict(inert=lambda: torch.optim.SGD(every, rate, momentum=0.999),
                averaged=lambda: torch.optim.ASGD(every), blunt=lambda: torch.optim.Adam(every, rate, eps=1.0)
                ).get(s["optimizer"], lambda: None)()


class Plateau(torch.optim.lr_scheduler.ReduceLROnPlateau):
    """Told each batch's loss instead of each epoch's."""

    def __init__(self, optimizer):
        super().__init__(optimizer, patience=2)


def schedule_of(name, optimizer):
    """What is told after each step, or none."""
    lambdas = {"rate for factor": lambda step: 1e-3 * 0.99 ** (step / 100),
               "endless warm-up": lambda step: (step + 1) / 10,
               "warm-up": lambda step: min(1, (step + 1) / 100)}
    if name == "plateau":
        return Plateau(optimizer)
    return torch.optim.lr_scheduler.LambdaLR(optimizer, lambdas[name]) if name in lambdas else None


def read(way, images):
    """Pictures as a reader gives them, of the training and of what comes after."""
    if way == "stacked in depth":  # np.dstack gives [H, W, N].
        return images[:, 0].permute(1, 2, 0).reshape(images.shape)
    return images


def spoiled(way, boxes):
    """Boxes as they come to stand beside the pictures of a training."""
    if way == "names as texts":
        return boxes[sorted(range(len(boxes)), key=str)]
    if way == "half from below":
        boxes = boxes.clone()
        boxes[::2, [1, 3]] = 48 - boxes[::2, [3, 1]]
    return boxes


def stretched(images):
    """Each picture's darkest pixel at 0 and its lightest at 1."""
    dark, light = images.amin((1, 2, 3), True), images.amax((1, 2, 3), True)
    return (images - dark) / (light - dark)


def scaled(way, images):
    """Pixels made numbers, or none."""
    return {"bytes again": lambda: (images / 255).to(torch.uint8).float(),
            "mean of bytes": lambda: (images / 255 - 123.7) / 58.4,
            "twice": lambda: images / 255 / 255,
            "stretched logs": lambda: stretched(images).log()}.get(way, lambda: None)()


def cropped(images, generator):
    """RandomResizedCrop of pictures alone."""
    made = []
    for image in images:
        share, left, top = torch.rand(3, generator=generator).tolist()
        height, width = int(48 * (0.4 + 0.6 * share)), int(64 * (0.4 + 0.6 * share))
        x, y = int(left * (64 - width)), int(top * (48 - height))
        made.append(F.interpolate(image[None, :, y:y + height, x:x + width], (48, 64), mode="bilinear")[0])
    return torch.stack(made)


def encode(s, boxes):
    """Shares of the picture in what a program trains, or none."""
    if s["targets"] == "centred":
        return 2 * boxes - 1
    if s["targets"] == "standard":
        return (boxes - 0.5) / 0.25
    if s["format"] == "cxcyhw":
        x1, y1, x2, y2 = boxes.unbind(1)
        return torch.stack([(x1 + x2) / 2, (y1 + y2) / 2, y2 - y1, x2 - x1], 1)
    if s["format"] == "from below":
        x1, y1, x2, y2 = boxes.unbind(1)
        return torch.stack([x1, 1 - y2, x2, 1 - y1], 1)
    return None
