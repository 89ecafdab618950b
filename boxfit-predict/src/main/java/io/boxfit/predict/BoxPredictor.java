package io.boxfit.predict;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A trained model, ready to find the one object in a picture.
 *
 * <p>Load it once, use it from as many threads as you like, close it at the end: the model lives in
 * native memory, which only {@link #close()} gives back. The same picture always gives the same
 * box.
 *
 * <p>Pictures become RGB bytes (or gray ones, where the model takes gray) as follows. Gray and RGB
 * samples count as they are stored: colour profiles and orientation tags are not applied. Samples
 * of 16 bits are scaled to 8. Transparent pixels are laid on white. Boxes are in pixels of the
 * picture as stored; the model resizes by itself.
 */
public final class BoxPredictor implements AutoCloseable {
  /** Enough to keep the threads busy; more only takes memory. */
  private static final int BATCH_PICTURES = 32;

  private static final long BATCH_BYTES = 16 << 20;

  private final OnnxModel model;
  private final BufferPool buffers = new BufferPool();

  private BoxPredictor(OnnxModel model) {
    this.model = model;
  }

  /**
   * Loads a model file with the default options.
   *
   * @throws BadInputException if the file cannot be read or is not a Boxfit model
   */
  public static BoxPredictor load(Path path) {
    return load(path, PredictorOptions.defaults());
  }

  /**
   * Loads a model file.
   *
   * @throws BadInputException if the file cannot be read or is not a Boxfit model
   */
  public static BoxPredictor load(Path path, PredictorOptions options) {
    Objects.requireNonNull(options, "options");
    return new BoxPredictor(OnnxModel.open(InputFile.read(path), path.toString(), options));
  }

  /**
   * Loads a model from the bytes of its file, with the default options.
   *
   * @throws BadInputException if the bytes are not a Boxfit model
   */
  public static BoxPredictor load(byte[] model) {
    return load(model, PredictorOptions.defaults());
  }

  /**
   * Loads a model from the bytes of its file.
   *
   * @throws BadInputException if the bytes are not a Boxfit model
   */
  public static BoxPredictor load(byte[] model, PredictorOptions options) {
    Objects.requireNonNull(options, "options");
    return new BoxPredictor(OnnxModel.open(model, "the model", options));
  }

  /** What the model says about itself; also after closing. */
  public ModelInfo info() {
    return model.info();
  }

  /**
   * The box of one picture.
   *
   * @return pixels of the picture; it may be improper: see {@link Box#isProper()}
   * @throws BadInputException if the picture has over 100 megapixels or the model does not take it
   * @throws IllegalStateException if closed
   */
  public Box predict(BufferedImage image) {
    return predict(image, "the picture");
  }

  /**
   * The box of one picture in PNG or JPEG.
   *
   * @return pixels of the picture; it may be improper: see {@link Box#isProper()}
   * @throws BadInputException if the bytes are not a whole PNG or JPEG, the picture has over 100
   *     megapixels (its header tells, before decoding), or the model does not take it
   * @throws IllegalStateException if closed
   */
  public Box predict(byte[] encoded) {
    return predict(encoded, "the picture");
  }

  /**
   * The box of one picture in a PNG or JPEG file.
   *
   * @return pixels of the picture; it may be improper: see {@link Box#isProper()}
   * @throws BadInputException if the file cannot be read, and as {@link #predict(byte[])}
   * @throws IllegalStateException if closed
   */
  public Box predict(Path picture) {
    model.requireOpen();
    return predict(InputFile.read(picture), picture.toString());
  }

  private Box predict(byte[] encoded, String name) {
    model.requireOpen();
    return predict(EncodedPicture.decode(encoded, name), name);
  }

  private Box predict(BufferedImage image, String name) {
    requireUsable(image, name);
    return run(List.of(image)).get(0).box();
  }

  /**
   * The boxes of many pictures, in their order. They may differ in size; pictures of equal size go
   * through the model together, which is faster than one by one.
   *
   * @throws BadInputException as {@link #predict(BufferedImage)}, before any picture is predicted
   * @throws IllegalStateException if closed
   */
  public List<Prediction> predictAll(List<BufferedImage> images) {
    model.requireOpen();
    Map<Dimension, List<Integer>> bySize = new LinkedHashMap<>();
    for (int i = 0; i < images.size(); i++) {
      BufferedImage image = images.get(i);
      requireUsable(image, "picture " + (i + 1) + " of " + images.size());
      Dimension size = new Dimension(image.getWidth(), image.getHeight());
      bySize.computeIfAbsent(size, s -> new ArrayList<>()).add(i);
    }
    Prediction[] predictions = new Prediction[images.size()];
    for (List<Integer> places : bySize.values()) {
      int atOnce = batchSize(images.get(places.get(0)));
      for (int from = 0; from < places.size(); from += atOnce) {
        List<Integer> batch = places.subList(from, Math.min(from + atOnce, places.size()));
        List<Prediction> results = run(batch.stream().map(images::get).toList());
        for (int i = 0; i < batch.size(); i++) {
          predictions[batch.get(i)] = results.get(i);
        }
      }
    }
    return Arrays.asList(predictions);
  }

  /**
   * The boxes of pictures of equal size given as pixels, in their order; nothing is copied.
   *
   * @throws BadInputException if the model takes other sizes or channels
   * @throws IllegalStateException if closed
   */
  public List<Prediction> predictAll(PixelBatch batch) {
    return model.run(batch);
  }

  /**
   * Waits for predictions under way and gives the native memory back. Closing twice does no harm; a
   * prediction after it is an {@link IllegalStateException}.
   */
  @Override
  public void close() {
    model.close();
  }

  private void requireUsable(BufferedImage image, String name) {
    Objects.requireNonNull(image, name);
    model.requireOpen();
    PictureSize.require(image.getWidth(), image.getHeight(), name);
    model.requireSize(image.getWidth(), image.getHeight());
  }

  private int batchSize(BufferedImage image) {
    long fitting = BATCH_BYTES / bytes(image);
    return (int) Math.max(1, Math.min(BATCH_PICTURES, fitting));
  }

  private int bytes(BufferedImage image) {
    return image.getWidth() * image.getHeight() * info().channels();
  }

  /** Images of one size. */
  private List<Prediction> run(List<BufferedImage> images) {
    BufferedImage first = images.get(0);
    int channels = info().channels();
    ByteBuffer pixels = buffers.take(images.size() * bytes(first));
    try {
      for (BufferedImage image : images) {
        PixelWriter.write(image, channels, pixels);
      }
      return model.run(
          new PixelBatch(
              images.size(), first.getHeight(), first.getWidth(), channels, pixels.flip()));
    } finally {
      buffers.giveBack(pixels);
    }
  }
}
