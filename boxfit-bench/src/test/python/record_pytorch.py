"""Trains a small PyTorch network without and with the recorder; says what the trace must hold, computed by itself.

usage: record_pytorch.py FOLDER_OF_THE_RECORDER FOLDER_FOR_TRACES
"""
import copy
import hashlib
import json
import sys
import warnings

import numpy as np
import torch

sys.path.insert(0, sys.argv[1])
from boxfit_recorder import BoxfitRecorder  # noqa: E402

warnings.simplefilter("error")
torch.set_num_threads(1)
WIDTH, HEIGHT, STEPS = 24, 16, 120


def samples(count, seed):
    """Bright rectangles on dark noise."""
    rng = np.random.RandomState(seed)
    images = rng.rand(count, 1, HEIGHT, WIDTH).astype(np.float32) * 0.2
    size = rng.randint(4, 9, (count, 2))
    near = (rng.rand(count, 2) * (np.array([WIDTH, HEIGHT]) - size)).astype(int)
    boxes = np.concatenate([near, near + size], 1).astype(np.float32)
    for image, (left, top, right, bottom) in zip(images, boxes.astype(int)):
        image[0, top:bottom, left:right] += 0.8
    return torch.from_numpy(images), torch.from_numpy(boxes)


class Net(torch.nn.Module):
    """Batch norm, dropout and a frozen part: whatever a look in between could disturb."""

    def __init__(self):
        super().__init__()
        self.body = torch.nn.Sequential(
            torch.nn.Conv2d(1, 8, 3, padding=1), torch.nn.BatchNorm2d(8), torch.nn.ReLU(),
            torch.nn.Conv2d(8, 8, 3, stride=2, padding=1), torch.nn.BatchNorm2d(8), torch.nn.ReLU())
        self.drop = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(8 * WIDTH * HEIGHT // 4, 4)
        self.body[1].weight.requires_grad_(False)

    def forward(self, x):
        return torch.sigmoid(self.head(self.drop(self.body(x).flatten(1))))


def digest(tensors):
    return hashlib.sha256(b"".join(t.detach().numpy().tobytes() for t in tensors)).hexdigest()


def look(model, images):
    """Centre and size in shares of the image, as corners in pixels."""
    model = copy.deepcopy(model).eval()
    with torch.no_grad():
        out = model(images).double().numpy() * [WIDTH, HEIGHT, WIDTH, HEIGHT]
    return np.concatenate([out[:, :2] - out[:, 2:] / 2, out[:, :2] + out[:, 2:] / 2], 1).tolist()


def norm(arrays):
    return float(np.sqrt(sum(np.sum(np.square(a, dtype=np.float64)) for a in arrays)))


def layers(model):
    parts = {"body.0": model.body[0], "body.1": model.body[1], "body.3": model.body[3], "body.4": model.body[4],
             "head": model.head}
    return {name: [p for p in part.parameters() if p.requires_grad] for name, part in parts.items()}


def train(path):
    torch.manual_seed(7)
    model = Net()
    images, boxes = samples(240, 1)
    probe = samples(40, 2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.005)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 50, 0.5)
    target = torch.cat([boxes[:, :2] + boxes[:, 2:], (boxes[:, 2:] - boxes[:, :2]) * 2], 1) / 2
    target = target / torch.tensor([WIDTH, HEIGHT, WIDTH, HEIGHT])
    recorder = path and BoxfitRecorder(
        path, model, optimizer, loss="L1", box_format="cxcywh", relative=True, image_size=(WIDTH, HEIGHT),
        probe=probe, steps=STEPS, batch_size=24, samples=240)
    told = {"steps": {}, "probes": {0: look(model, probe[0])}, "truth": probe[1].tolist()}
    model.train()
    model.body[4].eval()
    for step in range(1, STEPS + 1):
        chosen = torch.randint(0, len(images), (24,))
        output = model(images[chosen])
        loss = (output - target[chosen]).abs().mean()
        if step == 1:
            said, goal = output.detach(), target[chosen]
            told["first"] = {"slope": float((said * (1 - said)).median()), "last": float(said.logit().max()),
                             "means": goal.double().mean(0).tolist(), "deviations": goal.double().numpy().std(0).tolist()}
        optimizer.zero_grad()
        loss.backward()
        fact = {"loss": loss.item(), "rate": optimizer.param_groups[0]["lr"], "layers": {},
                "truth": boxes[chosen].tolist(), "said": look(model, images[chosen])}
        before = {name: [p.detach().numpy().copy() for p in part] for name, part in layers(model).items()}
        for name, part in layers(model).items():
            fact["layers"][name] = {"gradientNorm": norm([p.grad.numpy() for p in part])}
        optimizer.step()
        for name, part in layers(model).items():
            moved = norm([p.detach().numpy() - b for p, b in zip(part, before[name])])
            weight = norm(before[name])  # 0 for a bias alone, before its first step.
            fact["layers"][name]["updateRatio"] = moved / weight if weight else 0
            fact["layers"][name]["norm"] = weight
        optimizer.zero_grad(set_to_none=True)
        scheduler.step()
        if recorder:
            recorder.step(loss, epoch=(step - 1) // 10 + 1, targets=target[chosen])
        told["steps"][step] = fact
        told["probes"][step] = look(model, probe[0])
    if recorder:
        recorder.end()
    told["moved"] = look(model, torch.roll(probe[0], (HEIGHT // 8, WIDTH // 8), (2, 3)))
    told["modes"] = [module.training for module in model.modules()]
    told["weights"] = digest(model.state_dict().values())
    told["random"] = digest([torch.get_rng_state()])
    return told


class Odd(torch.nn.Module):
    """A copied unit, numbers of the next sample, and outputs that are brought to length one."""

    def __init__(self):
        super().__init__()
        self.hidden, self.head = torch.nn.Linear(WIDTH * HEIGHT, 8), torch.nn.Linear(8, 4)
        self.others = [torch.nn.Linear(8, 8)]  # A list hides them.
        with torch.no_grad():
            self.hidden.weight[3] = self.hidden.weight[0]

    def forward(self, x):
        self.raw = self.head(self.others[0](torch.tanh(self.hidden((x + x.roll(1, 0)).flatten(1)))))
        return torch.nn.functional.normalize(self.raw, dim=1)


def apart(gradient):
    values = np.linalg.svd(gradient / np.linalg.norm(gradient, axis=0), compute_uv=False)
    return float(values[-1] / values[0])


def odd(path):
    """Two groups of weights, pictures with a bar of three rows, a loss that looks at three numbers of four."""
    torch.manual_seed(5)
    model = Odd()
    images, boxes = samples(32, 4)
    images[:, :, :3] = 0
    optimizer = torch.optim.SGD([dict(params=model.hidden.parameters(), lr=0.01),
                                 dict(params=model.head.parameters(), lr=0.5)], lr=0.01)
    with BoxfitRecorder(path, model, optimizer, probe=(images, boxes)) as recorder:
        for step in range(3):
            optimizer.zero_grad()
            output = model(images)
            output.retain_grad(), model.raw.retain_grad()
            loss = (output[:, :2] - 0.1).square().sum() + (output[:, 2] + output[:, 3] - boxes[:, 0] / WIDTH).square().sum()
            loss.backward()
            if not step:
                pulls, last, raw = [t.double().numpy() for t in (output.grad, model.raw.grad, model.raw.detach())]
                cosine = np.sum(last * raw, 1) / np.linalg.norm(last, axis=1) / np.linalg.norm(raw, axis=1)
                told = dict(own=apart(pulls), lastOwn=apart(last), along=float(np.median(np.abs(cosine))))
            optimizer.step()
            recorder.step(loss)
    return told


def cut(path):
    """The loss is made of numbers that were taken out of the graph."""
    model = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(WIDTH * HEIGHT, 4))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    images, boxes = samples(8, 3)
    with BoxfitRecorder(path, model, optimizer, probe=(images, boxes)) as recorder:
        for _ in range(2):
            loss = (model(images).detach() - boxes).square().mean().requires_grad_()
            loss.backward()
            optimizer.step()
            recorder.step(loss)


def fail(path):
    """The learning rate is far too high, and the program breaks."""
    torch.manual_seed(1)
    model = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(WIDTH * HEIGHT, 4))
    optimizer = torch.optim.SGD(model.parameters(), lr=1e20)
    images, boxes = samples(8, 3)
    try:
        with BoxfitRecorder(path, model, optimizer, probe=(images, boxes), probe_every=25) as recorder:
            for step in range(100):
                optimizer.zero_grad()
                loss = (model(images) - boxes).square().mean()
                loss.backward()
                optimizer.step()
                recorder.step(loss)
            raise KeyError("somebody's mistake")
    except KeyError:
        pass


def broken(path):
    """The model can no longer be asked when the program breaks: which error the user sees, and what is left behind."""
    model = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(WIDTH * HEIGHT, 4))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    images, boxes = samples(8, 3)
    seen = None
    try:
        with BoxfitRecorder(path, model, optimizer, probe=(images, boxes)) as recorder:
            loss = (model(images) - boxes).square().mean()
            loss.backward()
            optimizer.step()
            recorder.step(loss, targets=boxes)
            model.append(torch.nn.Linear(3, 3))
            raise KeyError("somebody's mistake")
    except Exception as error:
        seen = type(error).__name__
    another = torch.optim.SGD(model.parameters(), lr=1)
    return dict(error=seen, step=optimizer.step.__func__ is another.step.__func__)


without = train(None)
recorded = train(sys.argv[2] + "/trace.jsonl")
fail(sys.argv[2] + "/failed.jsonl")
cut(sys.argv[2] + "/cut.jsonl")
print(json.dumps({"without": without, "with": recorded, "odd": odd(sys.argv[2] + "/odd.jsonl"),
                  "broken": broken(sys.argv[2] + "/broken.jsonl")}))
