package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.box.Box;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model file gives the same boxes in ONNX Runtime's WebAssembly build under Node.js; {@code npm
 * ci --ignore-scripts} in {@code src/test/node} fetches it.
 */
final class SecondRuntimeTest {
  private static final Path SCRIPTS = Path.of("src/test/node");
  private static final int COUNT = 50;

  @TempDir Path folder;

  @Test
  void aSecondRuntimeGivesTheSameBoxes() throws Exception {
    assumeTrue(
        Files.isDirectory(SCRIPTS.resolve("node_modules/onnxruntime-web")),
        "needs Node.js and 'npm ci --ignore-scripts' in boxfit-app/src/test/node");
    Letters letters = new Letters(LettersPreset.STORY, 3, "test", COUNT);
    PixelBatch batch = PixelBatch.allocate(COUNT, 100, 200, 3);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    for (int i = 0; i < COUNT; i++) {
      byte[] picture = letters.get(i).picture().pixels();
      batch.pixels().put(i * picture.length, picture);
      pixels.write(picture);
    }
    Path model = TrainedRun.instance().resolve("model.onnx");
    List<Prediction> expected;
    try (BoxPredictor predictor = BoxPredictor.load(model)) {
      expected = predictor.predictAll(batch);
    }
    JsonNode actual = run(model, Files.write(folder.resolve("pictures.rgb"), pixels.toByteArray()));
    assertEquals(COUNT, actual.size());
    int apart = 0;
    for (int i = 0; i < COUNT; i++) {
      Box box = expected.get(i).unrounded();
      double[] sides = {box.xMin(), box.yMin(), box.xMax(), box.yMax()};
      double largest = 0;
      for (int side = 0; side < sides.length; side++) {
        double difference = Math.abs(sides[side] - actual.get(i).get(side).asDouble());
        largest = Math.max(largest, difference);
      }
      assertTrue(largest < 2, i + ": " + largest + " px apart");
      apart += largest < 0.01 ? 0 : 1;
    }
    // A side in the middle between two pixels may be rounded either way before its close look.
    assertTrue(apart <= 1, apart + " letters more than 0.01 px apart");
  }

  private JsonNode run(Path model, Path pictures) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    Process node =
        new ProcessBuilder("node", "boxes.mjs", model.toString(), pictures.toString(), "200", "100")
            .directory(SCRIPTS.toFile())
            .redirectError(errors.toFile())
            .start();
    String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, node.waitFor(), Files.readString(errors));
    return new ObjectMapper().readTree(printed);
  }
}
