package io.boxfit.train.loop;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;
import io.boxfit.model.network.Input;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.PictureEncoder;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.objective.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network with the weights of a training, asked on the engine itself: for trials, of which there
 * are too many to write a model file of each.
 *
 * @param recipe of the training
 * @param weights in the order of the network's {@link ParameterLayout}
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainedNetwork(Recipe recipe, float[] weights) {

  /**
   * What it says about samples, in their order.
   *
   * @throws io.boxfit.core.BadInputException if a picture has not the size that the network expects
   */
  public List<Outcome> judge(Dataset samples) {
    Engine.start();
    Input input = recipe.network().input();
    boolean rounds = recipe.output().wholePixels();
    Objective objective = Objective.of(recipe.loss(), recipe.network(), new Seed(recipe.seed()));
    List<Outcome> outcomes = new ArrayList<>(samples.size());
    try (Workers workers =
        new Workers(
            recipe.network(),
            ParameterLayout.of(recipe.network()),
            objective,
            recipe.threads(),
            recipe.batchSize())) {
      new SampleBoxes(new PictureEncoder(input))
          .forEach(
              workers,
              weights,
              samples,
              samples.size(),
              (sample, box) ->
                  outcomes.add(
                      new Outcome(
                          rounds ? box.rounded() : box,
                          rounds ? Optional.of(box) : Optional.<Box>empty(),
                          sample.box(),
                          input.width(),
                          input.height())));
    }
    return outcomes;
  }
}
