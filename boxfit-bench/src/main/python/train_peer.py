"""Trains the network of the recipe `reliable` in PyTorch on demand: one JSON request a line in, one JSON answer a line out.

  {"do": "pictures", "file": F}            takes tensors image and box from a safetensors file; answers versions and sizes
  {"do": "train", "threads": T, "warmUp": W, "steps": S}   trains W + S steps; answers seconds of the last S and the mean loss
  {"do": "predict", "weights": F, "count": N}              boxes of the first N pictures with these weights
  {"do": "memory"}                         answers the highest resident memory so far

Usage: train_peer.py STEPS   (steps that the learning rate's schedule is planned for)
"""
import json
import struct
import sys
import time

import numpy as np
import torch

from coarse_to_fine import OWN_AFTER, CoarseToFine, loss

BATCH, RATE = 32, 0.015


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


class Training:
    def __init__(self, steps):
        torch.manual_seed(1)
        self.network = CoarseToFine()
        self.planned = steps
        kernels = [p for p in self.network.parameters() if p.dim() > 1]
        others = [p for p in self.network.parameters() if p.dim() == 1]
        groups = [{'params': kernels, 'weight_decay': 0.01}, {'params': others, 'weight_decay': 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.99), foreach=True)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, RATE, total_steps=steps, pct_start=0.15, cycle_momentum=False,
            div_factor=25, final_div_factor=400)
        self.step = 0

    def run(self, steps, images, boxes):
        losses = []
        for _ in range(steps):
            at = self.step % (len(images) // BATCH) * BATCH
            value = loss(self.network, images[at:at + BATCH], boxes[at:at + BATCH],
                         self.step > OWN_AFTER * self.planned)
            self.optimizer.zero_grad(set_to_none=True)
            value.backward()
            self.optimizer.step()
            self.schedule.step()
            self.step += 1
            losses.append(value.item())
        return losses


class Peer:
    def __init__(self, steps):
        self.steps = steps
        self.tensors = None

    def pictures(self, request):
        self.tensors = read_safetensors(request['file'])
        parameters = sum(p.numel() for p in CoarseToFine().parameters())
        return {'python': sys.version.split()[0], 'torch': torch.__version__, 'parameters': parameters}

    def train(self, request):
        torch.set_num_threads(request['threads'])
        training = Training(self.steps)
        training.run(request['warmUp'], self.tensors['image'], self.tensors['box'])
        begin = time.perf_counter()
        losses = training.run(request['steps'], self.tensors['image'], self.tensors['box'])
        return {'seconds': time.perf_counter() - begin, 'loss': sum(losses) / len(losses)}

    def predict(self, request):
        network = CoarseToFine()
        network.load_state_dict(module_names(read_safetensors(request['weights'])))
        return {'boxes': network.predict(self.tensors['image'][:request['count']]).tolist()}

    def memory(self, _):
        # Not getrusage: what it says includes the process that started this one.
        with open('/proc/self/status') as status:
            peak = next(line for line in status if line.startswith('VmHWM:'))
        return {'peakBytes': int(peak.split()[1]) * 1024}


def main():
    peer = Peer(int(sys.argv[1]))
    answers = {'pictures': peer.pictures, 'train': peer.train, 'predict': peer.predict, 'memory': peer.memory}
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(answers[request['do']](request)), flush=True)


if __name__ == '__main__':
    main()
