package io.boxfit.train.run;

import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.image.PictureWriter;
import io.boxfit.train.loop.TrainingListener;
import io.boxfit.train.received.Received;
import io.boxfit.train.received.ReceivedSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Draws what the network receives as soon as it does, so that it can be looked at while the run
 * goes on.
 *
 * @param file a PNG
 */
record InputsFile(Path file) implements TrainingListener {

  @Override
  public void on(TraceEvent event) {}

  @Override
  public void received(Received received) {
    try {
      AtomicFile.write(file, PictureWriter.png(ReceivedSheet.of(received)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
