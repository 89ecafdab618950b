package io.boxfit.bench.doctor.page;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.loop.TrainedNetwork;
import io.boxfit.train.loop.TrainingLoop;
import io.boxfit.train.run.LetterData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A network that was trained, to be shown whatever pictures.
 *
 * @param network that answers
 * @param samples that it did not see in training
 */
record AskedNetwork(TrainedNetwork network, List<Sample> samples) {
  private static final int SAMPLES = 200;

  /** Copies the list. */
  AskedNetwork {
    samples = List.copyOf(samples);
  }

  /** Trains on the calling thread. */
  static AskedNetwork of(TrainedScene scene) {
    Recipe recipe = scene.base().recipe(1, scene.change());
    TrainingLoop loop = TrainingLoop.inMemory(recipe, LetterData.training(recipe), List.of());
    loop.run(() -> false);
    Dataset unseen = LetterData.test(recipe);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      samples.add(unseen.get(i));
    }
    return new AskedNetwork(new TrainedNetwork(recipe, loop.state().weights()), samples);
  }

  /** What it says of all pictures after a change to each, px. */
  List<Box> boxes(UnaryOperator<Picture> change) {
    return boxes(samples.stream().map(sample -> change.apply(sample.picture())).toList());
  }

  /** What it says of pictures, px. */
  List<Box> boxes(List<Picture> pictures) {
    return network.judge(new Unnamed(pictures)).stream().map(Outcome::prediction).toList();
  }

  /** Pictures whose boxes nobody asks for. */
  private record Unnamed(List<Picture> pictures) implements Dataset {
    private static final Box SOME = new Box(0, 0, 1, 1);

    @Override
    public int size() {
      return pictures.size();
    }

    @Override
    public Sample get(int index) {
      return new Sample("picture " + index, pictures.get(index), SOME);
    }

    @Override
    public String digest() {
      throw new UnsupportedOperationException("pictures that are only looked at");
    }
  }
}
