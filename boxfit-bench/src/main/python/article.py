"""The network of the recipe `article` and its mean squared error in plain PyTorch (1.13 or newer), as its users would write it.

Names of modules are those of the network's layers, so that state_dict() and weights.safetensors fit together.
Pictures are (N, 1, 100, 200) in [-1, 1], boxes (N, 4) as xMin, yMin, xMax, yMax in pixels.
"""
import torch
from torch import nn
from torch.nn import functional as F

EXTENT = torch.tensor([200.0, 100.0, 200.0, 100.0])


class Article(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 16)
        self.dense1 = nn.Linear(4 * 42 * 92, 200)
        self.dense2 = nn.Linear(200, 64)
        self.sides = nn.Linear(64, 4)
        for layer in self.children():
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, image):
        """The sides as shares of the picture's width and height."""
        x = F.max_pool2d(F.leaky_relu(self.conv(image), 0.2, inplace=True), 3, 2)
        x = F.dropout(x, 0.2, self.training).flatten(1)
        x = F.leaky_relu(self.dense1(x), 0.2, inplace=True)
        x = F.leaky_relu(self.dense2(x), 0.2, inplace=True)
        return self.sides(x).sigmoid()

    @torch.no_grad()
    def predict(self, image):
        self.eval()
        return self(image) * EXTENT


def loss(network, image, truth):
    return F.mse_loss(network(image), truth / EXTENT)
