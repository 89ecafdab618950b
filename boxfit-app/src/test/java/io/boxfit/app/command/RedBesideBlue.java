package io.boxfit.app.command;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.data.image.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of 64x48 with a red rectangle, which is the object, on a blue one that is not. */
final class RedBesideBlue {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  private RedBesideBlue() {}

  /** Writes pictures and boxes.csv into a folder. */
  static Path write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    RandomStream random = new Seed(1).stream("red beside blue");
    StringBuilder table = new StringBuilder("image,xmin,ymin,xmax,ymax,label\n");
    for (int i = 0; i < count; i++) {
      byte[] pixels = new byte[WIDTH * HEIGHT * 3];
      for (int at = 0; at < WIDTH * HEIGHT; at++) {
        int gray = random.nextInt(30, 90);
        set(pixels, at, gray, gray, gray);
      }
      rectangle(pixels, random, 20, 240);
      int[] red = rectangle(pixels, random, 240, 20);
      String name = String.format("p%03d.png", i);
      Files.write(folder.resolve(name), PictureWriter.png(new Picture(WIDTH, HEIGHT, 3, pixels)));
      table.append(String.format("%s,%d,%d,%d,%d,thing%n", name, red[0], red[1], red[2], red[3]));
    }
    Files.writeString(folder.resolve("boxes.csv"), table);
    return folder;
  }

  private static int[] rectangle(byte[] pixels, RandomStream random, int red, int blue) {
    int width = random.nextInt(8, 20);
    int height = random.nextInt(8, 18);
    int left = random.nextInt(WIDTH - width + 1);
    int top = random.nextInt(HEIGHT - height + 1);
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        set(pixels, y * WIDTH + x, red, 25, blue);
      }
    }
    return new int[] {left, top, left + width, top + height};
  }

  private static void set(byte[] pixels, int at, int red, int green, int blue) {
    pixels[3 * at] = (byte) red;
    pixels[3 * at + 1] = (byte) green;
    pixels[3 * at + 2] = (byte) blue;
  }
}
