"""Writes the small pictures of this folder and, beside each, what Pillow sees in it.

Run once: python3 make.py (Pillow 9.4, NumPy). NAME.ppm holds the upright RGB pixels on white.
"""

import os
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps, ImageSequence

HERE = os.path.dirname(os.path.abspath(__file__))
W, H = 24, 16


def scene(channels):
    """Smooth, different in every channel and along both axes, so that no mix-up goes unseen."""
    y, x = np.mgrid[0:H, 0:W].astype(float)
    planes = [
        20 + 9 * x,
        230 - 12 * y,
        128 + 90 * np.sin(x / 7 + y / 5),
        60 + 4 * x + 3 * y,
    ]
    return np.stack(planes[:channels], -1).clip(0, 255).round().astype(np.uint8)


RGB = Image.fromarray(scene(3))


def path(name):
    return os.path.join(HERE, name)


def on_white(image):
    rgba = image.convert("RGBA")
    white = Image.new("RGBA", rgba.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, rgba).convert("RGB")


def golden(name, image=None):
    if image is None:
        with Image.open(path(name)) as opened:
            image = ImageOps.exif_transpose(opened)
            image = on_white(image) if has_alpha(image) else image.convert("RGB")
    image.save(path(name + ".ppm"))


def has_alpha(image):
    return image.mode in ("RGBA", "LA") or "transparency" in image.info


def save(name, image, **options):
    image.save(path(name), **options)
    golden(name)


def png(name, array, colour_type):
    """16 bits a sample, which Pillow cannot write for colours."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in array)
    header = struct.pack(">IIBBBBB", W, H, 16, colour_type, 0, 0, 0)
    with open(path(name), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header))
        file.write(chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()


def main():
    save("progressive.jpg", RGB, quality=95, progressive=True, subsampling=0)
    save("subsampled.jpg", RGB, quality=90, subsampling=2)
    save("gray.jpg", Image.fromarray(scene(1)[..., 0]), quality=95)
    cmyk = Image.fromarray(scene(4), "CMYK")
    save("cmyk.jpg", cmyk, quality=95)
    # The same numbers, said to be luminance, colour differences and black.
    with open(path("cmyk.jpg"), "rb") as file:
        data = bytearray(file.read())
    data[data.index(b"Adobe") + 11] = 2
    with open(path("ycck.jpg"), "wb") as file:
        file.write(data)
    golden("ycck.jpg")

    wide = scene(3).astype(np.uint16) * 211 + 300
    png("sixteen.png", wide, 2)
    golden("sixteen.png", Image.fromarray((wide * (255 / 65535)).round().astype(np.uint8)))
    png("sixteen-gray.png", wide[..., :1], 0)
    gray = (wide[..., 0] * (255 / 65535)).round().astype(np.uint8)
    golden("sixteen-gray.png", Image.fromarray(gray).convert("RGB"))
    palette = RGB.quantize(16)
    save("palette.png", palette, transparency=bytes(255 - 16 * i for i in range(16)))
    save("alpha.png", Image.fromarray(scene(4)))
    save("gray-alpha.png", Image.fromarray(scene(2), "LA"))
    save("one-bit.png", RGB.convert("1"))
    save("plain.png", RGB)

    save("lossy.webp", RGB, quality=95)
    save("lossless.webp", RGB, lossless=True)
    save("alpha.webp", Image.fromarray(scene(4)), lossless=True, exact=True)
    save("lossy-alpha.webp", Image.fromarray(scene(4)), quality=95)

    save("plain.bmp", RGB)
    save("palette.bmp", palette)
    save("lzw.tiff", RGB, compression="tiff_lzw")
    save("deflate.tiff", RGB, compression="tiff_adobe_deflate")
    save("packbits-gray.tiff", RGB.convert("L"), compression="packbits")
    save("jpeg.tiff", RGB, compression="jpeg", quality=95)
    save("alpha.tiff", Image.fromarray(scene(4)), compression="tiff_lzw")
    save("cmyk.tiff", cmyk, compression="tiff_lzw")
    save("still.gif", palette)
    save("transparent.gif", palette, transparency=3)
    frames = [RGB.quantize(8), RGB.transpose(Image.FLIP_LEFT_RIGHT).quantize(8)]
    frames[0].save(path("animated.gif"), save_all=True, append_images=frames[1:], duration=50)
    golden("animated.gif")
    other = RGB.transpose(Image.FLIP_LEFT_RIGHT)
    RGB.save(path("animated.webp"), save_all=True, append_images=[other], lossless=True)
    with Image.open(path("animated.webp")) as opened:
        golden("animated.webp", next(ImageSequence.Iterator(opened)).convert("RGB"))

    for orientation in range(1, 9):
        save(f"orientation-{orientation}.jpg", RGB, quality=95, subsampling=0,
             exif=exif(orientation))
    save("orientation-6.png", RGB, exif=exif(6))
    save("orientation-8.webp", RGB, lossless=True, exif=exif(8))
    # This Pillow turns a TIFF as it loads it, and would once more.
    RGB.save(path("orientation-5.tiff"), exif=exif(5))
    golden("orientation-5.tiff", RGB.transpose(Image.TRANSPOSE))


main()
