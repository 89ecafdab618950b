package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another way to make boxes of the four numbers that boxes were made of.
 *
 * @param as what the numbers were taken for
 * @param reading what they are
 */
record Decoding(Numbers as, Reading reading) {

  /** All of them. */
  static List<Decoding> all() {
    return Arrays.stream(Numbers.values())
        .flatMap(
            as -> Stream.of(Scale.PIXELS, Scale.RELATIVE, Scale.SIGNED).flatMap(s -> all(as, s)))
        .toList();
  }

  private static Stream<Decoding> all(Numbers as, Scale scale) {
    return Arrays.stream(Layout.values())
        .map(layout -> new Decoding(as, new Reading(layout, scale)));
  }

  String words() {
    return reading.words() + ", not as " + as.words();
  }

  /** The box that should have been made. */
  Box again(Box box, int width, int height) {
    double across = reading.scale() == Scale.PIXELS ? 1 : width;
    double down = reading.scale() == Scale.PIXELS ? 1 : height;
    Box told =
        new Box(box.xMin() / across, box.yMin() / down, box.xMax() / across, box.yMax() / down);
    return reading.decode(as.of(told), width, height);
  }
}
