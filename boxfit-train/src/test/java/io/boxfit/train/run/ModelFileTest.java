package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.onnx.OnnxModel;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import io.boxfit.train.batch.PictureEncoder;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.EngineParameters;
import io.boxfit.train.engine.Interpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped file gives the boxes that the trainer's own network gives. */
class ModelFileTest {
  private static final int LETTERS = 1000;
  private static final int AT_ONCE = 20;
  private static final double PIXELS = 0.01;

  /** So near to the middle between two pixels that the last bits decide where it is rounded to. */
  private static final double TIE = 1e-3;

  @TempDir Path folder;

  @Test
  void trainerAndFileAgreeOnAThousandLetters() {
    Recipe recipe =
        Recipes.load("reliable", List.of("data.trainCount=3200", "data.testCount=" + LETTERS));
    TrainingRun run =
        TrainingRun.begin(
            RunFolder.create(folder.resolve("run")), recipe, LetterData.training(recipe), "test");
    Map<String, float[]> weights = run.train(List.of(), () -> false).orElseThrow();
    ModelCard card =
        new ModelCard(
            "test",
            List.of("letter"),
            RecipeYaml.digest(recipe),
            new Box(80, 40, 120, 60),
            recipe.output().wholePixels());
    byte[] file = OnnxModel.of(recipe.network(), weights, card).bytes();
    Dataset letters = LetterData.test(recipe);

    List<Answer> trainer = answersOfTheTrainer(recipe, run, weights, letters);
    List<Prediction> shipped = boxesOfTheFile(file, letters);
    for (int i = 0; i < LETTERS; i++) {
      Box expected = trainer.get(i).box();
      Box actual = shipped.get(i).unrounded();
      String id = letters.get(i).id();
      // The strips of a side begin at whole pixels: at a tie they may begin one pixel apart.
      double allowed = trainer.get(i).tie() ? 2 : PIXELS;
      assertEquals(expected.xMin(), actual.xMin(), allowed, id + " left");
      assertEquals(expected.yMin(), actual.yMin(), allowed, id + " top");
      assertEquals(expected.xMax(), actual.xMax(), allowed, id + " right");
      assertEquals(expected.yMax(), actual.yMax(), allowed, id + " bottom");
      assertEquals(actual.rounded(), shipped.get(i).box(), id + " rounded");
    }
    long ties = trainer.stream().filter(Answer::tie).count();
    assertTrue(ties < LETTERS / 50, ties + " ties");
    long different = trainer.stream().map(Answer::box).distinct().count();
    assertTrue(different > LETTERS / 2, "the box follows the picture");
  }

  /**
   * What the trainer's network says about a letter.
   *
   * @param box sides in order, as the file puts them
   * @param tie whether a side that was rounded on the way lies in the middle between two pixels
   */
  private record Answer(Box box, boolean tie) {

    static Answer of(float[] boxes, float[] chosen, int at) {
      boolean tie = false;
      for (int i = at; i < at + 4; i++) {
        tie |= Math.abs(chosen[i] - Math.floor(chosen[i]) - 0.5) < TIE;
      }
      Box box =
          new Box(
              Math.min(boxes[at], boxes[at + 2]),
              Math.min(boxes[at + 1], boxes[at + 3]),
              Math.max(boxes[at], boxes[at + 2]),
              Math.max(boxes[at + 1], boxes[at + 3]));
      return new Answer(box, tie);
    }
  }

  private static List<Answer> answersOfTheTrainer(
      Recipe recipe, TrainingRun run, Map<String, float[]> weights, Dataset letters) {
    float[] flat = new float[run.layout().length()];
    int at = 0;
    for (float[] part : weights.values()) {
      System.arraycopy(part, 0, flat, at, part.length);
      at += part.length;
    }
    EngineParameters parameters = new EngineParameters(run.layout());
    parameters.load(flat);
    Interpreter interpreter = new Interpreter(recipe.network(), parameters);
    PictureEncoder encoder = new PictureEncoder(recipe.network().input());
    List<Answer> answers = new ArrayList<>();
    float[] images = new float[AT_ONCE * encoder.length()];
    for (int first = 0; first < LETTERS; first += AT_ONCE) {
      for (int i = 0; i < AT_ONCE; i++) {
        encoder.write(letters.get(first + i), images, i * encoder.length());
      }
      try (PointerScope scope = new PointerScope();
          NoGradGuard guard = new NoGradGuard()) {
        Tensor image = EngineArrays.tensor(images, AT_ONCE, 1, 100, 200);
        Map<String, Tensor> outputs = interpreter.outputs(image);
        float[] boxes = EngineArrays.array(outputs.get(recipe.network().output()));
        float[] chosen = EngineArrays.array(outputs.get("chosen"));
        for (int i = 0; i < boxes.length; i += 4) {
          answers.add(Answer.of(boxes, chosen, i));
        }
      }
    }
    return answers;
  }

  private static List<Prediction> boxesOfTheFile(byte[] file, Dataset letters) {
    List<Prediction> predictions = new ArrayList<>();
    try (BoxPredictor predictor = BoxPredictor.load(file)) {
      for (int first = 0; first < LETTERS; first += AT_ONCE) {
        PixelBatch batch = PixelBatch.allocate(AT_ONCE, 100, 200, 3);
        for (int i = 0; i < AT_ONCE; i++) {
          Sample sample = letters.get(first + i);
          batch.pixels().put(i * 60_000, sample.picture().pixels());
        }
        predictions.addAll(predictor.predictAll(batch));
      }
    }
    return predictions;
  }
}
