package io.boxfit.model.keras;

import io.boxfit.core.BadInputException;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What Keras writes beside the weights of an HDF5 file.
 *
 * @param model the attribute {@code model_config}
 * @param training the attribute {@code training_config}; empty where the model was not compiled
 */
record Hdf5Attributes(String model, String training) {
  /** A whole file takes milliseconds. */
  private static final long SECONDS = 5;

  /**
   * Reads both.
   *
   * @throws BadInputException if the file is damaged or holds weights alone
   */
  static Hdf5Attributes of(Path file) throws IOException {
    Hdf5End.require(file);
    FutureTask<Hdf5Attributes> reading = new FutureTask<>(() -> read(file));
    Thread reader = new Thread(reading, "hdf5");
    reader.setDaemon(true);
    reader.start();
    try {
      return reading.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadInputException known) {
        throw known;
      }
      // The library meets damage with whatever its buffers throw, up to a full stack or heap.
      throw damaged(e.getCause());
    } catch (TimeoutException e) {
      // Damaged headers can send the library round in a circle; an interrupt closes the file.
      reading.cancel(true);
      throw damaged(e);
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static BadInputException damaged(Throwable why) {
    return new BadInputException("is a damaged HDF5 file; save or fetch the model again", why);
  }

  private static Hdf5Attributes read(Path file) {
    try (HdfFile hdf = new HdfFile(file)) {
      return new Hdf5Attributes(
          text(hdf, "model_config")
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "holds weights alone, no model_config; save the whole model by"
                              + " model.save()")),
          text(hdf, "training_config").orElse(""));
    }
  }

  private static Optional<String> text(HdfFile hdf, String name) {
    Attribute attribute = hdf.getAttribute(name);
    return attribute != null && attribute.isScalar() && attribute.getData() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
