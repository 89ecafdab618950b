package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadModelTest {
  @TempDir Path folder;

  private static String refusal(byte[] model) {
    String message =
        assertThrows(BadInputException.class, () -> BoxPredictor.load(model).close()).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.length() < 400, message);
    assertFalse(message.contains("onnxruntime_src"), message);
    return message;
  }

  private static void assertRefused(TinyModel model, String message) {
    assertEquals("the model is not a Boxfit model: it " + message, refusal(model.bytes()));
  }

  private String refusal(Path file) {
    return assertThrows(BadInputException.class, () -> BoxPredictor.load(file).close())
        .getMessage();
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws Exception {
    Path missing = folder.resolve("missing.onnx");
    assertEquals(missing + ": does not exist", refusal(missing));
    assertEquals(folder + ": is a folder; name a file in it", refusal(folder));
    Path empty = Files.createFile(folder.resolve("empty.onnx"));
    assertEquals(empty + ": is empty", refusal(empty));
    Path text = Files.writeString(folder.resolve("text.onnx"), "hello");
    String message = refusal(text);
    assertTrue(message.startsWith(text + " is not a usable ONNX model: "), message);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = TinyModel.brightest().bytes();
    for (int length = 0; length < whole.length; length += 7) {
      refusal(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void damageIsRefusedOrHarmless() {
    RandomStream random = new Seed(3).stream("damage");
    byte[] whole = TinyModel.brightest().bytes();
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        BoxPredictor.load(damaged).close();
      } catch (BadInputException e) {
        refused++;
      }
    }
    assertTrue(refused > 100, refused + " refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "GIF89a", "{\"a\": 1}", "\b\b\b\b\b\b\b\b"})
  void bytesThatAreNoModelAreRefused(String text) {
    String message = refusal(text.getBytes(StandardCharsets.UTF_8));
    assertTrue(message.startsWith("the model is not a usable ONNX model: "), message);
  }

  @Test
  void otherInputsAreRefused() {
    assertRefused(
        TinyModel.brightest().floatImage(),
        "has the input image as FLOAT [-1, -1, -1, 3], not uint8 [N, H, W, C] with N free, H and W"
            + " both free or both fixed, C 1 or 3");
    String[][] shapes = {{"1", "H", "W", "3"}, {"N", "H", "200", "3"}, {"N", "H", "W", "2"}};
    for (String[] shape : shapes) {
      String message = refusal(TinyModel.brightest().imageDims(shape).bytes());
      assertTrue(message.contains("not uint8 [N, H, W, C]"), message);
    }
  }

  @Test
  void otherOutputsAreRefused() {
    assertRefused(
        TinyModel.brightest().renamed("box", "boxes"),
        "has the outputs [boxes] where a Boxfit model has [box]");
    String more = refusal(TinyModel.brightest().output("sums", 4).bytes());
    assertTrue(more.contains("the outputs [box, sums]"), more);
    assertRefused(
        TinyModel.threeNumbers(), "has the output box as FLOAT [-1, 3], not float32 [N, 4]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "names",
        "format",
        "recipeDigest",
        "constantBaseline",
        "inputWidth",
        "inputHeight",
        "wholePixels"
      })
  void missingMetadataIsNamed(String key) {
    assertRefused(
        TinyModel.brightest().without("boxfit." + key),
        "lacks the metadata boxfit." + key + ": it was not written by Boxfit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "names | letter | a JSON array of strings",
        "names | [1] | a JSON array of strings",
        "format | YXYX | XYXY",
        "constantBaseline | [1, 2, 3] | a JSON array of four numbers",
        "constantBaseline | [1, 2, 3, NaN] | a JSON array of four numbers",
        "inputWidth | 0 | a whole number of pixels, 1 to 9999999",
        "inputHeight | 99999999999 | a whole number of pixels, 1 to 9999999",
        "wholePixels | true | false as its outputs are"
      })
  void wrongMetadataIsNamed(String key, String value, String wanted) {
    assertRefused(
        TinyModel.brightest().metadata("boxfit." + key, value),
        "has the metadata boxfit." + key + " \"" + value + "\", not " + wanted);
  }

  @Test
  void sizesThatContradictEachOtherAreRefused() {
    assertRefused(
        TinyModel.brightest().fixedSize(20, 10).metadata("boxfit.inputWidth", "21"),
        "has the metadata boxfit.inputWidth and boxfit.inputHeight, not 20 and 10 as its input is");
  }
}
