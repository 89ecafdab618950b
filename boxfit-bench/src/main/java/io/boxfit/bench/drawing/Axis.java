package io.boxfit.bench.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What runs along one side of a chart.
 *
 * @param label what it is, with its unit
 * @param least where it begins
 * @param most where it ends, above {@code least}
 * @param logarithmic whether equal ways are equal factors; {@code least} is above 0 then
 */
public record Axis(String label, double least, double most, boolean logarithmic) {
  private static final int TICKS = 5;

  /**
   * @throws IllegalArgumentException if it has no length
   */
  public Axis {
    if (!(most > least) || (logarithmic && !(least > 0))) {
      throw new IllegalArgumentException(label + " from " + least + " to " + most);
    }
  }

  /** From one number to another in equal steps. */
  public static Axis linear(String label, double least, double most) {
    return new Axis(label, least, most, false);
  }

  /** Around all numbers that are finite and above 0, in equal factors. */
  public static Axis logarithmic(String label, DoubleStream numbers) {
    double[] shown = numbers.filter(v -> v > 0 && Double.isFinite(v)).toArray();
    double least = DoubleStream.of(shown).min().orElse(0.1);
    double most = DoubleStream.of(shown).max().orElse(1);
    return new Axis(label, least / 1.5, most * 1.5, true);
  }

  /** Where a number lies: 0 at the beginning, 1 at the end, never beyond. */
  double share(double value) {
    double share =
        logarithmic
            ? Math.log(Math.max(value, least) / least) / Math.log(most / least)
            : (value - least) / (most - least);
    return Math.max(0, Math.min(1, share));
  }

  /** Round numbers along the axis, some five. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      int first = (int) Math.ceil(Math.log10(least) - 1e-9);
      int last = (int) Math.floor(Math.log10(most) + 1e-9);
      int every = Math.max(1, (last - first + TICKS) / TICKS);
      for (int power = first; power <= last; power += every) {
        ticks.add(Math.pow(10, power));
      }
    } else {
      double step = step();
      for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + 1e-9 * step; i++) {
        ticks.add(i * step);
      }
    }
    return ticks;
  }

  private double step() {
    double rough = (most - least) / TICKS;
    double ten = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / ten;
    return ten * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /** A tick in words. */
  String words(double tick) {
    if (logarithmic) {
      int power = (int) Math.round(Math.log10(tick));
      return power < -4 || power > 5
          ? "1e" + power
          : String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", tick);
    }
    int places = (int) Math.max(0, Math.ceil(-Math.log10(step()) - 1e-9));
    return String.format(Locale.ROOT, "%." + places + "f", tick == 0 ? 0.0 : tick)
        .replace('-', '−');
  }
}
