package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Reads a label file of YOLO: a line an object.
 *
 * <p>{@code class cx cy w h} are shares of the picture; a sixth number is a detector's confidence
 * and passed over. {@code class x1 y1 x2 y2 x3 y3 ...} with three points or more is an outline or a
 * turned box, of which the enclosing box is taken.
 */
final class YoloLabels {
  private static final double PRECISION = 1e6;

  private YoloLabels() {}

  /** An object in shares of the picture. */
  record Share(int classNumber, double xMin, double yMin, double xMax, double yMax, int line) {

    /**
     * In pixels, to the nearest millionth of one: relative decimals hold no more, and whole pixels
     * come back whole.
     */
    LabelledBox box(int width, int height, IntFunction<String> names, Path file) {
      return new LabelledBox(
          names.apply(classNumber),
          new Box(
              pixels(xMin * width),
              pixels(yMin * height),
              pixels(xMax * width),
              pixels(yMax * height)),
          new Fault.Place(file, line));
    }

    /** Whether a picture of that size can have such a box. */
    boolean isPossible(int width, int height) {
      return PixelNumber.isPossible(xMin * width)
          && PixelNumber.isPossible(yMin * height)
          && PixelNumber.isPossible(xMax * width)
          && PixelNumber.isPossible(yMax * height);
    }

    private static double pixels(double value) {
      return Math.rint(value * PRECISION) / PRECISION;
    }
  }

  /** The objects of a file; damaged lines are faults. */
  static List<Share> read(Path file, FaultLog faults) {
    List<Share> shares = new ArrayList<>();
    TextLines.read(
        file,
        faults,
        (text, line) -> {
          if (!text.isBlank()) {
            share(text.strip().split("\\s+", -1), new Fault.Place(file, line), faults, shares);
          }
        });
    return shares;
  }

  private static void share(
      String[] words, Fault.Place place, FaultLog faults, List<Share> shares) {
    OptionalInt classNumber = PixelNumber.parseSize(words[0]);
    double[] numbers = new double[words.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      OptionalDouble number = PixelNumber.parse(words[i + 1]);
      if (number.isEmpty()) {
        faults.add(FaultCode.BAD_NUMBER, place, "number " + (i + 2) + " is '" + words[i + 1] + "'");
        return;
      }
      numbers[i] = number.getAsDouble();
    }
    if (classNumber.isEmpty()) {
      faults.add(FaultCode.BAD_NUMBER, place, "the class number is '" + words[0] + "'");
    } else if (numbers.length == 4 || numbers.length == 5) {
      shares.add(
          new Share(
              classNumber.getAsInt(),
              numbers[0] - numbers[2] / 2,
              numbers[1] - numbers[3] / 2,
              numbers[0] + numbers[2] / 2,
              numbers[1] + numbers[3] / 2,
              place.line()));
    } else if (numbers.length >= 6 && numbers.length % 2 == 0) {
      shares.add(outline(classNumber.getAsInt(), numbers, place.line()));
    } else {
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION,
          place,
          "holds " + words.length + " numbers, where class cx cy w h are five");
    }
  }

  private static Share outline(int classNumber, double[] points, int line) {
    double xMin = points[0];
    double yMin = points[1];
    double xMax = xMin;
    double yMax = yMin;
    for (int i = 2; i < points.length; i += 2) {
      xMin = Math.min(xMin, points[i]);
      xMax = Math.max(xMax, points[i]);
      yMin = Math.min(yMin, points[i + 1]);
      yMax = Math.max(yMax, points[i + 1]);
    }
    return new Share(classNumber, xMin, yMin, xMax, yMax, line);
  }
}
