package io.boxfit.app.foreign;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import io.boxfit.doctor.reading.Frame;
import io.boxfit.doctor.reading.FramedReading;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the user says that a network is used, from the words of the command line. */
final class Claim {
  private static final String PREPROCESSING = "--preprocessing";
  private static final String READING = "--reading";

  private Claim() {}

  /**
   * The preparation of the input; where a part is not named it is the usual one.
   *
   * @throws BadInputException if a word is unknown or does not fit the input
   */
  static Preprocessing preprocessing(String file, ImageInput input, Optional<String> text) {
    Preprocessing usual = input.usual();
    List<String> words = words(text);
    Map<String, ColorOrder> colors = table(ColorOrder.values(), ColorOrder::words);
    Map<String, ValueRange> ranges = table(ValueRange.values(), ValueRange::words);
    Map<String, AxisOrder> axes = table(AxisOrder.values(), AxisOrder::words);
    Map<String, Fit> fits = table(Fit.values(), Fit::words);
    requireKnown(PREPROCESSING, words, List.of(colors, ranges, axes, fits));
    Preprocessing claimed =
        new Preprocessing(
            pick(words, colors).orElse(usual.colors()),
            pick(words, ranges).orElse(usual.range()),
            pick(words, axes).orElse(usual.axes()),
            pick(words, fits).orElse(usual.fit()));
    if (!input.preparations(List.of(claimed.fit())).contains(claimed)) {
      throw new BadInputException(
          "%s: %s does not fit the input of %s, %s; the usual way is %s"
              .formatted(
                  PREPROCESSING, claimed.words(), file, input.slot().words(), usual.words()));
    }
    return claimed;
  }

  /**
   * The reading of the output; corners where nobody says, and shares where nearly all numbers are
   * small enough for it.
   *
   * @param rows what the network gives
   * @throws BadInputException if a word is unknown
   */
  static FramedReading reading(List<double[]> rows, Optional<String> text) {
    List<String> words = words(text);
    Map<String, Layout> layouts = table(Layout.values(), Claim::lower);
    Map<String, Scale> scales = table(Scale.values(), Claim::lower);
    Map<String, Frame> frames = table(Frame.values(), Claim::lower);
    requireKnown(READING, words, List.of(layouts, scales, frames));
    return new FramedReading(
        new Reading(
            pick(words, layouts).orElse(Layout.XYXY),
            pick(words, scales).orElseGet(() -> small(rows) ? Scale.RELATIVE : Scale.PIXELS)),
        pick(words, frames).orElse(Frame.INPUT));
  }

  private static boolean small(List<double[]> rows) {
    long count = rows.stream().flatMapToDouble(Arrays::stream).count();
    long small =
        rows.stream().flatMapToDouble(Arrays::stream).filter(v -> Math.abs(v) <= 1.5).count();
    return small >= 0.95 * count;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> words(Optional<String> text) {
    return text.stream()
        .flatMap(t -> Arrays.stream(t.split(",", -1)))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static <T> Map<String, T> table(T[] values, Function<T, String> words) {
    Map<String, T> table = new LinkedHashMap<>();
    for (T value : values) {
      table.put(words.apply(value), value);
    }
    return table;
  }

  private static <T> Optional<T> pick(List<String> words, Map<String, T> table) {
    return words.stream().filter(table::containsKey).findFirst().map(table::get);
  }

  private static void requireKnown(
      String option, List<String> words, List<? extends Map<String, ?>> tables) {
    List<String> known = tables.stream().flatMap(table -> table.keySet().stream()).toList();
    for (String word : words) {
      if (!known.contains(word)) {
        throw new BadInputException(
            "%s: unknown word '%s'; %swords are %s"
                .formatted(
                    option,
                    word,
                    NearestName.near(word, known)
                        .map(name -> "did you mean '" + name + "'? The ")
                        .orElse(""),
                    String.join(", ", known)));
      }
    }
    for (Map<String, ?> table : tables) {
      List<String> same = words.stream().filter(table::containsKey).distinct().toList();
      if (same.size() > 1) {
        throw new BadInputException(
            "%s: %s contradict each other".formatted(option, String.join(" and ", same)));
      }
    }
  }
}
