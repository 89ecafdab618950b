package io.boxfit.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.app.evaluation.Evaluation;
import io.boxfit.app.evaluation.EvaluationResult;
import io.boxfit.app.evaluation.MetricsJson;
import io.boxfit.app.evaluation.PlattScaling;
import io.boxfit.app.report.ReportInput;
import io.boxfit.app.report.ReportPage;
import io.boxfit.core.BadInputException;
import io.boxfit.core.digest.Sha256;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Dataset;
import io.boxfit.data.image.PictureReader;
import io.boxfit.model.onnx.ConfidenceScale;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.onnx.OnnxModel;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.train.checkpoint.Safetensors;
import io.boxfit.train.run.RecipeData;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a finished training leaves beside its weights: the model file, its figures, the report. Each
 * is made from the files before it, so that whatever is missing can be made later.
 */
final class RunProducts {
  private static final int CALIBRATION_SAMPLES = 2000;

  private final RunFolder folder;
  private final RunRecord record;
  private final Recipe recipe;
  private final RecipeData data;
  private final Console console;

  /**
   * @param data of the run's recipe
   */
  RunProducts(RunFolder folder, RecipeData data, Console console) {
    this.folder = folder;
    this.record = RunRecord.read(folder.record());
    this.recipe = record.recipe(folder.record());
    this.data = data;
    this.console = console;
  }

  /** Whether there is nothing to make. */
  boolean areComplete() {
    return Files.exists(folder.model())
        && Files.exists(folder.metrics())
        && Files.exists(folder.report());
  }

  /**
   * Makes what is missing.
   *
   * @return what {@code metrics.json} holds
   */
  JsonNode complete() {
    if (!areComplete()) {
      if (!Files.exists(folder.model())) {
        writeModel();
      }
      console.requireGoingOn();
      EvaluationResult result = evaluate();
      MetricsJson.write(result, folder.metrics());
      console.requireGoingOn();
      ReportPage.write(report(result), folder.report());
    }
    return metrics(folder);
  }

  /**
   * What {@code metrics.json} of a run holds.
   *
   * @throws BadInputException if it cannot be read
   */
  static JsonNode metrics(RunFolder folder) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(folder.metrics()));
    } catch (IOException e) {
      throw new BadInputException(
          folder.metrics() + ": cannot be read; delete it, then --resume", e);
    }
  }

  private void writeModel() {
    ModelCard card =
        new ModelCard(
            Version.number(),
            data.names(),
            record.recipeDigest(),
            data.constantBaseline(),
            recipe.output().wholePixels());
    if (recipe.output().mirrored()) {
      card = card.withMirror();
    }
    Map<String, float[]> weights = weights();
    if (OnnxModel.hasConfidence(recipe.network())) {
      card = card.with(calibrated(card, weights));
    }
    OnnxModel.of(recipe.network(), weights, card).save(folder.model());
  }

  /** By the samples that were kept back, if there are enough: those trained with flatter. */
  private ConfidenceScale calibrated(ModelCard card, Map<String, float[]> weights) {
    Optional<Dataset> kept = data.kept(CALIBRATION_SAMPLES);
    if (kept.isEmpty() || kept.get().size() < PlattScaling.LEAST_SAMPLES) {
      return ConfidenceScale.RAW;
    }
    Path raw = folder.path().resolve("uncalibrated.onnx");
    try {
      OnnxModel.of(recipe.network(), weights, card.with(ConfidenceScale.RAW)).save(raw);
      return PlattScaling.fit(
          new Evaluation(recipe.threads(), done -> console.requireGoingOn())
              .run(raw, kept.get())
              .samples());
    } finally {
      raw.toFile().delete();
    }
  }

  private Map<String, float[]> weights() {
    Path file = folder.weights();
    try {
      String digest = new Sha256().add(Files.readAllBytes(file)).hex();
      if (!digest.equals(record.weightsSha256())) {
        throw new BadInputException(file + ": not the weights that run.json tells of");
      }
      Map<String, float[]> weights = new LinkedHashMap<>();
      Safetensors.read(file).tensors().forEach((name, entry) -> weights.put(name, entry.values()));
      return weights;
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private EvaluationResult evaluate() {
    return EvaluationProgress.run(
        folder.model(), data.part("test"), data.absent("test"), recipe.threads(), console);
  }

  private ReportInput report(EvaluationResult result) {
    String title = String.format(Locale.ROOT, "Boxfit: %s, seed %d", data.title(), recipe.seed());
    List<TraceEvent> trace = TraceReader.read(folder.trace());
    return new ReportInput(
        title,
        RecipeYaml.describe(recipe),
        facts(),
        trace,
        result,
        data.part("test"),
        Files.exists(folder.inputs())
            ? Optional.of(PictureReader.read(folder.inputs()))
            : Optional.empty(),
        RunDoctor.of(recipe, trace),
        warning(weights()));
  }

  private static String warning(Map<String, float[]> weights) {
    long all = 0;
    long broken = 0;
    for (float[] values : weights.values()) {
      for (float value : values) {
        all++;
        broken += Float.isFinite(value) ? 0 : 1;
      }
    }
    return broken == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "The weights are not numbers: %,d of %,d became NaN or infinite in training, so that"
                + " the boxes of this network mean nothing.",
            broken,
            all);
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Seed", String.valueOf(recipe.seed()));
    if (recipe.data().folder().isEmpty()) {
      facts.put("Letters", recipe.data().preset() + ", data seed " + recipe.data().seed());
      facts.put("Trained with", String.format(Locale.ROOT, "%,d letters", trained()));
    } else {
      facts.put("Pictures", String.join("; ", data.remarks()));
      facts.put("Trained with", String.format(Locale.ROOT, "%,d variations", trained()));
    }
    if (record.trainingSeconds() != null) {
      facts.put(
          "Training time",
          String.format(
              Locale.ROOT, "%.0f s on %d threads", record.trainingSeconds(), record.threads()));
    }
    facts.putAll(record.versions());
    facts.put("Weights", record.weightsSha256());
    return facts;
  }

  private long trained() {
    Long early = record.stoppedEarlyAt();
    return (early == null ? recipe.steps() : early) * recipe.batchSize();
  }
}
