// Writes golden steps of optimisers by TensorFlow.js (@tensorflow/tfjs 4.22.0) on its CPU backend.
//
// Usage: npm install; node optimizers.mjs ../resources/golden/optimizers-keras.json ../resources/golden/optimizers-tfjs.json
//
// Start and gradients are those of the first file; the rate stays. Two of its optimisers are no oracle, because they are
// not Keras's: Adadelta divides by the mean square before the step's gradient is in it, and centred RMSprop takes epsilon
// off instead of adding it. Its Adam is the paper's algorithm 1, that of adamW without decay.

import { readFileSync, writeFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
const golden = JSON.parse(readFileSync(process.argv[2], 'utf8'));
golden.factors = golden.gradients.map(() => 1);

const cases = {
  '{name: sgd, learningRate: 0.02}': () => tf.train.sgd(0.02),
  '{name: sgd, learningRate: 0.02, momentum: 0.9}': () => tf.train.momentum(0.02, 0.9),
  '{name: sgd, learningRate: 0.02, momentum: 0.9, nesterov: true}': () => tf.train.momentum(0.02, 0.9, true),
  '{name: rmsProp, learningRate: 0.002}': () => tf.train.rmsprop(0.002, 0.9, 0, 1e-7),
  '{name: rmsProp, learningRate: 0.002, momentum: 0.7}': () => tf.train.rmsprop(0.002, 0.9, 0.7, 1e-7),
  '{name: adamW, learningRate: 0.002, epsilon: 1e-7, weightDecay: 0}': () => tf.train.adam(0.002, 0.9, 0.999, 1e-7),
};

function steps(optimizer) {
  const variable = tf.variable(tf.tensor1d(golden.start));
  return golden.gradients.map(row => {
    optimizer.applyGradients([{ name: variable.name, tensor: tf.tensor1d(row) }]);
    return Array.from(variable.dataSync());
  });
}

golden.oracle = `@tensorflow/tfjs ${tf.version.tfjs}`;
golden.cases = Object.fromEntries(Object.entries(cases).map(([name, make]) => [name, steps(make())]));
writeFileSync(process.argv[3], JSON.stringify(golden) + '\n');
