"""Trains a recipe's network in PyTorch on demand: one JSON request a line in, one JSON answer a line out.

  {"do": "pictures", "file": F}            takes tensors image and box from a safetensors file; answers versions and sizes
  {"do": "train", "threads": T, "warmUp": W, "steps": S}   trains W + S steps; answers seconds of the last S and the mean loss
  {"do": "predict", "weights": F, "count": N}              boxes of the first N pictures with these weights
  {"do": "memory"}                         answers the highest resident memory so far

Usage: train_peer.py RECIPE STEPS   (reliable or article; steps that the learning rate's schedule is planned for)
"""
import json
import struct
import sys
import time

import numpy as np
import torch

import article
import coarse_to_fine


def read_safetensors(path):
    with open(path, 'rb') as file:
        header = json.loads(file.read(struct.unpack('<Q', file.read(8))[0]))
        data = file.read()
    header.pop('__metadata__', None)
    tensors = {}
    for name, entry in header.items():
        begin, end = entry['data_offsets']
        values = np.frombuffer(data, '<f4', (end - begin) // 4, begin).reshape(entry['shape'])
        tensors[name] = torch.from_numpy(values.copy())
    return tensors


def module_names(weights):
    kinds = {'kernel': 'weight', 'bias': 'bias', 'gain': 'weight', 'shift': 'bias'}
    names = (name.rpartition('.') for name in weights)
    return dict(zip((layer + '.' + kinds[kind] for layer, _, kind in names), weights.values()))


class Reliable:
    """AdamW, no decay of biases and norms, one cycle of the learning rate."""
    network_class, batch, rate = coarse_to_fine.CoarseToFine, 32, 0.015

    def __init__(self, network, steps):
        self.network = network
        self.own_after = coarse_to_fine.OWN_AFTER * steps
        kernels = [p for p in network.parameters() if p.dim() > 1]
        others = [p for p in network.parameters() if p.dim() == 1]
        groups = [{'params': kernels, 'weight_decay': 0.01}, {'params': others, 'weight_decay': 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=self.rate, betas=(0.9, 0.99), foreach=True)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, self.rate, total_steps=steps, pct_start=0.15, cycle_momentum=False,
            div_factor=25, final_div_factor=400)

    def loss(self, step, images, boxes):
        return coarse_to_fine.loss(self.network, images, boxes, step > self.own_after)


class Article:
    """Adam at a constant rate."""
    network_class, batch = article.Article, 100
    schedule = None

    def __init__(self, network, steps):
        self.network = network
        self.optimizer = torch.optim.Adam(network.parameters(), lr=0.001, eps=1e-7, foreach=True)

    def loss(self, step, images, boxes):
        return article.loss(self.network, images, boxes)


RECIPES = {'reliable': Reliable, 'article': Article}


class Training:
    def __init__(self, recipe, steps):
        torch.manual_seed(1)
        self.recipe = recipe(recipe.network_class(), steps)
        self.step = 0

    def run(self, steps, images, boxes):
        recipe, batch = self.recipe, self.recipe.batch
        losses = []
        for _ in range(steps):
            at = self.step % (len(images) // batch) * batch
            value = recipe.loss(self.step, images[at:at + batch], boxes[at:at + batch])
            recipe.optimizer.zero_grad(set_to_none=True)
            value.backward()
            recipe.optimizer.step()
            if recipe.schedule:
                recipe.schedule.step()
            self.step += 1
            losses.append(value.item())
        return losses


class Peer:
    def __init__(self, recipe, steps):
        self.recipe = recipe
        self.steps = steps
        self.tensors = None

    def pictures(self, request):
        self.tensors = read_safetensors(request['file'])
        parameters = sum(p.numel() for p in self.recipe.network_class().parameters())
        return {'python': sys.version.split()[0], 'torch': torch.__version__, 'parameters': parameters}

    def train(self, request):
        torch.set_num_threads(request['threads'])
        training = Training(self.recipe, self.steps)
        training.run(request['warmUp'], self.tensors['image'], self.tensors['box'])
        begin = time.perf_counter()
        losses = training.run(request['steps'], self.tensors['image'], self.tensors['box'])
        return {'seconds': time.perf_counter() - begin, 'loss': sum(losses) / len(losses)}

    def predict(self, request):
        network = self.recipe.network_class()
        network.load_state_dict(module_names(read_safetensors(request['weights'])))
        return {'boxes': network.predict(self.tensors['image'][:request['count']]).tolist()}

    def memory(self, _):
        # Not getrusage: what it says includes the process that started this one.
        with open('/proc/self/status') as status:
            peak = next(line for line in status if line.startswith('VmHWM:'))
        return {'peakBytes': int(peak.split()[1]) * 1024}


def main():
    peer = Peer(RECIPES[sys.argv[1]], int(sys.argv[2]))
    answers = {'pictures': peer.pictures, 'train': peer.train, 'predict': peer.predict, 'memory': peer.memory}
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(answers[request['do']](request)), flush=True)


if __name__ == '__main__':
    main()
