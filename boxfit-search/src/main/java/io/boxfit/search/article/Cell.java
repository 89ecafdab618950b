package io.boxfit.search.article;

import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.search.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a group of trials has in common.
 *
 * @param initializer of the kernels
 * @param optimizer its name
 * @param learningRate of the optimiser
 * @param loss its name
 * @param head how the four outputs are read: {@code xyxy} or {@code cxcywh}
 */
record Cell(String initializer, String optimizer, double learningRate, String loss, String head) {
  /** As the article has it. */
  static final Cell STORY = new Cell("glorotUniform", "adadelta", 0.001, "lnIou", "xyxy");

  private static final String LAYERS =
      "network=[{conv2d: {filters: 4, kernel: %d, padding: valid}}, {leakyRelu: {slope: 0.2}},"
          + " {maxPool2d: {kernel: 3, stride: 2, padding: valid}}, {dropout: {share: 0.2}},"
          + " flatten, {dense: {units: 200}}, {leakyRelu: {slope: 0.2}}, {dense: {units: 64}},"
          + " {leakyRelu: {slope: 0.2}}, {dense: {units: 4}}, sigmoid,"
          + " {boxHead: {format: %s, unit: relative}}]";

  Cell initializer(String name) {
    return new Cell(name, optimizer, learningRate, loss, head);
  }

  Cell optimizer(String name, double rate) {
    return new Cell(initializer, name, rate, loss, head);
  }

  Cell loss(String name) {
    return new Cell(initializer, optimizer, learningRate, name, head);
  }

  Cell head(String format) {
    return new Cell(initializer, optimizer, learningRate, loss, format);
  }

  private String name() {
    return String.join("+", loss, optimizer + " " + learningRate, initializer, head);
  }

  private Map<String, String> factors() {
    Map<String, String> factors = new LinkedHashMap<>();
    factors.put("initialiser", initializer);
    factors.put("optimiser", optimizer);
    factors.put("learningRate", "" + learningRate);
    factors.put("loss", loss);
    factors.put("head", head);
    return factors;
  }

  /** What changes the recipe {@code article} into this cell, as a user would set it. */
  private List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("initializer.kernel=" + initializer);
    options.add("optimizer={name: " + optimizer + ", learningRate: " + learningRate + "}");
    options.add("loss=" + loss);
    options.add("threads=1");
    return options;
  }

  /** Trials at half the size: letters, kernel and picture. */
  List<Trial> atHalfSize(int starts, int trained, int judged) {
    List<String> options = options();
    options.add("data.preset=story-half");
    options.add("input={width: 100, height: 50}");
    options.add(String.format(LAYERS, 8, head));
    return trials("half size", options, starts, trained, 1, judged);
  }

  /** Trials of the network as it was told. */
  List<Trial> atFullSize(int starts, int trained, int epochs, int judged) {
    List<String> options = options();
    options.add(String.format(LAYERS, 16, head));
    return trials("full size", options, starts, trained, epochs, judged);
  }

  private List<Trial> trials(
      String stage, List<String> shared, int starts, int trained, int epochs, int judged) {
    List<Trial> trials = new ArrayList<>();
    for (int seed = 1; seed <= starts; seed++) {
      List<String> options = new ArrayList<>(shared);
      options.add("seed=" + seed);
      options.add("epochs=" + epochs);
      options.add("data.trainCount=" + trained);
      options.add("data.validationShare=0");
      options.add("data.testCount=" + judged);
      Recipe recipe = Recipes.load("article", options);
      trials.add(new Trial(stage, name(), factors(), recipe, judged));
    }
    return trials;
  }
}
