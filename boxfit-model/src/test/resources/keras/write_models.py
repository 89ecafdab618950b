"""Writes the Keras models that KerasFileTest reads.

    python -m pip install keras==3.15.1 jax h5py
    KERAS_BACKEND=jax python write_models.py FOLDER

The weights are chance and never read; all else is fixed by the code below.
"""

import sys
from pathlib import Path

import keras
from keras import layers

out = Path(sys.argv[1])


def say(model, name):
    print(name, model.count_params())
    if name.endswith(".json"):
        (out / name).write_text(model.to_json())
    else:
        model.save(out / name)


# The network of the story, smaller: its first layers and its head, optimiser by name.
def story(optimizer, loss):
    leaky = lambda: layers.LeakyReLU(negative_slope=0.2)
    model = keras.Sequential(
        [
            keras.Input((100, 200, 1)),
            layers.Conv2D(2, 16),
            leaky(),
            layers.MaxPooling2D(3, strides=2),
            layers.Dropout(0.2),
            layers.GlobalAveragePooling2D(),
            layers.Dense(16),
            leaky(),
            layers.Dense(4, activation="sigmoid", name="sides"),
        ],
        name="story",
    )
    model.compile(optimizer=optimizer, loss=loss)
    return model


def minus_log_iou(truth, box):
    return keras.ops.mean(truth - box)


model = story(keras.optimizers.Adadelta(), "mse")
say(model, "adadelta-mse.keras")
say(model, "adadelta-mse.h5")
say(story("adam", minus_log_iou), "own-loss.json")

# Functional: a branch that is added, one that is concatenated, normalisation, clipping, a loss object.
picture = keras.Input((32, 48, 3), name="picture")
x = layers.Rescaling(1 / 255)(picture)
x = layers.Conv2D(4, 3, padding="same", use_bias=False, kernel_initializer="he_normal", name="stem")(x)
x = layers.BatchNormalization(momentum=0.9)(x)
x = layers.ReLU()(x)
y = layers.Conv2D(4, 3, padding="same", activation="relu", kernel_regularizer="l2", name="branch")(x)
x = layers.Add()([x, y])
x = layers.SeparableConv2D(6, 3, strides=2, activation="silu", name="separable")(x)
x = layers.DepthwiseConv2D(3, depth_multiplier=2, dilation_rate=2, name="depthwise")(x)
a = layers.GlobalMaxPooling2D()(x)
b = layers.GlobalAveragePooling2D()(x)
x = layers.Concatenate()([a, b])
x = layers.Dense(4, bias_initializer=keras.initializers.Constant(0.5), name="box")(x)
model = keras.Model(picture, x, name="branches")
model.compile(
    optimizer=keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True, clipnorm=1.0),
    loss=keras.losses.Huber(delta=0.1),
)
say(model, "branches.keras")
say(model, "branches.h5")
say(model, "branches.json")

# A model within a model, and a softmax where none belongs.
backbone = keras.Sequential([keras.Input((24, 24, 1)), layers.Conv2D(3, 3, activation="elu"), layers.Flatten()], name="backbone")
model = keras.Sequential([keras.Input((24, 24, 1)), backbone, layers.Dense(4, activation="softmax")], name="nested")
model.compile(optimizer=keras.optimizers.RMSprop(keras.optimizers.schedules.ExponentialDecay(0.002, 100, 0.9)), loss=keras.losses.MeanAbsoluteError())
say(model, "softmax.keras")

# What cannot be read.
model = keras.Sequential([keras.Input((24, 24, 1)), layers.Lambda(lambda x: x * 2, name="twice"), layers.Flatten(), layers.Dense(4)])
say(model, "lambda.json")
model = keras.Sequential([keras.Input((24, 24, 1)), layers.Conv2DTranspose(2, 3, name="up"), layers.Flatten(), layers.Dense(4)])
say(model, "transposed.json")
model = keras.Sequential([keras.Input((24, 24, 1)), layers.Conv2D(2, 3), layers.Dense(4, name="dense")])
say(model, "no-flatten.json")
picture = keras.Input((24, 24, 1))
x = layers.Flatten()(picture)
model = keras.Model(picture, [layers.Dense(4, name="box")(x), layers.Dense(10, activation="softmax", name="letter")(x)])
model.compile(optimizer="adam", loss=["mse", "categorical_crossentropy"])
say(model, "two-outputs.json")
model.save_weights(out / "only.weights.h5")
