"""Trains small PyTorch networks, sound ones and ones with a declared fault, and records them for the doctor.

usage: doctor_ward.py FOLDER_OF_THE_RECORDER; reads one training a line from the standard input, a JSON object of the
settings below and "trace", the file to record into; answers each with a JSON line: what it says of unseen pictures, and
the gray values of the first `shown` of them.
"""
import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F
from torchvision.ops import box_convert, complete_box_iou_loss, distance_box_iou_loss, generalized_box_iou_loss

sys.path.insert(0, sys.argv[1])
from boxfit_recorder import BoxfitRecorder  # noqa: E402
import ward_forward  # noqa: E402
import ward_loop  # noqa: E402
import ward_ordinary  # noqa: E402
import ward_parts  # noqa: E402
import ward_published  # noqa: E402
import ward_published_samples  # noqa: E402
import ward_published_steps  # noqa: E402
import ward_samples  # noqa: E402
import ward_slips  # noqa: E402
import ward_textbook  # noqa: E402

WIDTH, HEIGHT, UNSEEN, PROBED = 64, 48, 256, 128
SIDES = torch.tensor([WIDTH, HEIGHT, WIDTH, HEIGHT], dtype=torch.float32)

SOUND = dict(
    scene="rectangle", samples=3000, epochs=8, batch=32, seed=1,
    net="strided", units=64, pool="none", dropout=0.0, momentum=0.1, activation="relu", start="default", body="trained",
    output="sigmoid", format="xyxy", read="", targets="relative", pixels="unit", truth="own", mirror="none",
    loss="mse", optimizer="adam", rate=1e-3, stop=0, zero_grad=True,
    written="", share=0.9, depth=0, schedule="none", cleared="each step", patience=0, asked="",
    enough=0.0, slip="", forward="", given="", trained="all", loop="", clip=0.0, accumulate=1, shown=0,
    published="", gain=0.0, ordinary="", textbook="")


def pictures(kind, count, generator):
    """Gray pictures of values 0 to 255 with one object each, and its box in pixels."""
    rand = lambda *shape: torch.rand(*shape, generator=generator)
    sizes = (8 + 16 * rand(count, 2)).round()
    corners = (rand(count, 2) * (torch.tensor([WIDTH, HEIGHT]) - sizes)).round()
    boxes = torch.cat([corners, corners + sizes], 1)
    rows, columns = torch.arange(HEIGHT).view(1, -1, 1) + 0.5, torch.arange(WIDTH).view(1, 1, -1) + 0.5
    x1, y1, x2, y2 = [side.view(-1, 1, 1) for side in boxes.unbind(1)]
    inside = (columns > x1) & (columns < x2) & (rows > y1) & (rows < y2)
    images = 90 * rand(count, HEIGHT, WIDTH)
    if kind in ward_published_samples.SCENES:
        return ward_published_samples.drawn(inside, rows, columns, boxes, rand), boxes
    if kind in ward_ordinary.SCENES:
        return ward_ordinary.drawn(kind, inside, rows, columns, boxes, images, rand), boxes
    if kind in ward_textbook.SCENES:
        return ward_textbook.drawn(kind, inside, rows, columns, boxes, images, rand), boxes
    if kind in ward_samples.SCENES:
        return ward_samples.drawn(kind, inside, images, rand), ward_samples.placed(kind, boxes)
    if kind == "ellipse":
        inside &= ((columns - (x1 + x2) / 2) / (x2 - x1)) ** 2 + ((rows - (y1 + y2) / 2) / (y2 - y1)) ** 2 < 0.25
        images = 255 - 60 * rand(count, 1, 1) - 40 * rand(count, HEIGHT, WIDTH)  # a dark one on light ground
        images = torch.where(inside, 60 * rand(count, 1, 1) + images * 0.1, images)
    elif kind == "frame":
        hollow = (columns > x1 + 2) & (columns < x2 - 2) & (rows > y1 + 2) & (rows < y2 - 2)
        images = torch.where(inside & ~hollow, 140 + 110 * rand(count, 1, 1), images)
    elif kind in ("slope", "hatched"):
        images = ward_slips.scene(kind, images, inside, rows, columns, rand)
    else:
        images = torch.where(inside, images + 60 + 100 * rand(count, 1, 1), images)
    return images.clamp(0, 255).unsqueeze(1), boxes


ACTIVATIONS = dict(relu=nn.ReLU, leaky=lambda: nn.LeakyReLU(0.1), tanh=nn.Tanh, sigmoid=nn.Sigmoid, elu=nn.ELU,
                   silu=nn.SiLU)
OUTPUTS = dict(none=[], sigmoid=[nn.Sigmoid], relu=[nn.ReLU], softmax=[lambda: nn.Softmax(1)])


def network(s):
    act, layers, channels = ACTIVATIONS[s["activation"]], [], ward_samples.channels(s["scene"])
    if s["net"] in ward_published.BODIES:
        return ward_published.Published(s, act, channels, (HEIGHT, WIDTH))
    if s["net"] in ward_ordinary.BODIES:
        return ward_ordinary.Ordinary(s, act, channels, (HEIGHT, WIDTH))
    if s["net"] in ward_textbook.BODIES:
        return ward_textbook.Textbook(s, act, channels, (HEIGHT, WIDTH))
    if s["forward"]:
        return ward_forward.Program(s, act, channels, (HEIGHT, WIDTH))
    if s["net"] in ward_slips.NETS:
        return ward_slips.Net(s, act)
    if s["written"]:
        return ward_parts.Written(s, act, (HEIGHT // 8) * (WIDTH // 8))
    layers += dict(residual=ward_parts.residual, averaged=ward_parts.averaged).get(s["net"], list)()
    widths = dict(strided=(8, 16, 16), pooled=(8, 16, 16), norm=(8, 16, 16), wide=(12, 24),
                  deep=(8, 8, 16, 16)).get(s["net"], ())
    for i, width in enumerate(widths):
        stride = 1 if s["net"] == "pooled" or (s["net"] == "deep" and i % 2 == 0) else 2
        layers.append(nn.Conv2d(channels, width, 3, stride, 1))
        layers += [nn.BatchNorm2d(width, momentum=s["momentum"])] if s["net"] == "norm" else []
        layers += [act()] + ([nn.MaxPool2d(2)] if s["net"] == "pooled" else [])
        channels = width
    layers += [nn.AdaptiveAvgPool2d(1)] if s["pool"] == "global" else []
    layers.append(nn.Flatten())
    with torch.no_grad():
        features = nn.Sequential(*layers)(torch.zeros(2, 1, HEIGHT, WIDTH)).shape[1]
    layers += [nn.Dropout(s["dropout"])] if s["dropout"] else []
    layers += [nn.Linear(features, s["units"]), act()]
    for _ in range(1 if s["net"] == "deep" else s["depth"]):
        layers += [nn.Linear(s["units"], s["units"]), act()]
    model = nn.Sequential(*layers, nn.Linear(s["units"], 4), *[make() for make in OUTPUTS[s["output"]]])
    weighty = [m for m in model if isinstance(m, (nn.Conv2d, nn.Linear))]
    with torch.no_grad():
        ward_parts.begin(s["start"], weighty)
    if s["body"] == "cut":
        for layer in weighty[:-1]:
            layer.weight.requires_grad_(False), layer.bias.requires_grad_(False)
    return model


def loss_of(s, output, target):
    if s["loss"] in ("mse", "l1", "smooth_l1"):
        return dict(mse=F.mse_loss, l1=F.l1_loss, smooth_l1=F.smooth_l1_loss)[s["loss"]](output, target)
    for parts in (ward_parts, ward_slips, ward_loop, ward_published_steps):
        own = parts.loss_of(s["loss"], output, target)
        if own is not None:
            return own
    output, target = (box_convert(b, s["format"], "xyxy") if s["format"] != "xyxy" else b for b in (output, target))
    if s["loss"] == "giou":
        return generalized_box_iou_loss(output, target, reduction="mean")
    if s["loss"] == "diou":
        return distance_box_iou_loss(output, target, reduction="mean")
    if s["loss"] == "ciou":
        return complete_box_iou_loss(output, target, reduction="mean")
    iou = ward_loop.overlap(output, target)
    if s["loss"] == "overlap":
        return iou.mean()
    if s["loss"] == "guarded_ln_iou":
        return (-(iou + 1e-7).log()).mean()
    if s["loss"] == "covered":
        return 1 - ward_slips.covered(output, target)
    return (-iou.log()).mean() if s["loss"] == "ln_iou" else (1 - iou).mean()


def optimizer_of(s, model):
    own = ward_slips.optimizer_of(s, model)
    if own:
        return own
    trained = ward_published_steps.trained(s, model) or ward_loop.trained(s, model)
    return dict(ward_loop.OPTIMIZERS, **ward_published_steps.OPTIMIZERS, adam=torch.optim.Adam,
                rmsprop=torch.optim.RMSprop, adamw=torch.optim.AdamW, adadelta=torch.optim.Adadelta,
                nadam=torch.optim.NAdam, adagrad=torch.optim.Adagrad, plain=torch.optim.SGD,
                decayed=lambda p, lr: torch.optim.AdamW(p, lr, weight_decay=0.1),
                heavy=lambda p, lr: torch.optim.Adam(p, lr, weight_decay=0.3),
                sgd=lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9))[s["optimizer"]](trained, lr=s["rate"])


def encode(s, boxes):
    if s["targets"] in ward_samples.ENCODED:
        return ward_samples.ENCODED[s["targets"]](boxes, SIDES)
    boxes = boxes if s["targets"] == "pixels" else boxes / SIDES
    own = ward_slips.encode(s, boxes)
    if own is not None:
        return own
    if s["targets"] == "logits":
        return boxes.clamp(0.01, 0.99).logit()
    if s["targets"] == "thousandths":
        boxes = 1000 * boxes
    if s["format"] == "xxyy":
        return boxes[:, [0, 2, 1, 3]]
    if s["format"] == "yxyx":
        return boxes[:, [1, 0, 3, 2]]
    return boxes if s["format"] == "xyxy" else box_convert(boxes, "xyxy", s["format"])


def decode(s, output):
    output = output.flatten(1)
    if s["targets"] in ward_samples.DECODED:
        return ward_samples.DECODED[s["targets"]](output, SIDES)
    read = s["read"] or s["format"]
    if read in ward_textbook.READ:
        return ward_textbook.READ[read](output, SIDES)
    if read == "of the small picture":
        return output * SIDES / 2
    if read == "wrong side":
        return output * SIDES[[1, 0, 3, 2]]
    if output.shape[1] == 1:
        output = output.expand(-1, 4)
    if s["targets"] == "pixels":
        output = output / SIDES
    elif s["targets"] == "thousandths":
        output = output / 1000
    elif s["targets"] == "logits":
        output = output.sigmoid()
    elif s["targets"] == "standard":
        output = output * 0.25 + 0.5
    if read == "yxyx":
        output = output[:, [1, 0, 3, 2]]
    return (output if read in ("xyxy", "yxyx") else box_convert(output, read, "xyxy")) * SIDES


def scaled(s, images):
    for parts in (ward_slips, ward_samples, ward_ordinary, ward_textbook):
        own = parts.scaled(s["pixels"], images)
        if own is not None:
            return own
    if s["pixels"] == "own":
        mean, deviation = images.mean((1, 2, 3), True), images.std((1, 2, 3), keepdim=True)
        return (images - mean) / deviation
    if s["pixels"] in ("halved", "sixteen bits"):
        return (images - 0.5) / 0.5 if s["pixels"] == "halved" else images * 257
    return images if s["pixels"] == "raw" else images / 127.5 - 1 if s["pixels"] == "unit" else images / 255


CALLED = {**ward_parts.CALLED, **ward_slips.CALLED, **ward_loop.CALLED, **ward_published_steps.CALLED}


def paired(s, boxes, generator):
    if s["truth"] == "shuffled":
        return boxes[torch.randperm(len(boxes), generator=generator)]
    return boxes.roll(1, 0) if s["truth"] == "shifted" else ward_slips.spoiled(s["truth"], boxes)


def train(s):
    torch.manual_seed(s["seed"])
    model = network(s)
    optimizer = optimizer_of(s, model)
    ward_ordinary.put_in(s, model)
    count = s["samples"]
    generator = torch.Generator().manual_seed(1000 + s["seed"])
    images, boxes = pictures(s["scene"], UNSEEN, torch.Generator().manual_seed(7))
    shown = images[:s["shown"]].mean(1).round().int().flatten(1).tolist()
    images = scaled({**s, "pixels": s["asked"] or s["pixels"]}, ward_slips.read(s["truth"], images))
    inputs, own = ward_parts.spoiled(s["truth"], *pictures(s["scene"], count, generator))
    inputs, own = ward_samples.sampled(s, inputs, own, generator)
    own = ward_textbook.sampled(s["given"], own)
    inputs, truth = scaled(s, ward_slips.read(s["truth"], inputs)), paired(s, own, generator)
    inputs = ward_samples.prepared(s["given"], inputs)
    if s["truth"] == "broken":
        inputs[::16] = float("nan")
    steps = s["epochs"] * (count // s["batch"]) // s["accumulate"]
    stopped, patience = False, ward_parts.Patience(s["patience"])
    early = ward_published_steps.EarlyStopping(s["gain"], count // s["batch"])
    best = ward_textbook.BestBatch(s["textbook"] == "best batch", count // s["batch"])
    schedule = (ward_published_steps.schedule_of(s["schedule"], optimizer)
                or ward_loop.schedule_of(s["schedule"], optimizer, steps))
    with BoxfitRecorder(s["trace"], model, optimizer, loss=CALLED.get(s["loss"], s["loss"]),
                        image_size=(WIDTH, HEIGHT), steps=steps, probe=(images[:PROBED], boxes[:PROBED]),
                        decode=lambda out: decode(s, out), samples=count, batch_size=s["batch"]) as recorder:
        done = 0
        for epoch in range(s["epochs"]):
            order = torch.randperm(count, generator=generator)[:count - count % s["batch"]]
            for chosen in ward_loop.batches(s, order):
                given = truth[ward_textbook.beside(s["given"], chosen, count, generator)]
                batch, target = ward_samples.varied(s["given"], inputs[chosen], given, generator)
                if s["mirror"] in ("across", "down"):
                    flipped = torch.rand(len(batch), generator=generator) < 0.5
                    axis = 3 if s["mirror"] == "across" else 2
                    batch = torch.where(flipped.view(-1, 1, 1, 1), batch.flip(axis), batch)
                elif s["mirror"] != "none":
                    batch, target = ward_parts.varied(s["mirror"], batch, target, generator)
                target = ward_slips.collated(s["slip"], encode(s, target))
                if s["loss"] == "mse of rows":
                    target = target.unsqueeze(1)
                model.train()
                ward_loop.clear(s, model, optimizer, done)
                loss = ward_published_steps.penalised(s, loss_of(s, model(batch), target), model)
                ward_loop.sent_back(s, loss, model).backward()
                if ward_loop.due(s, done):
                    ward_loop.before_step(s, model, optimizer)
                    optimizer.step()
                    recorder.step(loss, epoch=epoch + 1, targets=ward_loop.told_targets(s["loss"], target))
                    ward_loop.tell(schedule, loss)
                done += 1
                stopped = (done == s["stop"] or patience.ends(loss.item()) or 0 < s["enough"] > loss.item()
                           or early.ends(loss.item()) or best.ends(loss.item()))
                if stopped:
                    break
            if stopped:
                break
        recorder.end(stopped_early=stopped)
    model.eval()
    with torch.no_grad():
        said = torch.cat([decode(s, model(part)) for part in images.split(64)])
    return dict(truth=boxes.tolist(), predicted=[[x if x == x else None for x in row] for row in said.tolist()], shown=shown)


def typed(key, value):
    """Settings come as texts."""
    like = SOUND.get(key, "")
    return value == "true" if isinstance(like, bool) else type(like)(value)


if __name__ == "__main__":
    torch.set_num_threads(1)
    for line in sys.stdin:
        begin = time.perf_counter()
        answer = train({**SOUND, **{key: typed(key, value) for key, value in json.loads(line).items()}})
        answer["seconds"] = time.perf_counter() - begin
        print(json.dumps(answer), flush=True)
