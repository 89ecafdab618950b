"""Writes golden steps of optimisers, by Keras itself on its NumPy backend (keras 3.15.1, numpy 2.4.6, jax 0.10.2).

Usage: KERAS_BACKEND=numpy python3 optimizers_keras.py ../resources/golden/optimizers-keras.json

A case is called as a recipe writes its optimiser; what it leaves out is left to Keras's defaults, too.
"""

import json
import sys

import keras
import numpy
from keras import optimizers

STEPS = 14
KERNEL = 8
START = [0, 0, 0, 1, -2, 0.25, 0, -0.001, 0, 0, 3, -0.5]
FACTORS = [1, 1, 1, 0.5, 0.5, 0.25, 2, 1, 1, 0.1, 1, 1, 1, 1]

CASES = {
    "{name: sgd}": lambda: optimizers.SGD(),
    "{name: sgd, momentum: 0.9}": lambda: optimizers.SGD(momentum=0.9),
    "{name: sgd, learningRate: 0.1, momentum: 0.8, nesterov: true}": lambda: optimizers.SGD(
        0.1, momentum=0.8, nesterov=True
    ),
    "{name: rmsProp}": lambda: optimizers.RMSprop(),
    "{name: rmsProp, momentum: 0.9}": lambda: optimizers.RMSprop(momentum=0.9),
    "{name: rmsProp, rho: 0.8, momentum: 0.5, epsilon: 0.001, centered: true}": lambda: optimizers.RMSprop(
        rho=0.8, momentum=0.5, epsilon=0.001, centered=True
    ),
    "{name: adam}": lambda: optimizers.Adam(),
    "{name: adam, learningRate: 0.01, beta1: 0.8, beta2: 0.95, epsilon: 0.1}": lambda: optimizers.Adam(
        0.01, beta_1=0.8, beta_2=0.95, epsilon=0.1
    ),
    "{name: nadam}": lambda: optimizers.Nadam(),
    "{name: nadam, learningRate: 0.01, beta1: 0.8, beta2: 0.95, epsilon: 0.1}": lambda: optimizers.Nadam(
        0.01, beta_1=0.8, beta_2=0.95, epsilon=0.1
    ),
    "{name: adadelta}": lambda: optimizers.Adadelta(),
    "{name: adadelta, learningRate: 1, rho: 0.9, epsilon: 1e-6}": lambda: optimizers.Adadelta(
        1.0, rho=0.9, epsilon=1e-6
    ),
    "{name: sgd, clip: {value: 0.5}}": lambda: optimizers.SGD(clipvalue=0.5),
    "{name: sgd, clip: {norm: 0.5}}": lambda: optimizers.SGD(clipnorm=0.5),
    "{name: sgd, clip: {globalNorm: 0.5}}": lambda: optimizers.SGD(global_clipnorm=0.5),
    "{name: adam, clip: {globalNorm: 2}}": lambda: optimizers.Adam(global_clipnorm=2.0),
}


def gradients():
    """Ordinary ones, zeros, one of nothing but zeros, a step of huge and one of tiny ones."""
    random = numpy.random.default_rng(7)
    rows = random.normal(size=(STEPS, len(START)))
    rows[:, 2] = 0
    rows[2, :5] = 0
    rows[5] = 0
    rows[7] *= 1e4
    rows[10] *= 1e-6
    rows[:, 6] *= 1e-5
    return rows.astype("float32")


def steps(optimizer, rows):
    start = numpy.array(START, "float32")
    variables = [keras.Variable(start[:KERNEL]), keras.Variable(start[KERNEL:])]
    optimizer.build(variables)
    rate = float(optimizer.learning_rate)
    weights = []
    for row, factor in zip(rows, FACTORS):
        optimizer.learning_rate = rate * factor
        optimizer.apply([row[:KERNEL], row[KERNEL:]])
        weights.append([float(x) for v in variables for x in numpy.array(v.value)])
    return weights


rows = gradients()
golden = {
    "oracle": "keras " + keras.__version__,
    "kernel": KERNEL,
    "start": START,
    "factors": FACTORS,
    "gradients": [[float(x) for x in row] for row in rows],
    "cases": {name: steps(make(), rows) for name, make in CASES.items()},
}
with open(sys.argv[1], "w") as file:
    json.dump(golden, file)
    file.write("\n")
