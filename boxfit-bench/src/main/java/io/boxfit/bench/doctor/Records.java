package io.boxfit.bench.doctor;

import io.boxfit.core.BadInputException;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trainings on disk, a folder each: the trace and what came of it. What the doctor says is never
 * kept, so that a changed rule is asked again about the same trainings.
 *
 * @param folder of all
 */
record Records(Path folder) {

  /** What became of a training: read, if it was done before, or else trained. */
  Stay of(Subject subject) {
    return of(subject, subject.key(), subject.settings());
  }

  /** What became of a training after a cure, the first or a later one. */
  Stay cured(Subject subject, int attempt, List<String> settings) {
    return of(subject, curedKey(subject, attempt, settings), settings);
  }

  TraceHistory trace(Subject subject) {
    return trace(subject.key());
  }

  TraceHistory curedTrace(Subject subject, int attempt, List<String> settings) {
    return trace(curedKey(subject, attempt, settings));
  }

  /** Another cure is another training. */
  private static String curedKey(Subject subject, int attempt, List<String> settings) {
    return subject.key() + "/cure-" + attempt + "-" + Integer.toHexString(settings.hashCode());
  }

  private TraceHistory trace(String key) {
    Path file = folder.resolve(key).resolve("trace.jsonl");
    return TraceHistory.of(TraceReader.readForeign(file))
        .orElseThrow(() -> new BadInputException(file + ": holds no start; delete its folder"));
  }

  private Stay of(Subject subject, String key, List<String> settings) {
    Path place = folder.resolve(key);
    return Stay.in(place)
        .orElseGet(
            () -> {
              try {
                Files.createDirectories(place);
                Path trace = place.resolve("trace.jsonl");
                Files.deleteIfExists(trace);
                Stay stay = subject.ward().train(settings, subject.seed(), trace);
                stay.writeTo(place);
                return stay;
              } catch (IOException e) {
                throw new UncheckedIOException("cannot write into " + place, e);
              }
            });
  }
}
