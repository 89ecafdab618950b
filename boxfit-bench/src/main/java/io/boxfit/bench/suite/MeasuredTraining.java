package io.boxfit.bench.suite;

import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.util.List;
import java.util.stream.Stream;

/**
 * A training whose first steps are measured, here and in a peer.
 *
 * @param name of a recipe that comes with Boxfit; the peer knows it by the same name
 * @param options what is changed in it, {@code key=value}
 * @param peersWarmUp steps of the peer before its clock starts
 * @param steps that are measured
 */
record MeasuredTraining(String name, List<String> options, int peersWarmUp, int steps) {
  /** Our steps before the clock starts: layers are looked into at each, the queue fills. */
  static final int WARM_UP = 20;

  private static final List<String> SHORT =
      List.of(
          "data.trainCount=3300", "data.testCount=100", "data.validationShare=0.02", "epochs=1");

  /** The recipe {@code reliable} as it is. */
  static MeasuredTraining reliable() {
    return new MeasuredTraining("reliable", List.of(), WARM_UP, 90);
  }

  /**
   * The recipe {@code article} with mean squared error and Adam: its own loss is no number after a
   * few steps, and what such steps cost tells nothing. A step is long, so there are fewer.
   */
  static MeasuredTraining article() {
    List<String> finite = List.of("loss=mse", "optimizer=adam", "onNonFinite=stop");
    return new MeasuredTraining("article", finite, 5, 30);
  }

  /** What is trained. */
  Recipe recipe() {
    return Recipes.load(name, options);
  }

  /** The same, so short that it is trained to its end in seconds. */
  Recipe shortened() {
    return Recipes.load(name, Stream.concat(options.stream(), SHORT.stream()).toList());
  }
}
