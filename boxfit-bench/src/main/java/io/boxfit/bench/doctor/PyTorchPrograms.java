package io.boxfit.bench.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.data.Picture;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs small PyTorch programs, to be looked at. */
public final class PyTorchPrograms implements AutoCloseable {
  private static final int SHOWN = 6;

  private final PyTorchWard ward;

  private PyTorchPrograms(PyTorchWard ward) {
    this.ward = ward;
  }

  /** Empty where no Python has PyTorch. */
  public static Optional<PyTorchPrograms> find() {
    return PyTorchWard.find(Optional.empty()).map(PyTorchPrograms::new);
  }

  /**
   * Trains.
   *
   * @param settings on top of what all programs have in common, later ones before earlier ones
   */
  public PyTorchTraining train(List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.add("shown=" + SHOWN);
    try {
      Path file = Files.createTempFile("boxfit-bench", ".jsonl");
      try {
        JsonNode answer = ward.ask(all, 1, file);
        TraceHistory trace = TraceHistory.of(TraceReader.readForeign(file)).orElseThrow();
        return new PyTorchTraining(trace, pictures(answer.get("shown")));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record a training", e);
    }
  }

  private static List<Picture> pictures(JsonNode rows) {
    List<Picture> pictures = new ArrayList<>();
    for (JsonNode row : rows) {
      byte[] gray = new byte[row.size()];
      for (int i = 0; i < gray.length; i++) {
        gray[i] = (byte) row.get(i).asInt();
      }
      pictures.add(new Picture(PyTorchWard.WIDTH, PyTorchWard.HEIGHT, 1, gray));
    }
    return pictures;
  }

  @Override
  public void close() {
    ward.close();
  }
}
