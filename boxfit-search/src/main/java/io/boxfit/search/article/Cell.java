package io.boxfit.search.article;

import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.network.Network;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.search.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a group of trials has in common.
 *
 * @param initializer of the kernels
 * @param optimizer its name
 * @param learningRate of the optimiser
 * @param loss its name
 * @param head how the four outputs are read
 * @param body what lies before them
 */
record Cell(
    String initializer,
    String optimizer,
    double learningRate,
    String loss,
    BoxFormat head,
    Body body) {
  /** As the article has it. */
  static final Cell STORY =
      new Cell("glorotUniform", "adadelta", 0.001, "lnIou", BoxFormat.XYXY, Body.AS_TOLD);

  Cell initializer(String name) {
    return new Cell(name, optimizer, learningRate, loss, head, body);
  }

  Cell optimizer(String name, double rate) {
    return new Cell(initializer, name, rate, loss, head, body);
  }

  Cell loss(String name) {
    return new Cell(initializer, optimizer, learningRate, name, head, body);
  }

  Cell head(BoxFormat format) {
    return new Cell(initializer, optimizer, learningRate, loss, format, body);
  }

  Cell body(Body other) {
    return new Cell(initializer, optimizer, learningRate, loss, head, other);
  }

  private Map<String, Object> factors() {
    Map<String, Object> factors = new LinkedHashMap<>();
    factors.put("initialiser", initializer);
    factors.put("optimiser", optimizer);
    factors.put("learningRate", learningRate);
    factors.put("loss", loss);
    factors.put("head", head.name().toLowerCase(Locale.ROOT));
    factors.put("body", body.words());
    return factors;
  }

  /** Trials at half the size: letters, kernel and picture. */
  List<Trial> atHalfSize(String stage, Budget.Extent extent) {
    List<String> half =
        List.of("data.preset=story-half", "input={width: 100, height: 50}", "network=article-half");
    return trials(stage, half, extent);
  }

  /** Trials of the network as it was told. */
  List<Trial> atFullSize(String stage, Budget.Extent extent) {
    return trials(stage, List.of(), extent);
  }

  private List<Trial> trials(String stage, List<String> size, Budget.Extent extent) {
    List<Trial> trials = new ArrayList<>();
    for (int seed = 1; seed <= extent.starts(); seed++) {
      List<String> options = new ArrayList<>(size);
      options.add("seed=" + seed);
      options.add("initializer.kernel=" + initializer);
      options.add("optimizer={name: " + optimizer + ", learningRate: " + learningRate + "}");
      options.add("loss=" + loss);
      options.add("threads=1");
      options.add("epochs=" + extent.epochs());
      options.add("data.trainCount=" + extent.trained());
      options.add("data.validationShare=0");
      options.add("data.testCount=" + extent.judged());
      Recipe recipe = Recipes.load("article", options);
      Network told = recipe.network();
      Network network =
          body.change(told).with(told.last().name(), new BoxHead(head, BoxUnit.RELATIVE));
      trials.add(new Trial(stage, factors(), recipe.with(network)));
    }
    return trials;
  }
}
