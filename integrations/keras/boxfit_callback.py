"""Records a Keras training for `boxfit diagnose --trace trace.jsonl`. Copy this one file.

    model.fit(..., callbacks=[BoxfitCallback("trace.jsonl", (images, truth_boxes_px), image_size=(width, height))])

probe: some 64 samples (at most 256 are of use) that always stay the same, best ones that are not trained on: images as
the model takes them, and their true boxes [N, 4]: left, top, right, bottom in pixels of image_size. box_format: what
the model gives out, xyxy, yxyx, xywh or cxcywh, in pixels, or with relative=True in shares of the image. Any other
output goes through decode, a function from the output (NumPy) to boxes like the true ones. trained: some 64 samples as
fit gets them (next(iter(dataset)), or x[:64], y[:64]): what the loss compares outputs with is seen by them alone.
samples, batch_size: how many are trained on, and at once; Keras does not tell.

Written for Keras 3 and for Keras 2 (TensorFlow 2.2 or later). Boxfit's tests call it with a stand-in for Keras; it was
tried by hand with Keras 3.15 on JAX, and not with Keras 2. A callback does not see gradients, so a trace from Keras has
none; how far each layer moves in a step, it has. At the end the model is asked about the probe as in training, too,
which shows what dropout and batch norm do; its weights are put back. Format: docs/trace-format.md.
"""
import json
import math
import time

import numpy as np

try:
    import keras
except ImportError:
    from tensorflow import keras


def to_xyxy(boxes, box_format, scale):
    """Boxes [N, 4] of a format, times (width, height), as left, top, right, bottom."""
    x = np.asarray(boxes, dtype=np.float64)
    if x.ndim != 2 or x.shape[1] != 4:
        raise ValueError("the model does not give out [N, 4]: pass decode, from its output to boxes in pixels")
    x = x[:, [1, 0, 3, 2]] if box_format == "yxyx" else x
    x = x * np.tile(scale, 2)
    near, far = x[:, :2], x[:, 2:]
    if box_format == "xywh":
        far = near + far
    elif box_format == "cxcywh":
        near, far = near - far / 2, near + far / 2
    return np.concatenate([near, far], axis=1)


def batch_loss(mean, count, mean_before, count_before):
    """Keras tells the mean loss since the epoch began; what the newest batches add to it is their own loss."""
    if not count_before or count <= count_before:
        return mean
    return (mean * count - mean_before * count_before) / (count - count_before)


def update_ratio(before, after):
    """Norm of a layer's step over the norm of its weights."""
    weight = sum(float(np.sum(np.square(b, dtype=np.float64))) for b in before)
    update = sum(float(np.sum(np.square(np.subtract(a, b, dtype=np.float64)))) for b, a in zip(before, after))
    return math.sqrt(update / weight) if weight else 0.0


def planned(params):
    """Steps of all epochs, where Keras tells a callback how many an epoch has."""
    steps, epochs = (params or {}).get("steps"), (params or {}).get("epochs")
    return steps * epochs if steps and epochs else None


def spread(step, times):
    """`times / 2` of the steps in each doubling of their number."""
    return step % 2 ** max(0, math.frexp(2 * step / times)[1] - 1) == 0


def jsonable(value):
    """JSON has no NaN and no infinity: texts stand for them."""
    if isinstance(value, dict):
        return {key: jsonable(field) for key, field in value.items()}
    if isinstance(value, list):
        return [jsonable(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def gain(layer):
    """Deviation of a kernel times the root of the numbers that a unit sums up: the same for layers of any size."""
    plain = type(layer).__name__ in ("Dense", "Conv1D", "Conv2D", "Conv3D")
    kernel = getattr(layer, "kernel", None) if plain else None
    weights = None if kernel is None else np.asarray(array(kernel), dtype=np.float64)
    if weights is None or weights.ndim < 2 or weights.size < 2:
        return None
    return float(weights.std()) * math.sqrt(weights.size / weights.shape[-1])


def outline(layer):
    """What the doctor goes by: kind, outputs, dropout, what a batch norm keeps, first weights, activation."""
    kind, activation = type(layer).__name__, getattr(getattr(layer, "activation", None), "__name__", "linear")
    told = dict(name=layer.name, kind=activation if kind == "Activation" else kind,
                units=getattr(layer, "units", getattr(layer, "filters", None)), gain=gain(layer),
                share=getattr(layer, "rate", None) if "Dropout" in kind else None, momentum=getattr(layer, "momentum", None))
    parts = [{key: value for key, value in told.items() if value is not None}]
    if activation != "linear" and kind != "Activation":
        parts.append(dict(name=layer.name + "/" + activation, kind=activation))
    return parts


def array(tensor):
    """A tensor of any backend, as NumPy; of a model of several outputs, each of them."""
    if isinstance(tensor, dict):
        return {key: array(part) for key, part in tensor.items()}
    if isinstance(tensor, (list, tuple)) and tensor and hasattr(tensor[0], "shape"):
        return [array(part) for part in tensor]
    if hasattr(tensor, "detach"):
        tensor = tensor.detach().cpu()
    return np.array(tensor.numpy() if hasattr(tensor, "numpy") else tensor)


def span(numbers):
    finite = numbers[np.isfinite(numbers)]
    low, high, mean = (finite.min(), finite.max(), finite.mean()) if finite.size else [math.nan] * 3
    return dict(min=float(low), max=float(high), mean=float(mean))


def no_boxes(targets):
    """Samples all of whose four numbers are 0, as where a box is missing and was filled in."""
    return int((targets == 0).all(axis=1).sum()) if targets.ndim == 2 and targets.shape[1] == 4 else 0


def pictures(images):
    """Shape and channels of what the model is given, as samples, channels, rows, columns."""
    last = images.ndim == 4 and images.shape[-1] <= 4
    images = np.moveaxis(images, -1, 1) if last else images
    return dict(shape=list(images.shape), channels=images.mean(axis=(0, 2, 3)).tolist() if last else [])


class BoxfitCallback(keras.callbacks.Callback):
    def __init__(self, path, probe, image_size, box_format="xyxy", relative=False, decode=None, loss="",
                 split="validation", trained=None, samples=None, batch_size=None):
        super().__init__()
        if box_format not in ("xyxy", "yxyx", "xywh", "cxcywh"):
            raise ValueError("box_format is %r; xyxy, yxyx, xywh or cxcywh" % (box_format,))
        images, truth = probe
        self.images, self.truth = images, to_xyxy(truth, "xyxy", (1, 1)).tolist()
        if not self.truth or len(images) != len(self.truth):
            raise ValueError("probe takes images and as many true boxes [N, 4]")
        scale = image_size if relative else (1, 1)
        self.decode = decode or (lambda output: to_xyxy(output, box_format, scale))
        self.path, self.image_size, self.loss, self.split = path, image_size, loss, split
        self.file, self.samples, self.batch_size = None, samples, batch_size
        self.trained = None if trained is None else [array(part)[:64] for part in trained[:2]]

    def on_train_begin(self, logs=None):
        self.count, self.epoch, self.probed, self.before = 0, 1, None, None
        self.seen = (0.0, 0)
        self.begin = time.perf_counter()
        self.model(self.images[:1], training=False)  # A model may get its weights by its first call.
        self.file = open(self.path, "w", buffering=1, encoding="utf-8")  # A line is in the file once it is whole.
        width, height = self.image_size
        self._tell("start", version=1, framework="Keras " + str(getattr(keras, "__version__", "")),
                   network="%s, %d parameters" % (self.model.name, self.model.count_params()), boxFormat="XYXY",
                   loss=self.loss, optimizer=type(self.model.optimizer).__name__, imageWidth=width,
                   imageHeight=height, steps=planned(self.params), samples=self.samples, batchSize=self.batch_size,
                   layers=[part for layer in self.model.layers for part in outline(layer)])
        frozen = [layer.name for layer in self.model.layers if layer.weights and not layer.trainable_weights]
        decay = getattr(self.model.optimizer, "weight_decay", None)
        self._tell("forward", frozen=frozen, optimizer={"weight_decay": float(decay)} if decay else None, **self._given())
        self._look()

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch, self.seen = epoch + 1, (0.0, 0)

    def on_train_batch_begin(self, batch, logs=None):
        step = self.count + 1
        self.before = self._weights() if step <= 20 or spread(step, 50) else None

    def on_train_batch_end(self, batch, logs=None):
        mean, done = float((logs or {}).get("loss", math.nan)), batch + 1
        loss = batch_loss(mean, done, *self.seen)
        new = max(1, done - self.seen[1])  # Several batches can be one call (steps_per_execution).
        self.count += new
        self.seen = (mean, done)
        layers = None
        if self.before is not None and new == 1:
            after = self._weights()
            layers = {name: {"updateRatio": update_ratio(old, after[name])} for name, old in self.before.items()}
        if layers or spread(self.count, 400):
            self._tell("step", step=self.count, epoch=self.epoch, seconds=time.perf_counter() - self.begin, loss=loss,
                       learningRate=self._learning_rate(), layers=layers)
        if self.count >= 16 and spread(self.count, 8):
            self._look()

    def on_epoch_end(self, epoch, logs=None):
        mean = (logs or {}).get("loss")
        self._tell("epoch", epoch=epoch + 1, step=self.count, meanLoss=None if mean is None else float(mean))

    def on_train_end(self, logs=None):
        if self.probed != self.count:
            self._look()
        self._repeat()
        self._tell("end", step=self.count, seconds=time.perf_counter() - self.begin, state="finished",
                   stoppedEarlyAt=self.count if getattr(self.model, "stop_training", False) else None)
        self.file.close()

    def _tell(self, event, **fields):
        known = {key: value for key, value in fields.items() if value is not None}
        self.file.write(json.dumps(jsonable(dict(event=event, **known)), allow_nan=False) + "\n")

    def _given(self):
        """What model and loss are given, by the samples of the training; told before the first step."""
        if self.trained is None:
            return {}
        images, targets = [part.astype(np.float64) for part in self.trained]
        outputs = array(self.model(self.trained[0], training=False)).astype(np.float64)
        self._tell("inputs", samples=len(images), pixels=span(images), outOfRange=int((~np.isfinite(images)).sum()),
                   targets=span(targets), noTargets=int((~np.isfinite(targets)).sum()), noBoxes=no_boxes(targets),
                   outputs=span(outputs), outputShape=list(outputs.shape), targetShape=list(targets.shape))
        asked = np.asarray(self.images, dtype=np.float64)
        size = math.sqrt(np.mean(np.square(images)))
        columns = targets.reshape(len(targets), -1).T[:16]
        return dict(differs=math.sqrt(images.var(axis=0).mean()) / size if size else 0.0, probe=span(asked),
                    trained=pictures(images), asked=pictures(asked),
                    targets=[dict(mean=float(c.mean()), deviation=float(c.std())) for c in columns])

    def _lesson(self):
        """What the model says in use of samples that are trained, beside what they are trained for."""
        if self.trained is None:
            return
        images, targets = self.trained
        try:
            truth = np.asarray(self.decode(targets), dtype=np.float64).tolist()
        except Exception:  # What can be made of outputs need not be made of targets.
            return
        if len(truth) == len(images) and all(len(box) == 4 for box in truth):
            self._tell("trained", step=self.count, truth=truth, predicted=self._ask(images))

    def _learning_rate(self):
        try:
            return float(array(self.model.optimizer.learning_rate))
        except (AttributeError, TypeError, ValueError):
            return None  # A schedule, which Keras 2 does not turn into a number here.

    def _weights(self):
        layers = [(layer.name, layer.trainable_weights) for layer in self.model.layers]
        return {name: [array(weight) for weight in weights] for name, weights in layers if weights}

    def _look(self):
        begin = time.perf_counter()
        predicted = self._ask(self.images)
        if len(predicted) != len(self.truth) or len(predicted[0]) != 4:
            raise ValueError("decode must give a box of four numbers for each image")
        self._tell("probe", step=self.count, split=self.split, truth=self.truth, predicted=predicted)
        self.probed = self.count
        self._lesson()
        self.begin += time.perf_counter() - begin

    def _repeat(self):
        """The probe's images once more: in another order and beside others, as in training."""
        variables = getattr(self.model, "variables", [])  # In Keras 3 the seeds of dropout, too.
        weights, kept = self.model.get_weights(), [array(variable) for variable in variables]
        asked = {}
        try:
            asked = dict(use=self._ask(self.images), reversed=self._ask(self.images[::-1], 24)[::-1])
            again = [self._ask(self.images, training=True) for _ in range(2)]
            asked.update(training=again[0], again=again[1])
        except Exception:  # Not all models can be asked like that, and the training is what matters.
            pass
        self.model.set_weights(weights)
        for variable, value in zip(variables, kept):
            variable.assign(value)
        if asked:
            self._tell("repeat", step=self.count, **asked)

    def _ask(self, images, batch=32, training=False):
        output = [self.model(images[i:i + batch], training=training) for i in range(0, len(images), batch)]
        return np.concatenate([np.asarray(self.decode(array(part)), dtype=np.float64) for part in output]).tolist()
