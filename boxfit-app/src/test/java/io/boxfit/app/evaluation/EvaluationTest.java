package io.boxfit.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.data.image.PictureWriter;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.onnx.OnnxModel;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.train.engine.ParameterLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
  private static final double EXACT = 1e-12;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everySampleIsJudgedOnceAndInItsPlace(int threads) {
    Dots dots = new Dots(333, 7);
    List<Integer> progress = new ArrayList<>();
    EvaluationResult result =
        new Evaluation(threads, progress::add).run(Dots.info(3, true), Dots::find, dots);
    assertEquals(333, result.samples().size());
    for (int i = 0; i < 333; i++) {
      JudgedSample sample = result.samples().get(i);
      assertEquals(i, sample.index());
      assertEquals("dot " + i, sample.id());
      assertEquals(dots.get(i).box(), sample.outcome().prediction());
      assertEquals(dots.get(i).picture().width(), sample.outcome().width());
    }
    assertEquals(1, result.metrics().meanIou(), EXACT);
    // A box of one pixel and the same a quarter pixel on: 0.75 of 1.25 square pixels.
    assertEquals(0.6, result.metrics().meanIouUnrounded().orElseThrow(), EXACT);
    assertEquals(List.copyOf(progress).stream().sorted().distinct().toList(), progress);
    assertEquals(333, progress.get(progress.size() - 1));
    assertTrue(result.seconds() > 0 && result.imagesPerSecond() > 0);
  }

  @Test
  void modelThatDoesNotRoundHasNoUnroundedFigure() {
    EvaluationResult result = evaluate(new Dots(3, 100));
    assertEquals(OptionalDouble.empty(), result.metrics().meanIouUnrounded());
  }

  @Test
  void grayModelIsGivenLuma() {
    EvaluationResult result =
        new Evaluation(1, done -> {}).run(Dots.info(1, false), Dots::find, new Dots(70, 9));
    assertEquals(1, result.metrics().meanIou(), EXACT);
  }

  @Test
  void constantBoxIsScaledToEveryPicture() {
    // Dot 0 is in a 30x10 picture, whose left upper quarter holds 15x5 pixels; dots 1 to 4 are in
    // 20x10 pictures, whose quarter holds 10x5. Every dot lies in it.
    double expected = (1 / 75.0 + 4 / 50.0) / 5;
    EvaluationResult result = evaluate(new Dots(5, 10));
    assertEquals(expected, result.metrics().constantBaseline(), EXACT);
    assertEquals(1, result.metrics().skill(), EXACT);
    assertEquals(1 / 50.0, evaluateFrom(new Dots(10, 10), 1, 5), EXACT);
  }

  private static double evaluateFrom(Dots dots, int from, int to) {
    Dataset some = new Part(dots, from, to - from, -1);
    return evaluate(some).metrics().constantBaseline();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void failureOfOneSampleEndsTheEvaluation(int threads) {
    Dataset broken = new Part(new Dots(100_000, 7), 0, 100_000, 700);
    Evaluation evaluation = new Evaluation(threads, done -> {});
    BadInputException failure =
        assertThrows(
            BadInputException.class, () -> evaluation.run(Dots.info(3, false), Dots::find, broken));
    assertEquals("dot 700 cannot be read", failure.getMessage());
  }

  @Test
  void emptySetIsRefused() {
    assertThrows(BadInputException.class, () -> evaluate(new Dots(0, 1)));
  }

  @Test
  void modelFileGivesTheBoxesOfThePredictor(@TempDir Path folder) {
    Path file = folder.resolve("model.onnx");
    Recipe recipe = Recipes.named("reliable");
    ParameterLayout layout = ParameterLayout.of(recipe.network());
    Map<String, float[]> weights = layout.split(layout.initial(new Seed(3), recipe.initializer()));
    ModelCard card = new ModelCard("0.1.0", List.of("letter"), "0", new Box(60, 20, 140, 80), true);
    OnnxModel.of(recipe.network(), weights, card).save(file);
    Letters letters = new Letters(LettersPreset.VARIED, 1, "test", 70);
    EvaluationResult result = new Evaluation(2, done -> {}).run(file, letters);
    try (BoxPredictor predictor = BoxPredictor.load(file)) {
      for (JudgedSample sample : result.samples()) {
        Sample letter = letters.get(sample.index());
        Box one = predictor.predict(PictureWriter.image(letter.picture()));
        assertEquals(letter.id(), sample.id());
        assertEquals(letter.box(), sample.outcome().truth());
        Box judged = sample.outcome().unrounded().orElseThrow();
        assertEquals(one, sample.outcome().prediction());
        assertEquals(one, judged.rounded());
      }
    }
  }

  @Test
  void fileThatIsNoModelIsRefused(@TempDir Path folder) {
    Evaluation evaluation = new Evaluation(1, done -> {});
    assertThrows(
        BadInputException.class,
        () -> evaluation.run(folder.resolve("missing.onnx"), new Dots(1, 1)));
  }

  private static EvaluationResult evaluate(Dataset data) {
    return new Evaluation(2, done -> {}).run(Dots.info(3, false), Dots::find, data);
  }

  /** Some of a set; one of them may be broken. */
  private record Part(Dataset all, int first, int size, int broken) implements Dataset {
    @Override
    public Sample get(int index) {
      Sample sample = all.get(first + index);
      if (index == broken) {
        throw new BadInputException(sample.id() + " cannot be read");
      }
      return sample;
    }

    @Override
    public String digest() {
      return "part";
    }
  }
}
