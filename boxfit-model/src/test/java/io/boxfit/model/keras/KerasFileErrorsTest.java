package io.boxfit.model.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasFileErrorsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda.json | layer 'twice' (Lambda): holds Python code, which is never executed",
        "transposed.json | layer 'up' (Conv2DTranspose): has no counterpart here; known are Act",
        "no-flatten.json | 'dense' gives 4x22x22 numbers (channels x height x width), a box needs",
        "two-outputs.json | has 2 outputs: 'box' (4 numbers), 'letter' (10 numbers); which is the",
        "only.weights.h5 | holds weights alone, no model_config; save the whole model by",
        "write_models.py | is neither a .keras archive nor an HDF5 file nor the JSON of"
      })
  void filesThatCannotBeReadSayWhy(String name, String expected) {
    assertSays(KerasFiles.named(name), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"class_name\": \"Sequential\" | its text is not JSON, or cut off, at line 1",
        "`` | is empty; save the model again",
        "{} {} | its text is not JSON, or cut off, at line 1, column",
        "{\"layers\": []} | has no class_name, so it describes no Keras model",
        "{\"class_name\": \"MyModel\"} | is a MyModel, not a Sequential or Functional model",
        "{\"class_name\": \"Sequential\"} | does not tell the size of its input",
        "{\"class_name\": \"Model\"} | has 0 inputs: ; Boxfit's networks take the picture alone",
        "version https://git-lfs.github.com/spec/v1 | is the pointer that Git keeps of a large"
      })
  void textsThatDescribeNoModelSayWhy(String text, String expected) {
    assertSays(KerasFiles.json(folder, text), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RandomFlip | `\"mode\": \"horizontal\"` | moves the picture and leaves the box where it",
        "Conv2D | `\"filters\": 2, \"kernel_size\": [3, 5]` | kernel_size [3,5] has no counterpart",
        "Conv2D | `\"filters\": \"2\", \"kernel_size\": 3` | filters must be a whole number, got \"2\"",
        "Conv2D | `\"filters\": 2, \"kernel_size\": 99` | a kernel of 99 does not fit into 24",
        "Conv2D | `\"filters\": 0, \"kernel_size\": 3` | filters must be in",
        "Convolution2D | `\"nb_filter\": 2` | is written by Keras 1, which is not read",
        "MaxPooling2D | `\"data_format\": \"channels_first\"` | data_format must be channels_last",
        "BatchNormalization | `\"axis\": 1` | axis must be the last, the channels, got 1",
        "Dropout | `\"rate\": 1.5` | share must be in",
        "Activation | `\"activation\": \"mish\"` | its activation 'mish' has no counterpart here",
        "Dense | `\"units\": 4, \"activation\": \"my_own\"` | its activation 'my_own' has no",
        "Dense | `\"units\": 4, \"kernel_initializer\": \"identity\"` | its initialiser 'identity'",
        "LSTM | `\"units\": 4` | has no counterpart here; known are Activation",
        "TFOpLambda | `\"function\": \"math.add\"` | has no counterpart here"
      })
  void layersThatCannotBeReadAreNamed(String kind, String config, String expected) {
    String layer = "{\"class_name\": \"%s\", \"config\": {\"name\": \"it\", %s}},";
    Path file = KerasFiles.json(folder, KerasFiles.toBox(layer.formatted(kind, config)));
    assertSays(file, "layer 'it' (" + kind + "): " + expected);
  }

  @Test
  void anInputOfAnySizeIsRefused() {
    String text = KerasFiles.toBox("").replace("24, 32, 1]", "null, null, 1]");
    assertSays(KerasFiles.json(folder, text), "takes inputs of any size, [null,null,null,1]");
    assertSays(
        KerasFiles.json(folder, KerasFiles.toBox("").replace("24, 32, 1]", "16]")),
        "takes [null,16], no pictures (batch, height, width, channels)");
    assertSays(
        KerasFiles.json(folder, KerasFiles.toBox("").replace("24, 32, 1]", "24, 32, 7]")),
        "takes [null,24,32,7], pictures of 7 channels; Boxfit's have 1 or 3");
  }

  @Test
  void archiveThatInflatesWithoutEndIsCutShort() throws IOException {
    Path bomb = KerasFiles.bomb(folder, 300);
    assertTrue(Files.size(bomb) < 1 << 19);
    assertSays(bomb, "config.json in it is larger than 16 MiB, too large to describe a model");
  }

  @Test
  void fileThatIsTooLargeForATextIsNotRead() throws IOException {
    Path file = folder.resolve("model.json");
    byte[] spaces = new byte[17 << 20];
    Arrays.fill(spaces, (byte) ' ');
    Files.write(file, spaces);
    assertTrue(KerasFile.isMeant(file));
    assertSays(file, "the file is larger than 16 MiB");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertSays(
        KerasFiles.json(folder, "{\"a\":".repeat(100_000)), "its text is JSON nested too deeply");
    String deep = "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[".repeat(200);
    assertSays(KerasFiles.json(folder, deep + "]}}".repeat(200)), "does not tell the size");
  }

  @Test
  void graphsThatGoRoundOrNowhereAreRefused() {
    String graph =
        """
        {"class_name": "Functional", "config": {"layers": [
          {"class_name": "InputLayer", "name": "in", "config": {"batch_shape": [null, 8, 8, 1]},
            "inbound_nodes": []},
          {"class_name": "Flatten", "name": "a", "config": {}, "inbound_nodes": [[["b", 0, 0]]]},
          {"class_name": "Flatten", "name": "b", "config": {}, "inbound_nodes": [[["a", 0, 0]]]}],
          "input_layers": [["in", 0, 0]], "output_layers": [["b", 0, 0]]}}
        """;
    assertSays(KerasFiles.json(folder, graph), "its output 'b' cannot be reached");
    assertSays(
        KerasFiles.json(folder, graph.replace("[[\"b\", 0, 0]]}}", "[[\"ghost\", 0, 0]]}}")),
        "its output 'ghost' cannot be reached");
  }

  @Test
  void hdf5ThatIsCutAnywhereIsOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(KerasFiles.named("adadelta-mse.h5"));
    for (int length = 8; length < whole.length; length += 997) {
      Path file = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
      assertSays(file, "is a cut HDF5 file; save or fetch the model again");
    }
  }

  @Test
  void archiveThatIsCutAnywhereIsOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(KerasFiles.named("adadelta-mse.keras"));
    for (int length = 4; length < whole.length; length += 997) {
      Path file = Files.write(folder.resolve("cut.keras"), Arrays.copyOf(whole, length));
      assertSays(file, "is a damaged or cut archive; save the model again");
    }
  }

  @Test
  void archiveWithoutItsDescriptionAndMissingFilesAreNamed() throws IOException {
    byte[] whole = Files.readAllBytes(KerasFiles.named("adadelta-mse.keras"));
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    byte[] renamed =
        text.replace("config.json", "konfig.json").getBytes(StandardCharsets.ISO_8859_1);
    assertSays(Files.write(folder.resolve("renamed.keras"), renamed), "holds no config.json");
    assertSays(folder.resolve("missing.keras"), "does not exist");
    assertSays(folder, "is a folder; name a file in it");
  }

  private static void assertSays(Path file, String expected) {
    BadInputException e = assertThrows(BadInputException.class, () -> KerasFile.read(file));
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }
}
