"""Records a PyTorch training for `boxfit diagnose --trace trace.jsonl`. PyTorch 1.13 or 2; copy this one file.

    recorder = BoxfitRecorder("trace.jsonl", model, optimizer, loss="GIoU", box_format="xyxy",
                              image_size=(width, height), probe=(images, truth_boxes_px))
    ...
        optimizer.step()
        recorder.step(loss)                # better: recorder.step(loss, targets=targets)
    ...
    recorder.end()

probe: some 64 samples (at most 256 are of use) that always stay the same, best ones that are not trained on: a tensor
of images as the model takes it, and their true boxes [N, 4]: left, top, right, bottom in pixels of image_size.
box_format: what the model gives out, xyxy, yxyx, xywh or cxcywh, in pixels, or with relative=True in shares of the
image. Any other output goes through decode, a function from the output to boxes like the true ones. steps: how many
are planned, where that is known; what is recorded is spread over them. samples: how many are trained on. probe_every:
steps between two probes. Where an early stop and not the plan ended the training: recorder.end(stopped_early=True).

Weights, buffers, modes of modules and PyTorch's random numbers stay what they would be without; at the end the network
is asked about the probe as in training, too: what dropout and batch norm make of it. Format: docs/trace-format.md.
"""
import functools
import json
import math
import time
import types

import torch


def _spread(step, steps, times):
    """About `times` of all steps; where their number is unknown, half as many in each doubling of the step."""
    if steps:
        return step == steps or step % max(1, steps // times) == 0
    return step % 2 ** max(0, math.frexp(2 * step / times)[1] - 1) == 0


def _json(value):
    """JSON has no NaN and no infinity: texts stand for them."""
    if isinstance(value, dict):
        return {key: _json(field) for key, field in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _gain(module):
    """Deviation of a kernel times the root of the numbers that a unit sums up: the same for layers of any size."""
    kinds = (torch.nn.Linear, torch.nn.Conv1d, torch.nn.Conv2d, torch.nn.Conv3d)
    weight = getattr(module, "weight", None) if isinstance(module, kinds) else None
    if not torch.is_tensor(weight) or not weight.is_floating_point() or weight.dim() < 2 or weight.numel() < 2:
        return None
    return float(weight.detach().float().std(unbiased=False)) * math.sqrt(weight[0].numel())


def _copies(kernel):
    """Share of the units that sum up the very numbers that another one sums up."""
    units = kernel.detach().double().flatten(1)
    mixed = units @ torch.linspace(1, 2, units.shape[1], dtype=units.dtype, device=units.device)
    return 1 - len(mixed.unique()) / len(mixed)


def _layer(name, module):
    """What the doctor goes by: kind, outputs, share of a dropout, what a batch norm keeps in a step, first weights."""
    size = getattr(module, "output_size", None)  # Of an adaptive pool: how many places are left.
    places = None if size is None else size * size if isinstance(size, int) else None if None in size else math.prod(size)
    units = getattr(module, "out_features", getattr(module, "out_channels", places))
    momentum = getattr(module, "momentum", None) if getattr(module, "track_running_stats", False) else None
    gain = _gain(module)
    told = dict(name=name, kind=type(module).__name__, units=units, momentum=None if momentum is None else 1 - momentum,
                gain=gain, copies=_copies(module.weight) if gain else None,
                share=float(module.p) if "Dropout" in type(module).__name__ else None)
    return {key: value for key, value in told.items() if value is not None}


def _own(model):
    """Kernels that a program holds itself, as nn.Parameter; which axis is summed up is not known: the longer one."""
    for name, module in model.named_modules():
        if not type(module).__module__.startswith("torch.nn"):
            for part, p in module.named_parameters(name, recurse=False):
                if p.dim() > 1 and p.numel() > 4 and p.is_floating_point():
                    summed = p.numel() // min(p.shape)
                    gain = float(p.detach().float().std(unbiased=False)) * math.sqrt(summed)
                    units = p.detach().flatten(1)
                    copies = max(_copies(units), _copies(units.t())) if min(p.shape) > 1 and bool((p != 0).any()) else 0.0
                    yield dict(name=part, kind="Parameter", gain=gain, copies=copies)


def _range(tensor):
    finite = tensor.detach().float()
    finite = finite[torch.isfinite(finite)]
    if not finite.numel():
        return dict(min=math.nan, max=math.nan, mean=math.nan)
    return dict(min=float(finite.min()), max=float(finite.max()), mean=float(finite.mean()))


def _squares(tensor):
    tensor = tensor.detach().float()
    largest = float(tensor.abs().max()) if tensor.numel() else 0.0
    # The square of what explodes has no place in 32 bits.
    return (largest * float((tensor / largest).norm())) ** 2 if largest and math.isfinite(largest) else largest


def _gradients(trained):
    """Sum of squares of what is finite, and how much is not; no gradient at all is a zero one."""
    finite = [p.grad is not None and torch.isfinite(p.grad) for _, p in trained]
    return [(0.0, 0) if f is False else (_squares(p.grad[f]), int((~f).sum())) for f, (_, p) in zip(finite, trained)]


def _dead(trained):
    """Of each layer with a kernel: the share of its outputs that get no gradient from this batch."""
    kernels = {name: p for name, p in trained if p.dim() > 1}
    return {name: 1.0 if p.grad is None else float((p.grad.flatten(1) == 0).all(1).float().mean())
            for name, p in kernels.items()}


def _differs(tensor):
    """How much samples differ: the deviation among them of the numbers in one place, over the size of all numbers."""
    numbers = tensor.detach().float()
    size = float(numbers.square().mean().sqrt()) if numbers.numel() and numbers.dim() else 0.0
    return float(numbers.var(0, unbiased=False).mean().sqrt()) / size if size else 0.0


def _blank(pictures):
    """Share of rows and columns of a picture that hold one number: the bars beside it where it was padded."""
    if pictures.dim() != 4 or not pictures.numel():
        return None
    same = [(pictures.amax(axis) == pictures.amin(axis)).all(1).float().sum(1) for axis in (2, 3)]
    return float(torch.cat(same).sum()) / len(pictures) / sum(pictures.shape[2:])


def _pictures(pictures):
    blank = _blank(pictures)
    channels = pictures.float().mean((0, 2, 3)).tolist() if pictures.dim() == 4 and pictures.shape[1] <= 4 else []
    return dict(shape=list(pictures.shape), channels=channels, **({} if blank is None else dict(blank=blank)))


def _no_boxes(targets):
    """Samples all of whose four numbers are 0, as where a box is missing and was filled in."""
    return int((targets == 0).all(1).sum()) if targets.dim() == 2 and targets.shape[1] == 4 else 0


def _columns(targets):
    numbers = targets.detach().float().flatten(1) if targets.dim() > 1 else targets.detach().float().unsqueeze(1)
    return [dict(mean=float(c.mean()), deviation=float(c.std(unbiased=False))) for c in numbers.unbind(1)[:16]]


def _apart(gradient):
    """How much of its own the pull at each of the outputs has: the least over the largest singular value of these pulls
    brought to one size; 0 where one follows from the others. None where sizes do not tell: pulls that are all alike."""
    columns = gradient.detach().double().flatten(1)
    samples, outputs = columns.shape
    sizes = columns.abs()
    if not 1 < outputs <= 16 or samples < outputs + 4 or not bool(torch.isfinite(columns).all()):
        return None
    if bool(((sizes.amax(0) - sizes.amin(0)) <= 1e-4 * sizes.amax(0)).any()):
        return None
    values = torch.linalg.svdvals((columns / columns.norm(dim=0)).cpu())
    return float(values[-1] / values[0])


def _pull(gradient):
    """Of each of the outputs of a sample: root mean square of the gradient; and the share that gets none."""
    columns = gradient.detach().float().flatten(1)
    return dict(gradient=columns.square().mean(0).sqrt()[:16].tolist(), noGradient=float((columns == 0).float().mean()),
                idle=float((columns == 0).all(1).float().mean()), own=_apart(gradient))


def _slope(gradient, before, raw):
    """Of what stands between the last layer with weights and the outputs, from the gradients of both."""
    pulled = gradient != 0
    if gradient.shape != before.shape or not bool(pulled.any()):
        return {}
    slopes = (before[pulled] / gradient[pulled]).detach().float().abs()
    pulls = before.detach().flatten(1)
    moved = (pulls != 0).any(1)
    along = torch.cosine_similarity(pulls[moved].double(), raw.flatten(1)[moved].double()).abs()
    return dict(slope=float(slopes.median()), held=float((slopes == 0).float().mean()), lastOwn=_apart(before),
                along=float(along.median()) if len(along) else None)


class BoxfitRecorder:
    def __init__(self, path, model, optimizer, loss="", box_format="xyxy", image_size=None, probe=None, decode=None,
                 relative=False, steps=None, probe_every=None, split="validation", batch_size=None, samples=None):
        if box_format not in ("xyxy", "yxyx", "xywh", "cxcywh"):
            raise ValueError("box_format is %r; xyxy, yxyx, xywh or cxcywh" % (box_format,))
        if relative and not image_size:
            raise ValueError("relative=True takes image_size=(width, height)")
        self.images, truth = probe if probe else (None, [])
        self.truth = torch.as_tensor(truth).tolist()
        if probe and (not self.truth or len(self.images) != len(self.truth) or any(len(b) != 4 for b in self.truth)):
            raise ValueError("probe takes images and as many true boxes [N, 4]")
        self.model, self.split, self.decode = model, split, decode
        self.box_format, self.size, self.relative = box_format, image_size, relative
        self.steps, self.probe_every, self.fresh = steps, probe_every, (samples or 0) // (batch_size or 1)
        self.asked, self.through, self.modes, self.fed, self.said = 0, {}, [], None, None
        self.count, self.probed, self.rate, self.layers, self.first = 0, None, None, {}, None
        self.begin, self.paused = time.perf_counter(), 0.0
        self.file = open(path, "w", buffering=1, encoding="utf-8")  # A line is in the file once it is whole.
        width, height = image_size or (None, None)
        parameters, root = sum(p.numel() for p in model.parameters()), type(model).__name__
        self._tell("start", version=1, framework="PyTorch " + torch.__version__, loss=loss, boxFormat="XYXY",
                   network="%s, %d parameters" % (type(model).__name__, parameters),
                   optimizer=type(optimizer).__name__, imageWidth=width, imageHeight=height, steps=steps,
                   batchSize=batch_size, samples=samples,
                   layers=[*_own(model), *[_layer(n or root, m) for n, m in model.named_modules()
                                           if not list(m.children())]])
        self._probe()
        self.mixed = self._mixes()
        # Hooks of the modules themselves would be copied and saved with them.
        self.hook = torch.nn.modules.module.register_module_forward_hook(self._met)
        self.enter = torch.nn.modules.module.register_module_forward_pre_hook(self._enters)
        self.within, self.foreign = False, []
        self.names = {id(m): n or root for n, m in model.named_modules() if not list(m.children())}
        self.passed, self.raw, self.pull, self.pulled, self.waits = [], None, None, None, False
        self.stepped = stepped = {id(p) for group in optimizer.param_groups for p in group["params"]}
        self.frozen = [self.names[id(m)] for m in model.modules() if id(m) in self.names and list(m.parameters())
                       and not any(p.requires_grad and id(p) in stepped
                                   for p in [q for q in m.parameters() if q.dim() > 1] or m.parameters())]
        flat = {f"{key}[{i}]" if isinstance(value, tuple) else key: part
                for key, value in optimizer.param_groups[0].items()
                for i, part in enumerate(value if isinstance(value, tuple) else [value])}
        self.settings = {key: float(value) for key, value in flat.items() if isinstance(value, (bool, int, float))}
        self.rates = [float(group["lr"]) for group in optimizer.param_groups]
        self.kept, self.moved = None, False
        steps_on = [p for p in model.parameters() if p.requires_grad and id(p) in stepped]
        self.ends = steps_on[-1:] + steps_on[:1]  # One of them may be cleared alone.
        self.backward = [p.register_hook(self._cleared) for p in self.ends]
        # Only within the optimizer's step is it certain that the gradients are those of the step.
        step = optimizer.step

        @functools.wraps(step)
        def watched(_, *args, **kwargs):
            return self._watch(optimizer, step, args, kwargs)

        self.optimizer, self.own_step = optimizer, step
        self.watched = optimizer.step = types.MethodType(watched, optimizer)

    def step(self, loss, epoch=None, targets=None):
        """Once a step, after optimizer.step(). loss: of the batch, a number or a tensor of one; epoch: from 1; targets:
        what the loss compared the outputs with, looked at once."""
        self.count += 1
        if self.count == 1 and self.first:
            told = None if targets is None else torch.as_tensor(targets)
            self._tell("inputs", **self.first, **({} if told is None else dict(
                targets=_range(told), noTargets=int((~torch.isfinite(told)).sum()), targetShape=list(told.shape),
                noBoxes=_no_boxes(told))))
            self._tell("forward", **self.through, targets=None if told is None else _columns(told))
        traced = self._looked_into(self.count) or _spread(self.count, self.steps, 400)
        # Reading a number off a GPU waits for it; on a CPU, a loss that is not a number is never thinned out.
        if traced or not getattr(loss, "is_cuda", False):
            value = float(loss.item() if torch.is_tensor(loss) else loss)
            if traced or not math.isfinite(value):
                self._tell("step", step=self.count, epoch=epoch, seconds=self._seconds(), loss=value,
                           learningRate=self.rate, layers=self.layers or None, gradientsKept=self.kept)
                self.kept = None
        if self.layers and (self.pull or self.waits):
            self._tell("pull", step=self.count, **(self.pull or dict(reached=False)))
        self.layers, self.pull, self.waits = {}, None, False
        self._lesson(targets)
        if self._due(self.count):
            self._probe()

    def end(self, state="finished", stopped_early=False):
        """Looks a last time; what comes later is not recorded."""
        if not self.file.closed:
            if state == "finished":  # What broke off may have left a model that cannot be asked.
                if self.probed != self.count:
                    self._probe()
                self._repeat()
            self._tell("end", step=self.count, seconds=self._seconds(), state=state,
                       stoppedEarlyAt=self.count if stopped_early else None)
            self.file.close()
            for hook in [self.hook, self.enter] + self.backward:
                hook.remove()
            if self.optimizer.step is self.watched:
                self.optimizer.step = self.own_step

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.end("failed" if kind else "finished")

    def _tell(self, event, **fields):
        if not self.file.closed:
            known = {key: value for key, value in fields.items() if value is not None}
            self.file.write(json.dumps(_json(dict(event=event, **known)), allow_nan=False) + "\n")

    def _seconds(self):
        return time.perf_counter() - self.begin - self.paused

    def _enters(self, module, _):
        self.within = self.within or module is self.model

    def _met(self, module, inputs, output):
        """Layers on the way, then the model itself, which is given a batch."""
        if module is self.model:
            self.within = False
        elif self.within and not self.count and torch.is_grad_enabled() and id(module) not in self.names:
            own = list(module.parameters(recurse=False))
            if any(p.requires_grad and id(p) not in self.stepped for p in own):
                self.foreign.append(type(module).__name__)
        tensors = torch.is_tensor(output) and inputs and torch.is_tensor(inputs[0]) and torch.is_grad_enabled()
        if module is self.model:
            passed, raw, self.passed, self.raw = self.passed, self.raw, [], None
            if tensors and (output.requires_grad or module.training):
                self._trained(inputs[0].detach(), output, raw, passed)
        elif tensors and id(module) in self.names:
            self.passed += [] if self.count else [dict(name=self.names[id(module)], given=list(inputs[0].shape),
                                                       gives=list(output.shape), differs=_differs(output))]
            self.raw = output if getattr(module, "weight", None) is not None else self.raw

    def _trained(self, pictures, output, raw, passed):
        if not self.first or (not self.modes[0][1] and self.model.training and not self.count):
            bad = int((~torch.isfinite(pictures)).sum()) if pictures.is_floating_point() else 0
            self.first = dict(samples=len(pictures), pixels=_range(pictures), outOfRange=bad, outputs=_range(output),
                              outputShape=list(output.shape))
            self.through = dict(layers=passed, frozen=self.frozen, foreign=self.foreign[:16], differs=_differs(pictures), optimizer=self.settings,
                                rates=self.rates, trained=_pictures(pictures))
            if self.images is not None:
                asked = torch.as_tensor(self.images)
                self.through.update(mixed=self.mixed, probe=_range(asked), asked=_pictures(asked))
            self.modes = [(part, part.training) for part in self.model.modules()]
        step = self.count + 1
        # As long as no sample came twice, it is as honest as a probe.
        if step == 1 or self._due(step) or (step <= self.fresh and _spread(step, self.fresh, 8)):
            self.fed = pictures
        if output.requires_grad and output.dim() and self._looked_into(self.count + 1):
            last, self.waits = None if raw is None else _range(raw), True
            output.register_hook(lambda gradient: self._pulls(gradient, last))
            if raw is not None and raw is not output and raw.requires_grad:
                numbers = raw.detach()
                raw.register_hook(lambda gradient: self._slopes(gradient, numbers))

    def _pulls(self, gradient, last):
        self.pulled, self.pull = gradient.detach(), dict(_pull(gradient), last=last)

    def _slopes(self, gradient, raw):
        if self.pull and self.pulled is not None:
            self.pull.update(_slope(self.pulled, gradient, raw))
            self.pulled = None

    def _cleared(self, _):
        """Before a gradient is added to what is there: in the second step nothing of the first one should be."""
        if self.moved and self.kept is None:
            self.kept = any(p.grad is not None and bool((p.grad != 0).any()) for p in self.ends)
            for hook in self.backward:
                hook.remove()

    def _due(self, step):
        if self.probe_every:
            return step % self.probe_every == 0
        return _spread(step, self.steps, 16 if self.steps else 8) and (self.steps or step >= 16)

    def _lesson(self, targets):
        """What the network said in use of the batch's pictures before the step, beside what they are trained for."""
        # A closure's batch is asked about too late: within the step.
        said, self.said, self.fed = self.said, None, None
        if said is None or targets is None:
            return
        try:
            truth = self._boxes(torch.as_tensor(targets).detach()[:len(said)]).tolist()
        except Exception:  # What can be made of outputs need not be made of targets.
            return
        if len(truth) == len(said) and all(len(box) == 4 for box in truth):
            self._tell("trained", step=self.count, truth=truth, predicted=said)

    def _asks_trained(self):
        fed, self.fed = self.fed, None
        if fed is None or self.file.closed:
            return
        begin = time.perf_counter()
        try:
            self.said = self._ask(fed[:64])
        except Exception:  # It may take more than one argument, or give boxes in training alone.
            self.said = None
        self.paused += time.perf_counter() - begin

    def _looked_into(self, step):
        return step <= 20 or _spread(step, self.steps, 50)

    def _watch(self, optimizer, step, args, kwargs):
        self.rate = float(optimizer.param_groups[0]["lr"])
        self.moved = True
        self._asks_trained()
        if self.file.closed or not self._looked_into(self.count + 1):
            return step(*args, **kwargs)
        root = type(self.model).__name__
        named = self.model.named_parameters()
        trained = [(name.rpartition(".")[0] or root, p) for name, p in named if p.requires_grad]
        before = [p.detach().clone() for _, p in trained]
        # A closure computes the gradients within the step.
        within = bool(args or kwargs)
        gradients, dead = (None, None) if within else (_gradients(trained), _dead(trained))
        result = step(*args, **kwargs)
        dead = _dead(trained) if within else dead
        sums = {}
        for (name, p), old, gradient in zip(trained, before, gradients or _gradients(trained)):
            row = gradient + (_squares(old), _squares(p.detach() - old))
            sums[name] = [a + b for a, b in zip(sums.get(name, (0, 0, 0, 0)), row)]
        self.layers = {
            name: {"gradientNorm": math.sqrt(g), "updateRatio": math.sqrt(u / w) if w else 0.0, "nonFinite": broken,
                   "norm": math.sqrt(w),
                   **({"deadShare": dead[name]} if name in dead else {})}
            for name, (g, broken, w, u) in sums.items()}
        return result

    def _probe(self):
        if self.images is None or self.file.closed:
            return
        begin = time.perf_counter()
        predicted = self._ask(self.images)
        if len(predicted) != len(self.truth) or any(len(box) != 4 for box in predicted):
            raise ValueError("decode must give a box of four numbers for each image")
        self._tell("probe", step=self.count, split=self.split, truth=self.truth, predicted=predicted)
        self.probed = self.count
        self.paused += time.perf_counter() - begin

    def _repeat(self):
        """The probe's images once more: as in training, in another order and beside others, moved."""
        if self.images is None or not self.modes:
            return
        begin = time.perf_counter()
        asked = {}
        try:
            asked = dict(use=self._ask(self.images), reversed=self._ask(self.images.flip(0), 24)[::-1])
            if self.images.dim() == 4:
                by = [max(1, length // 8) for length in self.images.shape[:-3:-1]]
                pixels = [by[i] * self.size[i] / self.images.shape[-1 - i] if self.size else by[i] for i in (0, 1)]
                asked.update(moved=self._ask(torch.roll(self.images, by, (-1, -2))), by=pixels)
            again = [self._ask(self.images, min(32, self.first["samples"]), self.modes) for _ in range(2)]
            asked.update(training=again[0], again=again[1])
        except Exception:  # Not all networks can be asked like that, and the training is what matters.
            pass
        if asked:
            self._tell("repeat", step=self.count, **asked)
        self.paused += time.perf_counter() - begin

    def _mixes(self):
        """How much the first of a few answers hangs on the other pictures, as a share of how much on its own."""
        if self.images is None or len(self.images) < 4 or not torch.as_tensor(self.images).is_floating_point():
            return None
        begin = time.perf_counter()
        modes = [(module, module.training) for module in self.model.modules()]
        device = next(self.model.parameters()).device
        try:
            self.model.eval()
            with torch.enable_grad(), torch.random.fork_rng(devices=[device] if device.type == "cuda" else []):
                few = self.images[:4].detach().clone().to(device).requires_grad_()
                first = self.model(few)[0].flatten()
                # Their sum or their length may always be 1.
                said = (first * torch.arange(1.0, len(first) + 1, device=device)).sum()
                pulls = torch.autograd.grad(said, few)[0].flatten(1).norm(dim=1)
            return float(pulls[1:].max() / pulls[0]) if float(pulls[0]) else None
        except Exception:  # Not all networks can be asked like that.
            return None
        finally:
            for module, mode in modes:
                module.training = mode
            self.paused += time.perf_counter() - begin

    def _ask(self, images, batch=32, otherwise=()):
        """The boxes in use, or in other modes; what asking changes is put back. No two questions drop out the same."""
        modes = [(module, module.training) for module in self.model.modules()]
        buffers = [(buffer, buffer.clone()) for buffer in self.model.buffers()] if otherwise else []
        device = next(self.model.parameters()).device
        self.asked += 1
        try:
            self.model.eval()
            for module, mode in otherwise:
                module.training = mode
            with torch.no_grad(), torch.random.fork_rng(devices=[device] if device.type == "cuda" else []):
                torch.rand(self.asked, device=device)
                boxes = [self._boxes(self.model(part.to(device))).tolist() for part in images.split(batch)]
        finally:
            for module, mode in modes:
                module.training = mode
            for buffer, value in buffers:
                buffer.copy_(value)
        return [box for part in boxes for box in part]

    def _boxes(self, output):
        if self.decode:
            return torch.as_tensor(self.decode(output))
        if not torch.is_tensor(output) or output.dim() != 2 or output.shape[1] != 4:
            raise ValueError("the model does not give out [N, 4]: pass decode, from its output to boxes in pixels")
        width, height = self.size if self.relative else (1, 1)
        scale = (height, width) if self.box_format == "yxyx" else (width, height)
        a, b, c, d = (output * output.new_tensor(scale * 2)).unbind(1)
        if self.box_format == "yxyx":
            a, b, c, d = b, a, d, c
        elif self.box_format == "xywh":
            c, d = a + c, b + d
        elif self.box_format == "cxcywh":
            a, b, c, d = a - c / 2, b - d / 2, a + c / 2, b + d / 2
        return torch.stack([a, b, c, d], 1)
