package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.doctor.evidence.Evidence;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Predictions and truths of any framework, in files. */
final class PredictionFiles {
  @Option(names = "--predictions", paramLabel = "FILE", required = true)
  private Path predictions;

  Evidence evidence() {
    throw new BadInputException(predictions + ": ");
  }
}
