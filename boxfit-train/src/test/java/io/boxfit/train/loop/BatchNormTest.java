package io.boxfit.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.network.Network;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.batch.Batch;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.engine.TrainingPass;
import io.boxfit.train.objective.Objective;
import io.boxfit.train.optimizer.OptimizerState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statistics are those of the whole batch, follow it once a step, and nothing else moves them. */
class BatchNormTest {
  private static final int SIZE = 40;
  private static final int SIDE = 6;
  private static final double MOMENTUM = 0.75;
  private static final Objective OBJECTIVE =
      (interpreter, shard) ->
          interpreter
              .train(shard.image(), new TrainingPass(new Seed(1), shard.firstNumber()))
              .get("dense1")
              .square()
              .mean();

  private final Recipe recipe =
      Recipes.load(
          "reliable",
          List.of(
              "input={width: 6, height: 6, channels: 1}",
              "network=[{batchNorm: {momentum: 0.75}}, flatten, {dense: {units: 4}}]"));
  private final Network network = recipe.network();
  private final ParameterLayout layout = ParameterLayout.of(network);
  private final Batch batch = batch();

  @BeforeAll
  static void start() {
    Engine.start();
  }

  private static Batch batch() {
    RandomStream random = new Seed(3).stream("pictures");
    float[] images = new float[SIZE * SIDE * SIDE];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) (2 + 3 * random.nextGaussian());
    }
    return new Batch(0, images, new float[4 * SIZE], SIZE);
  }

  private float[] start(float[] gradient, int threads, int steps) {
    float[] weights = layout.initial(new Seed(1), recipe.initializer());
    try (Workers workers = new Workers(network, layout, OBJECTIVE, threads, SIZE)) {
      for (int step = 0; step < steps; step++) {
        workers.learn(weights, batch, steps, gradient);
      }
    }
    return weights;
  }

  private float part(float[] flat, String name) {
    return layout.split(flat).get(name)[0];
  }

  @Test
  void movingStatisticsFollowTheWholeBatchOnceAStep() {
    double mean = 0;
    for (float value : batch.images()) {
      mean += (double) value / batch.images().length;
    }
    double variance = 0;
    for (float value : batch.images()) {
      variance += (value - mean) * (value - mean) / batch.images().length;
    }
    double kept = 1;
    for (int steps = 0; steps < 4; steps++) {
      float[] weights = start(new float[layout.length()], 1, steps);
      assertEquals((1 - kept) * mean, part(weights, "batchNorm1.mean"), 1e-4);
      assertEquals(kept + (1 - kept) * variance, part(weights, "batchNorm1.variance"), 1e-4);
      kept *= MOMENTUM;
    }
  }

  @Test
  void threadsDoNotMatter() {
    float[] one = new float[layout.length()];
    float[] three = new float[layout.length()];
    assertArrayEquals(start(one, 1, 2), start(three, 3, 2));
    assertArrayEquals(one, three);
  }

  @Test
  void noOptimiserMovesStatistics() {
    float[] gradient = new float[layout.length()];
    float[] weights = start(gradient, 1, 1);
    float[] before = weights.clone();
    OptimizerState.of(new AdamW(0.1, 0.9, 0.999, 1e-8, 0.5), layout).step(weights, gradient, 0.1);
    assertFalse(Arrays.equals(before, weights));
    for (String name : List.of("batchNorm1.mean", "batchNorm1.variance")) {
      assertEquals(0, part(gradient, name));
      assertEquals(part(before, name), part(weights, name), name);
    }
  }
}
