"""Calls the Keras callback as Keras would, with a stand-in for Keras and for the model; says what must be recorded.

usage: record_keras.py FOLDER_OF_THE_CALLBACK FOLDER_FOR_TRACES
"""
import json
import sys
import types

import numpy as np


class Callback:
    """The parts of keras.callbacks.Callback that matter here."""

    def __init__(self):
        self.model = None


keras = types.ModuleType("keras")
keras.callbacks = types.SimpleNamespace(Callback=Callback)
keras.__version__ = "stand-in"
sys.modules["keras"] = keras
sys.path.insert(0, sys.argv[1])
import boxfit_callback  # noqa: E402

WIDTH, HEIGHT, BATCHES, EPOCHS = 20, 10, 30, 3


class Tensor:
    def __init__(self, value):
        self.value = np.asarray(value, dtype=np.float32)

    def numpy(self):
        return self.value


class Dense(types.SimpleNamespace):
    """A layer of a kind that the callback knows."""


class Model:
    """One dense layer by hand: [left, top, width, height] in shares of the image."""

    name = "stand_in"

    def __init__(self):
        self.weight, self.bias = Tensor(np.full((6, 4), 0.02)), Tensor([0.1, 0.2, 0.3, 0.4])
        self.weight.value[0, 0] = 0.26
        dense = Dense(name="dense", units=4, kernel=self.weight, trainable_weights=[self.weight, self.bias],
                      weights=[self.weight, self.bias])
        flat = types.SimpleNamespace(name="flatten", trainable_weights=[], weights=[])
        frozen = types.SimpleNamespace(name="embedding", trainable_weights=[], weights=[Tensor([1.0])])
        self.layers = [flat, frozen, dense]
        self.optimizer = types.SimpleNamespace(learning_rate=Tensor(0.25), weight_decay=0.125)
        self.asked = 0

    def count_params(self):
        return 28

    def get_weights(self):
        return [self.weight.value.copy(), self.bias.value.copy()]

    def set_weights(self, weights):
        self.weight.value, self.bias.value = weights

    def __call__(self, images, training):
        """In training the bias grows, as a batch norm's statistics move."""
        if training:
            self.bias.value = self.bias.value + np.float32(0.125)
        return Tensor(images @ self.weight.value + self.bias.value)


def pixels(model, images):
    return pixels_of(images @ model.weight.value + model.bias.value)


def pixels_of(out):
    return [[x * WIDTH, y * HEIGHT, (x + w) * WIDTH, (y + h) * HEIGHT] for x, y, w, h in out.astype(np.float64)]


rng = np.random.RandomState(1)
images, truth = rng.rand(40, 6).astype(np.float32), rng.rand(40, 4) * 5
fed, goals = rng.rand(48, 6).astype(np.float32) * 3, rng.rand(48, 4).astype(np.float32)
goals[7] = 0
model = Model()
callback = boxfit_callback.BoxfitCallback(
    sys.argv[2] + "/keras.jsonl", (images, truth), (WIDTH, HEIGHT), box_format="xywh", relative=True, loss="mse",
    trained=(fed, goals), samples=500, batch_size=16)
callback.model, callback.params = model, {"verbose": 0, "epochs": EPOCHS, "steps": BATCHES}
told = {"fed": [float(fed.min()), float(fed.max()), float(fed.mean())], "goals": pixels_of(goals),
        "first": pixels(model, fed), "goal": [float(goals[:, 2].mean()), float(goals[:, 2].std())],
        "steps": {}, "probes": {0: pixels(model, images)}, "truth": truth.tolist(), "means": []}
callback.on_train_begin()
step = 0
for epoch in range(EPOCHS):
    callback.on_epoch_begin(epoch)
    losses = []
    for batch in range(BATCHES):
        step += 1
        callback.on_train_batch_begin(batch)
        losses.append(float(rng.rand()) if epoch < 2 else float("nan"))
        move = rng.randn(6, 4).astype(np.float32) * 0.01
        norm = np.sqrt((model.weight.value.astype(float) ** 2).sum() + (model.bias.value.astype(float) ** 2).sum())
        before = model.weight.value
        model.weight.value = before + move
        moved = np.sqrt(((model.weight.value - before).astype(float) ** 2).sum())
        # Keras tells the mean of the epoch so far, in 32 bits.
        callback.on_train_batch_end(batch, {"loss": np.float32(np.mean(losses))})
        told["steps"][step] = {"loss": losses[-1] if losses[-1] == losses[-1] else None, "updateRatio": moved / norm}
        told["probes"][step] = pixels(model, images)
    told["means"].append(np.mean(losses) if epoch < 2 else None)
    callback.on_epoch_end(epoch, {"loss": np.mean(losses)})
told["last"] = pixels(model, fed)
weights = model.get_weights()
callback.on_train_end()
told["kept"] = all(np.array_equal(a, b) for a, b in zip(weights, model.get_weights()))

several = boxfit_callback.batch_loss(2.0, 8, 1.0, 4)
formats = {name: boxfit_callback.to_xyxy([[1, 2, 3, 5]], name, (2, 10)).tolist()[0]
           for name in ("xyxy", "yxyx", "xywh", "cxcywh")}
print(json.dumps({"told": told, "several": several, "formats": formats}))
