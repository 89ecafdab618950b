package io.boxfit.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.bench.peer.LineProcess;
import io.boxfit.bench.peer.Python;
import io.boxfit.core.box.Box;
import io.boxfit.model.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same network, loss and optimiser in PyTorch: {@code train_peer.py}. */
final class TrainingPeer implements AutoCloseable {
  private final LineProcess process;
  private final JsonNode facts;
  private final MeasuredTraining training;
  private final int batch;

  private TrainingPeer(LineProcess process, JsonNode facts, MeasuredTraining training, int batch) {
    this.process = process;
    this.facts = facts;
    this.training = training;
    this.batch = batch;
  }

  /**
   * Starts it and hands it the pictures.
   *
   * @param allocatorSettings whether it gets those with which Boxfit starts
   */
  static TrainingPeer start(
      Session session,
      Python python,
      boolean allocatorSettings,
      MeasuredTraining training,
      PeerPictures pictures) {
    Recipe recipe = training.recipe();
    List<String> arguments = List.of(training.name(), String.valueOf(recipe.steps()));
    LineProcess process =
        python.start(session.script("train_peer.py"), arguments, allocatorSettings);
    Map<String, String> request = Map.of("do", "pictures", "file", pictures.file().toString());
    return new TrainingPeer(process, process.ask(request), training, recipe.batchSize());
  }

  /** Its version of PyTorch, and how many threads it takes. */
  String name(int threads) {
    return version() + ", " + threads + (threads == 1 ? " thread" : " threads");
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
                training.peersWarmUp(),
                "steps",
                training.steps()));
    return training.steps() * batch / answer.path("seconds").asDouble();
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
