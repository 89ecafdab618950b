"""Draws letters of the preset `varied` with Pillow and numpy on demand: one JSON request a line in, one answer a line out.

  {"processes": P, "count": N}   draws N letters in P processes; answers the seconds that took

The same pictures in kind, not in pixels: 200x100 RGB, faces, sizes, rotations, colours and grounds as `varied` has them.
Clutter is drawn without antialiasing, which is less work.

Usage: letters_peer.py FONT...
"""
import json
import math
import multiprocessing
import sys
import time
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, CONTRAST = 200, 100, 48
LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
FONTS = sys.argv[1:]
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)


@lru_cache(maxsize=None)
def font(face, pixels):
    return ImageFont.truetype(FONTS[face], pixels)


def luma(colour):
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def colour(rng, allowed):
    while True:
        drawn = rng.integers(0, 256, 3).tolist()
        if allowed(luma(drawn)):
            return drawn


def glyph(rng):
    """Coverage of one letter, 0 to 255, cut to where there is some."""
    face = font(int(rng.integers(len(FONTS))), int(rng.integers(16, 73)))
    angle = float(rng.uniform(-15, 15)) if rng.integers(3) == 0 else 0.0
    mask = face.getmask(LETTERS[rng.integers(len(LETTERS))], mode='L')
    image = Image.new('L', (mask.size[0] + 4, mask.size[1] + 4))
    image.im.paste(mask, (2, 2, mask.size[0] + 2, mask.size[1] + 2))
    if angle:
        image = image.rotate(angle, Image.BICUBIC, expand=True)
    box = image.getbbox()
    return np.asarray(image.crop(box) if box else image)


def clutter(rng, base, ink):
    image = Image.new('RGB', (WIDTH, HEIGHT), tuple(base))
    draw = ImageDraw.Draw(image)
    for _ in range(rng.integers(3, 11)):
        paint = tuple(colour(rng, lambda v: abs(v - ink) >= CONTRAST))
        kind = rng.integers(10)
        x, y = rng.uniform(-10, WIDTH + 10), rng.uniform(-10, HEIGHT + 10)
        if kind < 4:
            end = rng.uniform(-10, WIDTH + 10), rng.uniform(-10, HEIGHT + 10)
            draw.line([(x, y), end], fill=paint, width=int(rng.integers(1, 5)))
            continue
        box = [x, y, x + rng.uniform(6, 70), y + rng.uniform(6, 50)]
        shape = draw.ellipse if kind < 7 else draw.rectangle
        if rng.integers(2):
            shape(box, fill=paint)
        else:
            shape(box, outline=paint, width=int(rng.integers(1, 4)))
    return np.array(image, dtype=np.float32)


def ground(rng, base, ink):
    kind = rng.random()
    if kind < 0.4:
        return np.full((HEIGHT, WIDTH, 3), base, np.float32)
    if kind < 0.6:
        side = math.copysign(1, luma(base) - ink)
        end = colour(rng, lambda v: (v - ink) * side >= CONTRAST)
        angle = rng.uniform(0, 2 * math.pi)
        share = X * np.float32(math.cos(angle)) + Y * np.float32(math.sin(angle))
        share = (share - share.min()) / (share.max() - share.min())
        return share[..., None] * (np.float32(end) - np.float32(base)) + np.float32(base)
    if kind < 0.8:
        noise = rng.standard_normal((HEIGHT, WIDTH, 3), dtype=np.float32)
        return np.clip(noise * np.float32(rng.uniform(5, 30)) + np.float32(base), 0, 255)
    return clutter(rng, base, ink)


def letter(rng):
    """A picture (100, 200, 3) uint8 and the tight box of its ink."""
    while True:
        cover = glyph(rng)
        height, width = cover.shape
        ink = cover >= 128
        if height <= HEIGHT and width <= WIDTH and ink.any():
            break
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    x, y = int(rng.integers(WIDTH - width + 1)), int(rng.integers(HEIGHT - height + 1))
    paint = rng.integers(0, 256, 3).tolist()
    level = luma(paint)
    picture = ground(rng, colour(rng, lambda v: abs(v - level) >= CONTRAST), level)
    under = picture[y:y + height, x:x + width]
    under += (np.float32(paint) - under) * (cover[..., None] * np.float32(1 / 255))
    box = x + columns[0], y + rows[0], x + columns[-1] + 1, y + rows[-1] + 1
    return np.rint(picture).astype(np.uint8), box


def draw(task):
    seed, count = task
    rng = np.random.default_rng(seed)
    for _ in range(count):
        letter(rng)


def main():
    pools = {}
    for line in sys.stdin:
        request = json.loads(line)
        processes, count = request['processes'], request['count']
        if processes > 1 and processes not in pools:
            pools[processes] = multiprocessing.Pool(processes)
            pools[processes].map(draw, [(0, 50)] * processes, chunksize=1)
        begin = time.perf_counter()
        if processes == 1:
            draw((1, count))
        else:
            # More tasks than processes, so that none waits long for the last one.
            tasks = 4 * processes
            pools[processes].map(draw, [(k, count // tasks) for k in range(tasks)], chunksize=1)
        print(json.dumps({'seconds': time.perf_counter() - begin}), flush=True)
    for pool in pools.values():
        pool.close()
        pool.join()


if __name__ == '__main__':
    main()
