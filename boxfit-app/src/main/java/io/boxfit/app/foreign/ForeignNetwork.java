package io.boxfit.app.foreign;

import io.boxfit.core.BadInputException;
import io.boxfit.predict.TensorModel;
import io.boxfit.predict.TensorSlot;
import io.boxfit.predict.TensorValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network of any framework: pictures in, four numbers each out. */
final class ForeignNetwork {
  /** Enough to keep two threads busy. */
  private static final int AT_ONCE = 16;

  private static final long NUMBERS_AT_ONCE = 1 << 22;

  private final String file;
  private final TensorModel model;
  private final ImageInput input;
  private final String output;
  private boolean oneByOne;

  ForeignNetwork(String file, TensorModel model, ImageInput input, String output) {
    this.file = file;
    this.model = model;
    this.input = input;
    this.output = output;
  }

  ImageInput input() {
    return input;
  }

  /**
   * Four numbers for each picture, in their order.
   *
   * @throws BadInputException if the network fails on such an input, or gives other than four
   *     numbers for a picture
   */
  List<double[]> rows(List<FittedPicture> pictures, Preprocessing preprocessing) {
    InputShape shape = input.shape(preprocessing.axes()).orElseThrow();
    InputWriter writer = new InputWriter(shape, preprocessing);
    List<double[]> rows = new ArrayList<>();
    while (rows.size() < pictures.size()) {
      int count = batch(shape);
      List<FittedPicture> next =
          pictures.subList(rows.size(), Math.min(pictures.size(), rows.size() + count));
      // A network of a fixed batch gets the last picture again until it is full.
      int size = input.batch() > 0 ? input.batch() : next.size();
      float[] numbers = new float[Math.toIntExact(size * shape.numbers())];
      for (int i = 0; i < size; i++) {
        int place = (int) (i * shape.numbers());
        writer.write(next.get(Math.min(i, next.size() - 1)), numbers, place);
      }
      float[] answer;
      try {
        answer = run(new TensorValues(numbers, shape.of(size)), size);
      } catch (BadInputException e) {
        if (input.batch() == 0 && size > 1 && !oneByOne) {
          // Its file says that any number will do, its inside may hold another opinion.
          oneByOne = true;
          continue;
        }
        throw input.isSizeFree() ? withSize(e, shape) : e;
      }
      for (int i = 0; i < next.size(); i++) {
        rows.add(row(answer, i));
      }
    }
    return rows;
  }

  /** A file may leave a size free that its inside has fixed. */
  private static BadInputException withSize(BadInputException failure, InputShape shape) {
    return new BadInputException(
        "%s; it was fed with %dx%d: say by --input-size the size that it was trained with"
            .formatted(failure.getMessage(), shape.width(), shape.height()),
        failure);
  }

  private static double[] row(float[] answer, int index) {
    double[] row = new double[4];
    Arrays.setAll(row, k -> answer[4 * index + k]);
    return row;
  }

  private int batch(InputShape shape) {
    if (input.batch() > 0) {
      return input.batch();
    }
    long fitting = NUMBERS_AT_ONCE / shape.numbers();
    return oneByOne ? 1 : (int) Math.max(1, Math.min(AT_ONCE, fitting));
  }

  private float[] run(TensorValues image, int pictures) {
    Map<String, TensorValues> fed = new HashMap<>();
    for (TensorSlot slot : model.inputs()) {
      fed.put(slot.name(), slot.name().equals(input.slot().name()) ? image : zeros(slot));
    }
    TensorValues answer = model.run(fed, output);
    if (answer.numbers().length != 4 * pictures) {
      throw new BadInputException(
          file
              + " gives "
              + output
              + " "
              + Arrays.toString(answer.shape())
              + " for "
              + (pictures == 1 ? "one picture" : pictures + " pictures")
              + ", not four numbers a picture"
              + (model.outputs().size() > 1
                  ? "; name another by --output: "
                  : instead(answer.numbers().length / pictures))
              + Slots.words(model.outputs()));
    }
    return answer.numbers();
  }

  /** A few more than four are commonly the box and a score or two behind it. */
  private static String instead(int numbers) {
    return numbers > 4 && numbers <= 8
        ? "; export the box alone, such as y[:, :4]: "
        : "; a network of one box a picture is needed: ";
  }

  /** Other inputs are switches for training and the like, which are off at zero. */
  private static TensorValues zeros(TensorSlot slot) {
    long[] shape = slot.shape().stream().mapToLong(size -> Math.max(1, size)).toArray();
    long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    return new TensorValues(new float[Math.toIntExact(count)], shape);
  }
}
