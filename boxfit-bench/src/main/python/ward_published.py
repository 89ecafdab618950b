"""Networks of tutorials for doctor_ward.py, sound ones and ones as people published them to ask what is wrong."""
import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    """Two convolutions with batch norm, and what goes round them."""

    def __init__(self, channels, width, act):
        super().__init__()
        self.through = nn.Sequential(
            nn.Conv2d(channels, width, 3, 2, 1, bias=False), nn.BatchNorm2d(width), act(),
            nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))
        self.around = nn.Sequential(nn.Conv2d(channels, width, 1, 2, bias=False), nn.BatchNorm2d(width))
        self.act = act()

    def forward(self, x):
        return self.act(self.through(x) + self.around(x))


class OneNorm(nn.Module):
    """Three convolutions that share a batch norm."""

    def __init__(self, channels, act):
        super().__init__()
        self.convs = nn.ModuleList([nn.Conv2d(a, 16, 3, 2, 1) for a in (channels, 16, 16)])
        self.norm, self.act = nn.BatchNorm2d(16), act()

    def forward(self, x):
        for conv in self.convs:
            x = self.act(self.norm(conv(x)))
        return x


def vgg(channels, act, drop):
    """Convolutions of three by three, two of them before the last pool."""
    layers = []
    for a, b, pooled in ((channels, 8, True), (8, 16, True), (16, 16, False), (16, 16, True)):
        layers += [nn.Conv2d(a, b, 3, 1, 1), act()] + ([nn.MaxPool2d(2)] if pooled else [])
    return layers


def keypoints(channels, act, drop):
    """Kernels that get smaller from layer to layer, and a pool after each."""
    layers = []
    for a, b, kernel in ((channels, 8, 4), (8, 16, 3), (16, 24, 2)):
        layers += [nn.Conv2d(a, b, kernel), act(), nn.MaxPool2d(2)]
    return layers


def pilot(channels, act, drop):
    """As in cars that steer themselves: strides, no pools."""
    layers = []
    for a, b, kernel, stride in ((channels, 12, 5, 2), (12, 18, 5, 2), (18, 24, 3, 1), (24, 24, 3, 1)):
        layers += [nn.Conv2d(a, b, kernel, stride), act()]
    return layers


def resnet(channels, act, drop):
    return [nn.Conv2d(channels, 8, 5, 2, 2, bias=False), nn.BatchNorm2d(8), act(),
            Block(8, 16, act), Block(16, 16, act)]


def dense(channels, act, drop):
    """No convolutions at all, on a picture of a fourth of the size."""
    return [nn.AvgPool2d(4), nn.Flatten(), nn.Linear(192 * channels, 200), act(), nn.Dropout(drop)]


def digits(channels, act, drop):
    """Keras's example for handwritten digits."""
    return [nn.Conv2d(channels, 8, 3, 2), act(), nn.Conv2d(8, 16, 3), act(), nn.MaxPool2d(2), nn.Dropout(drop / 2)]


def two(channels, act, drop):
    return [part for a, b in ((channels, 8), (8, 16)) for part in (nn.Conv2d(a, b, 3, 1, 1), act(), nn.MaxPool2d(2))]


def eight(channels, act, drop):
    """Eight convolutions, six of them on one map."""
    return two(channels, act, drop) + [part for _ in range(6) for part in (nn.Conv2d(16, 16, 3, 1, 1), act())] + [
        nn.MaxPool2d(2)]


BODIES = dict(vgg=vgg, keypoints=keypoints, pilot=pilot, resnet=resnet, dense=dense, digits=digits,
              two=two, eight=eight, shared=lambda channels, act, drop: [OneNorm(channels, act)])


def both_pools(x):
    return torch.cat([F.adaptive_avg_pool2d(x, 1), F.adaptive_max_pool2d(x, 1)], 1)


GATHERED = {
    "both pools": both_pools,
    "average pool": lambda x: F.adaptive_avg_pool2d(x, 1),
}
"""What becomes of the body's maps."""

OUTPUTS = {
    "offsets of 16": lambda x: F.relu(x) * 16,
    "tanh": torch.tanh,
}
"""What is given out."""


ENDS = dict(none=nn.Identity, sigmoid=nn.Sigmoid, relu=nn.ReLU, softmax=lambda: nn.Softmax(1))


class Published(nn.Module):
    """A body, dense layers and four outputs; `published` of the settings says what is wrong with it, or nothing."""

    def __init__(self, s, act, channels, size):
        super().__init__()
        self.way = s["published"]
        body = nn.Sequential(*BODIES[s["net"]](channels, act, s["dropout"])).eval()
        with torch.no_grad():
            maps = GATHERED.get(self.way, lambda x: x)(body(torch.zeros(2, channels, *size)))
        body.train()
        if self.way == "layers in a list":
            self.layers = [body]
        else:
            self.body = body
        self.head = self.layers_after(maps, act, s)
        self.end = ENDS[s["output"]]()
        with torch.no_grad():
            begin(s["start"], self)

    def layers_after(self, maps, act, s):
        features = 128 if self.way == "made in forward" else maps[0].numel()
        units, drop = s["units"], lambda: nn.Dropout(s["dropout"])
        if self.way == "average pool":  # As in ResNet: nothing but fc = nn.Linear(features, 4).
            return nn.Sequential(nn.Flatten(), nn.Linear(features, 4))
        if self.way == "mean of four maps":
            return nn.Sequential(nn.Conv2d(maps.shape[1], 4, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        if self.way == "one unit first":
            whole = lambda a, b: [nn.Linear(a, b), nn.BatchNorm1d(b), act(), drop()]
            return nn.Sequential(nn.Flatten(), *whole(features, 1), *whole(1, 100), *whole(100, 150), nn.Linear(150, 4))
        if self.way == "dropped twice":  # VGG's own head.
            return nn.Sequential(nn.Flatten(), nn.Linear(features, units), act(), drop(),
                                 nn.Linear(units, units), act(), drop(), nn.Linear(units, 4))
        deeper = [part for _ in range(s["depth"]) for part in (nn.Linear(units, units), act())]
        return nn.Sequential(nn.Flatten(), drop(), nn.Linear(features, units), act(), *deeper, nn.Linear(units, 4))

    def forward(self, x):
        if self.way == "without gradients":
            with torch.no_grad():
                x = self.body(x)
        else:
            x = self.layers[0](x) if self.way == "layers in a list" else self.body(x)
        x = GATHERED.get(self.way, lambda maps: maps)(x)
        if self.way == "made in forward":  # Its weights are new in each call.
            x = F.relu(nn.Linear(x[0].numel(), 128)(x.flatten(1)))
        if self.way == "dropout made in forward":  # One that nobody tells of eval().
            x = nn.Dropout(0.5)(x)
        x = self.head(x)
        return OUTPUTS[self.way](x) if self.way in OUTPUTS else self.end(x)


def begin(start, model):
    """First weights as old tutorials set them."""
    for layer in model.modules():
        if not isinstance(layer, (nn.Conv2d, nn.Linear)):
            continue
        if start == "normal of 0.01":
            layer.weight.normal_(0, 0.01), layer.bias.zero_()
        elif start == "tf.random_normal":
            layer.weight.normal_(0, 1), layer.bias.normal_(0, 1)
        elif start == "gaussian of CNTK":
            layer.weight.normal_(0, 0.2 * 1.697 / layer.weight[0].numel() ** 0.5), layer.bias.zero_()
