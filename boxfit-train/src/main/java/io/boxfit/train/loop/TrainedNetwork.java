package io.boxfit.train.loop;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.model.network.Input;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.PictureEncoder;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.EngineParameters;
import io.boxfit.train.engine.Interpreter;
import io.boxfit.train.engine.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * A network with the weights of a training, asked on the engine itself: for trials, of which there
 * are too many to write a model file of each. Belongs to one thread.
 */
public final class TrainedNetwork {
  private static final int AT_ONCE = 32;

  private final Recipe recipe;
  private final PictureEncoder encoder;
  private final Interpreter interpreter;

  /**
   * @param recipe of the training
   * @param weights in the order of the network's {@link ParameterLayout}
   */
  public TrainedNetwork(Recipe recipe, float[] weights) {
    Engine.start();
    Engine.claimThread();
    this.recipe = recipe;
    this.encoder = new PictureEncoder(recipe.network().input());
    EngineParameters parameters = new EngineParameters(ParameterLayout.of(recipe.network()));
    parameters.load(weights);
    this.interpreter = new Interpreter(recipe.network(), parameters);
  }

  /**
   * What it says about samples, in their order.
   *
   * @throws io.boxfit.core.BadInputException if a picture has not the size that the network expects
   */
  public List<Outcome> judge(Dataset samples) {
    List<Outcome> outcomes = new ArrayList<>(samples.size());
    for (int first = 0; first < samples.size(); first += AT_ONCE) {
      judge(samples, first, Math.min(AT_ONCE, samples.size() - first), outcomes);
    }
    return outcomes;
  }

  private void judge(Dataset samples, int first, int count, List<Outcome> outcomes) {
    float[] images = new float[count * encoder.length()];
    List<Box> truths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Sample sample = samples.get(first + i);
      encoder.write(sample, images, i * encoder.length());
      truths.add(sample.box());
    }
    float[] numbers = predict(images, count);
    Input input = recipe.network().input();
    for (int i = 0; i < count; i++) {
      int at = 4 * i;
      Box box = new Box(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
      boolean rounds = recipe.output().wholePixels();
      outcomes.add(
          new Outcome(
              rounds ? box.rounded() : box,
              rounds ? Optional.of(box) : Optional.empty(),
              truths.get(i),
              input.width(),
              input.height()));
    }
  }

  private float[] predict(float[] images, int count) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Input input = recipe.network().input();
      Tensor image =
          EngineArrays.slice(images, 0, count, input.channels(), input.height(), input.width());
      return EngineArrays.array(interpreter.predict(image));
    }
  }
}
