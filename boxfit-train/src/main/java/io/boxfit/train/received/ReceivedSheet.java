package io.boxfit.train.received;

import io.boxfit.data.Picture;
import io.boxfit.data.image.BoxDrawing;
import io.boxfit.model.network.Input;
import java.util.Arrays;

/**
 * A contact sheet of what was received: each picture rebuilt from its numbers, with the box that
 * its target stands for. What cannot be is magenta: a pixel, or the frame around a picture whose
 * target is no box within it.
 */
public final class ReceivedSheet {
  /** Between pictures and around them, px: room for a frame. */
  private static final int GAP = 6;

  /** Fits screens, px. */
  private static final int WIDEST = 1250;

  private static final int FRAME = 3;
  private static final byte GROUND = 96;

  private final Received received;
  private final Input input;
  private final int columns;
  private final int width;
  private final byte[] pixels;

  private ReceivedSheet(Received received) {
    this.received = received;
    this.input = received.input();
    int count = received.samples().size();
    int widest = Math.max(1, (WIDEST - GAP) / (input.width() + GAP));
    int rows = (count + widest - 1) / widest;
    this.columns = (count + rows - 1) / rows;
    this.width = columns * (input.width() + GAP) + GAP;
    this.pixels = new byte[3 * width * (rows * (input.height() + GAP) + GAP)];
  }

  /** The sheet in RGB: pictures at their own size, row by row in the order of the samples. */
  public static Picture of(Received received) {
    ReceivedSheet sheet = new ReceivedSheet(received);
    Arrays.fill(sheet.pixels, GROUND);
    for (int i = 0; i < received.samples().size(); i++) {
      sheet.place(i);
    }
    return new Picture(sheet.width, sheet.pixels.length / (3 * sheet.width), 3, sheet.pixels);
  }

  private void place(int sample) {
    int left = GAP + sample % columns * (input.width() + GAP);
    int top = GAP + sample / columns * (input.height() + GAP);
    if (received.isNoBox(sample)) {
      frame(left, top);
    }
    Picture tile = picture(received.samples().get(sample).image());
    BoxDrawing.onto(tile, received.box(sample));
    for (int y = 0; y < input.height(); y++) {
      int row = 3 * input.width();
      System.arraycopy(tile.pixels(), y * row, pixels, 3 * ((top + y) * width + left), row);
    }
  }

  /** The picture will cover all but its border. */
  private void frame(int left, int top) {
    for (int y = top - FRAME; y < top + input.height() + FRAME; y++) {
      for (int x = left - FRAME; x < left + input.width() + FRAME; x++) {
        magenta(pixels, y * width + x);
      }
    }
  }

  private Picture picture(float[] image) {
    int places = input.width() * input.height();
    byte[] rgb = new byte[3 * places];
    for (int i = 0; i < places; i++) {
      boolean possible = true;
      for (int channel = 0; channel < 3; channel++) {
        float number = image[channel % input.channels() * places + i];
        rgb[3 * i + channel] = (byte) Math.round(Received.level(number));
        possible &= !Received.isOutOfRange(number);
      }
      if (!possible) {
        magenta(rgb, i);
      }
    }
    return new Picture(input.width(), input.height(), 3, rgb);
  }

  private static void magenta(byte[] rgb, int place) {
    rgb[3 * place] = (byte) 255;
    rgb[3 * place + 1] = 0;
    rgb[3 * place + 2] = (byte) 255;
  }
}
