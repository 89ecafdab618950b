package io.boxfit.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.bench.peer.LineProcess;
import io.boxfit.bench.peer.Python;
import io.boxfit.core.box.Box;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same network, loss and optimiser in PyTorch: {@code train_peer.py}. */
final class TrainingPeer implements AutoCloseable {
  private final LineProcess process;
  private final JsonNode facts;
  private final int batch;

  /**
   * @param pictures file of {@link PeerPictures}
   * @param batch samples a step
   */
  TrainingPeer(
      Python python,
      Path script,
      boolean allocatorSettings,
      long plannedSteps,
      Path pictures,
      int batch) {
    this.process = python.start(script, List.of(String.valueOf(plannedSteps)), allocatorSettings);
    this.facts = process.ask(Map.of("do", "pictures", "file", pictures.toString()));
    this.batch = batch;
  }

  /** Its version of PyTorch. */
  String version() {
    return "PyTorch " + facts.path("torch").asText();
  }

  long parameters() {
    return facts.path("parameters").asLong();
  }

  double imagesPerSecond(int threads) {
    JsonNode answer =
        process.ask(
            Map.of(
                "do",
                "train",
                "threads",
                threads,
                "warmUp",
                OwnTraining.WARM_UP,
                "steps",
                OwnTraining.STEPS));
    return OwnTraining.STEPS * batch / answer.path("seconds").asDouble();
  }

  /** Boxes of the first pictures, not rounded. */
  List<Box> predict(Path weights, int count) {
    List<Box> boxes = new ArrayList<>();
    JsonNode answer =
        process.ask(Map.of("do", "predict", "weights", weights.toString(), "count", count));
    for (JsonNode box : answer.path("boxes")) {
      boxes.add(
          new Box(
              box.get(0).asDouble(),
              box.get(1).asDouble(),
              box.get(2).asDouble(),
              box.get(3).asDouble()));
    }
    return boxes;
  }

  long peakBytes() {
    return process.ask(Map.of("do", "memory")).path("peakBytes").asLong();
  }

  @Override
  public void close() {
    process.close();
  }
}
