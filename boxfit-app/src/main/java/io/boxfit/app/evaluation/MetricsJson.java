package io.boxfit.app.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The form of {@code metrics.json}. */
public final class MetricsJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private MetricsJson() {}

  /** As a tree. */
  public static ObjectNode tree(EvaluationResult result) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    put(tree, result.metrics());
    RiskCoverage risk = RiskCoverage.of(result.samples());
    if (!risk.points().isEmpty()) {
      tree.set("riskCoverage", of(risk));
    }
    if (!result.absent().isEmpty()) {
      put(tree.putObject("absent"), result);
    }
    tree.put("seconds", result.seconds());
    tree.put("imagesPerSecond", result.imagesPerSecond());
    return tree;
  }

  /** Adds every metric; {@code meanIouUnrounded} is there only where the model rounds. */
  static void put(ObjectNode tree, Metrics metrics) {
    tree.put("meanIou", metrics.meanIou());
    metrics.meanIouUnrounded().ifPresent(value -> tree.put("meanIouUnrounded", value));
    tree.put("medianIou", metrics.medianIou());
    tree.put("iouAt50", metrics.iouAt50());
    tree.put("iouAt75", metrics.iouAt75());
    tree.put("iouAt90", metrics.iouAt90());
    tree.put("constantBaseline", metrics.constantBaseline());
    tree.put("skill", metrics.skill());
    put(tree.putObject("spreadRatio"), metrics.spreadRatio());
    put(tree.putObject("tracking"), metrics.tracking());
    put(tree.putObject("sideErrorPx"), metrics.sideErrorPx());
    tree.put("invalid", metrics.invalid());
    tree.put("kerasAccuracy", metrics.kerasAccuracy());
    tree.put("samples", metrics.samples());
  }

  /** {@code ranking}: how often a picture with the object gets the higher confidence of two. */
  private static void put(ObjectNode tree, EvaluationResult result) {
    List<Double> absent = result.absent();
    long called = absent.stream().filter(confidence -> confidence >= 0.5).count();
    double above = 0;
    for (JudgedSample sample : result.samples()) {
      for (double confidence : absent) {
        double other = sample.confidence().orElse(0);
        above += other > confidence ? 1 : other == confidence ? 0.5 : 0;
      }
    }
    tree.put("samples", absent.size());
    tree.put("calledPresent", (double) called / absent.size());
    tree.put("ranking", above / absent.size() / result.samples().size());
  }

  /** The curve as a list of points. */
  public static ArrayNode of(RiskCoverage risk) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (RiskCoverage.Point point : risk.points()) {
      list.addObject()
          .put("coverage", point.coverage())
          .put("confidence", point.confidence())
          .put("meanIou", point.meanIou())
          .put("iouAt50", point.iouAt50());
    }
    return list;
  }

  private static void put(ObjectNode tree, PerSide sides) {
    tree.put("left", sides.left());
    tree.put("top", sides.top());
    tree.put("right", sides.right());
    tree.put("bottom", sides.bottom());
  }

  /** As text, indented, one key a line. */
  public static String text(EvaluationResult result) {
    try {
      return JSON.writeValueAsString(tree(result)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers is always JSON", e);
    }
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws UncheckedIOException if there is no room or no permission; an old file stands then
   */
  public static void write(EvaluationResult result, Path file) {
    try {
      AtomicFile.write(file.toAbsolutePath(), text(result).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
