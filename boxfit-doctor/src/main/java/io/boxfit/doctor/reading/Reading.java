package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.Locale;

/**
 * One way to read four numbers as a box.
 *
 * @param layout what each is
 * @param scale what they are counted in
 */
public record Reading(Layout layout, Scale scale) implements BoxReading {

  @Override
  public Box decode(double[] four, int width, int height) {
    return scale.pixels(layout.decode(scale.activated(four)), width, height);
  }

  @Override
  public String unit() {
    return scale.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String words() {
    return layout.words() + ", " + scale.words();
  }
}
