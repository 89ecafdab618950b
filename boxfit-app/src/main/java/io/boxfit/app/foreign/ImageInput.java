package io.boxfit.app.foreign;

import io.boxfit.core.BadInputException;
import io.boxfit.predict.TensorSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The input of a network that takes the picture.
 *
 * @param slot in the file
 * @param shapes that its axes may mean, at least one
 * @param batch pictures that it takes at once; 0 where that is free
 */
record ImageInput(TensorSlot slot, List<InputShape> shapes, int batch) {
  /** 256 MB of floats. */
  private static final long MOST_NUMBERS = 1 << 26;

  /** Copies the list. */
  ImageInput {
    shapes = List.copyOf(shapes);
  }

  /**
   * An input as an image.
   *
   * @param file in messages
   * @param asked width and height, where the user says them
   * @param pictures width and height, where all pictures have the same
   * @throws BadInputException if it is none, or its size is free and nobody says one
   */
  static ImageInput of(
      String file, TensorSlot slot, Optional<int[]> asked, Optional<int[]> pictures) {
    List<Long> sizes = slot.shape();
    if (sizes.size() != 4 || ranges(slot.type()).isEmpty()) {
      throw noImage(file, slot);
    }
    List<InputShape> shapes = new ArrayList<>();
    for (AxisOrder axes : orders(sizes)) {
      shapes.add(
          new InputShape(
              axes,
              sizes.get(axes.channelAxis()) == 1 ? 1 : 3,
              size(file, slot, sizes.get(axes.columnAxis()), 0, asked, pictures),
              size(file, slot, sizes.get(axes.rowAxis()), 1, asked, pictures)));
    }
    if (shapes.isEmpty()) {
      throw noImage(file, slot);
    }
    ImageInput input = new ImageInput(slot, shapes, (int) Math.max(0, sizes.get(0)));
    for (InputShape shape : shapes) {
      if ((double) Math.max(1, sizes.get(0)) * shape.channels() * shape.width() * shape.height()
          > MOST_NUMBERS) {
        throw new BadInputException(
            file + " takes " + slot.words() + ": more than 256 MB at once, which is not asked");
      }
    }
    return input;
  }

  /** Those under which there are 1 or 3 channels; where the file tells none, both. */
  private static List<AxisOrder> orders(List<Long> sizes) {
    List<AxisOrder> told =
        Arrays.stream(AxisOrder.values())
            .filter(
                axes -> sizes.get(axes.channelAxis()) == 1 || sizes.get(axes.channelAxis()) == 3)
            .toList();
    return told.isEmpty()
        ? Arrays.stream(AxisOrder.values())
            .filter(axes -> sizes.get(axes.channelAxis()) < 0)
            .toList()
        : told;
  }

  private static BadInputException noImage(String file, TensorSlot slot) {
    return new BadInputException(
        file
            + " takes "
            + slot.words()
            + ", which is no image: an image has four axes, batch, 1 or 3 channels, rows and"
            + " columns, of numbers");
  }

  private static int size(
      String file,
      TensorSlot slot,
      long fixed,
      int axis,
      Optional<int[]> asked,
      Optional<int[]> pictures) {
    if (fixed > 0) {
      if (asked.isPresent() && asked.get()[axis] != fixed) {
        throw new BadInputException(
            "--input-size: " + file + " takes " + slot.words() + " and no other size");
      }
      return (int) Math.min(Integer.MAX_VALUE, fixed);
    }
    return asked.or(() -> pictures)
        .orElseThrow(
            () ->
                new BadInputException(
                    file
                        + " takes "
                        + slot.words()
                        + " of any size and the pictures differ in size: say --input-size WxH"))[
        axis];
  }

  /** Whether the file leaves rows and columns free. */
  boolean isSizeFree() {
    return slot.shape().stream().skip(1).filter(size -> size < 0).count() > 1;
  }

  /** The commonest preparation. */
  Preprocessing usual() {
    InputShape first = shapes.get(0);
    return new Preprocessing(
        colors(first).get(0), ranges(slot.type()).get(0), first.axes(), Fit.STRETCH);
  }

  /** The shape under an order of axes; empty where the input has none such. */
  Optional<InputShape> shape(AxisOrder axes) {
    return shapes.stream().filter(shape -> shape.axes() == axes).findFirst();
  }

  /** All that its input can be made of, the commonest first, for some ways to resize. */
  List<Preprocessing> preparations(List<Fit> fits) {
    List<Preprocessing> all = new ArrayList<>();
    for (Fit fit : fits) {
      for (InputShape shape : shapes) {
        for (ColorOrder colors : colors(shape)) {
          for (ValueRange range : ranges(slot.type())) {
            all.add(new Preprocessing(colors, range, shape.axes(), fit));
          }
        }
      }
    }
    return all;
  }

  static List<ColorOrder> colors(InputShape shape) {
    return shape.channels() == 1 ? List.of(ColorOrder.GRAY) : Arrays.asList(ColorOrder.values());
  }

  /** The ranges that fit into a type, the commonest first; none where pictures do not fit. */
  static List<ValueRange> ranges(String type) {
    return switch (type) {
      case "float", "float16", "double" ->
          Arrays.stream(ValueRange.values()).filter(r -> r != ValueRange.CENTRED).toList();
      case "uint8", "int16", "int32", "int64" -> List.of(ValueRange.BYTES);
      case "int8" -> List.of(ValueRange.CENTRED);
      default -> List.of();
    };
  }
}
