package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.random.Seed;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.image.PictureReader;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run draws of its first batch, held against letters that are made anew. */
class InputsFileTest {
  private static final int GAP = 6;

  @TempDir Path folder;
  private RunFolder run;

  private static Recipe recipe(String preset, int width, int channels, String head, String loss) {
    return Recipes.load(
        "article",
        List.of(
            "input={width: %d, height: %d, channels: %d}".formatted(width, width / 2, channels),
            "network=[{conv2d: {filters: 2, kernel: 8, stride: 8}}, flatten, {dense: {units: 4}},"
                + " sigmoid, {boxHead: "
                + head
                + "}]",
            "loss=" + loss,
            "data.preset=" + preset,
            "data.trainCount=80",
            "data.validationShare=0",
            "batchSize=40",
            "epochs=3"));
  }

  private TrainingRun begin(Recipe recipe) {
    run = RunFolder.create(folder.resolve("run"));
    return TrainingRun.begin(run, recipe, LetterData.training(recipe), "test");
  }

  private void train(String preset, int width, int channels, String head, String loss) {
    TrainingRun training = begin(recipe(preset, width, channels, head, loss));
    assertTrue(training.train(List.of(), () -> false).isPresent());
  }

  /** The first step's first samples, in its order. */
  private List<Sample> samples(LettersPreset preset) {
    Dataset letters = new Letters(preset, 1, "train", 80);
    int[] order = new Seed(1).stream("order/" + preset.key(), 0).permutation(80);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      samples.add(letters.get(order[i]));
    }
    return samples;
  }

  private TraceEvent.Inputs told() {
    List<TraceEvent> trace = TraceReader.read(run.trace());
    int at = 0;
    while (!(trace.get(at) instanceof TraceEvent.Inputs)) {
      at++;
    }
    assertTrue(
        trace.subList(0, at).stream().noneMatch(TraceEvent.Step.class::isInstance),
        "told before the first step");
    return (TraceEvent.Inputs) trace.get(at);
  }

  /** Where a box and its lines do not lie, and inside it, the sheet shows the letters. */
  private static void requireLetters(
      List<Sample> samples, Picture sheet, int columns, int red, int green, int blue) {
    for (int i = 0; i < samples.size(); i++) {
      Picture picture = samples.get(i).picture();
      Box box = samples.get(i).box();
      int left = GAP + i % columns * (picture.width() + GAP);
      int top = GAP + i / columns * (picture.height() + GAP);
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < picture.width(); x++) {
          int[] wanted = wanted(picture, x, y, out(box, x, y), red, green, blue);
          for (int channel = 0; channel < 3; channel++) {
            if (wanted[channel] != sheet.value(left + x, top + y, channel)) {
              fail("sample " + i + ", " + x + ", " + y + ", channel " + channel);
            }
          }
        }
      }
    }
  }

  /** How many pixels outside a box of whole pixels a pixel lies; 0 inside. */
  private static int out(Box box, int x, int y) {
    double across = Math.max(box.xMin() - x, x + 1 - box.xMax());
    double down = Math.max(box.yMin() - y, y + 1 - box.yMax());
    return (int) Math.max(0, Math.max(across, down));
  }

  private static int[] wanted(Picture picture, int x, int y, int out, int r, int g, int b) {
    if (out >= 1 && out <= 3) {
      return out == 2 ? new int[] {255, 80, 0} : new int[3];
    }
    return new int[] {picture.value(x, y, r), picture.value(x, y, g), picture.value(x, y, b)};
  }

  @Test
  void grayLettersAndSharesOfThePictureComeBack() throws IOException {
    train("story-half", 100, 1, "{format: xyxy}", "mse");
    Picture sheet = PictureReader.read(run.inputs());
    assertEquals(8 * 106 + GAP, sheet.width());
    assertEquals(3 * 56 + GAP, sheet.height());
    List<Sample> samples = samples(LettersPreset.STORY_HALF);
    requireLetters(samples, sheet, 8, 0, 0, 0);
    TraceEvent.Inputs told = told();
    assertEquals(24, told.samples());
    assertEquals(0, told.outOfRange() + told.noBoxes());
    assertEquals(new BoxEncoding(BoxFormat.XYXY, BoxUnit.RELATIVE), told.encoding().orElseThrow());
    double greatest = 0;
    double sum = 0;
    for (Sample sample : samples) {
      for (double share : told.encoding().orElseThrow().encode(sample.box(), 100, 50)) {
        greatest = Math.max(greatest, share);
        sum += share;
      }
    }
    assertEquals(greatest, told.targets().orElseThrow().max(), 1e-6);
    assertEquals(sum / (4 * 24), told.targets().orElseThrow().mean(), 1e-6);
    assertEquals(-1, told.pixels().min());
    assertEquals(1, told.pixels().max(), 1e-6);
  }

  @Test
  void coloursAndAnotherOrderOfTheNumbersComeBack() throws IOException {
    train("varied", 200, 3, "{format: cxcywh, unit: pixels}", "l1");
    requireLetters(samples(LettersPreset.VARIED), PictureReader.read(run.inputs()), 6, 0, 1, 2);
    assertEquals(
        new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.PIXELS), told().encoding().orElseThrow());
    assertEquals(0, told().noBoxes());
  }

  /** Overlaps are compared in pixels, whatever the network's numbers mean. */
  @Test
  void theStorysOwnLossComparesPixels() throws IOException {
    train("story", 200, 1, "{format: yxyx}", "lnIou");
    requireLetters(samples(LettersPreset.STORY), PictureReader.read(run.inputs()), 6, 0, 0, 0);
    assertEquals(new BoxEncoding(BoxFormat.XYXY, BoxUnit.PIXELS), told().encoding().orElseThrow());
    assertTrue(told().targets().orElseThrow().max() > 1);
  }

  @Test
  void aRunThatGoesOnDrawsNothingAgain() throws IOException {
    Recipe recipe = recipe("story-half", 100, 1, "{format: xyxy}", "mse");
    int[] asked = {0};
    assertTrue(begin(recipe).train(List.of(), () -> ++asked[0] > 2).isEmpty());
    Files.write(run.inputs(), new byte[0]);
    TrainingRun resumed =
        TrainingRun.resume(run, recipe, LetterData.training(recipe), w -> assertEquals("", w));
    assertEquals(2, resumed.step());
    assertTrue(resumed.train(List.of(), () -> false).isPresent());
    assertEquals(0, Files.size(run.inputs()));
    long told =
        TraceReader.read(run.trace()).stream().filter(TraceEvent.Inputs.class::isInstance).count();
    assertEquals(1, told);
  }
}
