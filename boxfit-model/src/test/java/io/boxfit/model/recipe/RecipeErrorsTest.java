package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeErrorsTest {
  @TempDir private Path folder;

  private static String message(String text, String... options) {
    return assertThrows(
            BadInputException.class, () -> Recipes.parse(text, "my.yaml", List.of(options)))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          batchSize=-3                | --set batchSize=-3: batchSize must be in [1, 65536], got -3
          batchSiz=3                  | --set batchSiz=3: unknown key 'batchSiz', did you mean 'batchSize'?
          data.trainCont=3            | --set data.trainCont=3: unknown key 'data.trainCont', did you mean 'data.trainCount'?
          data.trainCount=1e3         | --set data.trainCount=1e3: data.trainCount must be a whole number, got '1e3'
          data.trainCount=8_000       | --set data.trainCount=8_000: data.trainCount must be a whole number, got '8_000'
          data.trainCount=99999999999 | --set data.trainCount=99999999999: data.trainCount must be in [-2147483648, 2147483647], got '99999999999'
          data.trainCount=20          | --set data.trainCount=20: data.trainCount without the validation share must be in [batchSize = 32, ...), got 20
          batchSize=65000             | --set batchSize=65000: data.trainCount without the validation share must be in [batchSize = 65000, ...), got 100
          seed=99999999999999999999   | --set seed=99999999999999999999: seed must be a whole number, got '99999999999999999999'
          seed=9999999999999999999    | --set seed=9999999999999999999: seed must fit into 64 bits, got '9999999999999999999'
          optimizer.learningRate=NaN  | --set optimizer.learningRate=NaN: optimizer.learningRate must be a number, got 'NaN'
          optimizer.learningRate=.inf | --set optimizer.learningRate=.inf: optimizer.learningRate must be a number, got '.inf'
          optimizer.learningRate=1e999 | --set optimizer.learningRate=1e999: optimizer.learningRate must be a number below 1.8e308, got '1e999'
          optimizer.learningRate="1"  | --set optimizer.learningRate="1": optimizer.learningRate must be a number, got the text '1'
          optimizer.learningRate=-1   | --set optimizer.learningRate=-1: optimizer.learningRate must be in (0, 100], got -1.0
          optimizer.learningRate=     | --set optimizer.learningRate=: optimizer.learningRate must be a number, got nothing
          optimizer.learningRate=[1]  | --set optimizer.learningRate=[1]: optimizer.learningRate must be a number, got a list
          optimizer.name=adamWW       | --set optimizer.name=adamWW: optimizer.name: unknown optimizer 'adamWW', did you mean 'adamW'?
          optimizer.clip={}           | --set optimizer.clip={}: optimizer.clip.value, norm or globalNorm must be set, exactly one of them, got 0
          optimizer.clip.norm=0       | --set optimizer.clip.norm=0: optimizer.clip.norm must be a positive 32-bit number, got 0.0
          optimizer.clip.nrom=1       | --set optimizer.clip.nrom=1: unknown key 'optimizer.clip.nrom', did you mean 'optimizer.clip.norm'?
          optimizer={name: sgd, momentum: 1} | --set optimizer={name: sgd, momentum: 1}: optimizer.momentum must be in [0, 1), got 1.0
          optimizer={name: adadelta, momentum: 1} | --set optimizer={name: adadelta, momentum: 1}: unknown key 'optimizer.momentum', did you mean 'optimizer.rho'?
          initializer.kernel={randomUniform: {minimum: 1}} | --set initializer.kernel={randomUniform: {minimum: 1}}: initializer.kernel.maximum must be a finite 32-bit number of at least minimum = 1.0, got 0.05
          initializer.kernel={orthogonal: {gain: 0}} | --set initializer.kernel={orthogonal: {gain: 0}}: initializer.kernel.gain must be a finite 32-bit number, not 0, got 0.0
          initializer.kernel={constant: {value: 1e39}} | --set initializer.kernel={constant: {value: 1e39}}: initializer.kernel.value must be a finite 32-bit number, got 1.0E39
          initializer.bias=orthogonal | --set initializer.bias=orthogonal: initializer.bias cannot be orthogonal, which needs a matrix; use zeros
          loss=coarse                 | --set loss=coarse: loss.name: unknown loss 'coarse', did you mean 'coarseToFine'?
          initializer.kernel=henormal | --set initializer.kernel=henormal: initializer.kernel: unknown initializer 'henormal', did you mean 'heNormal'?
          initializer.kernel={randomNormal: {deviation: -1}} | --set initializer.kernel={randomNormal: {deviation: -1}}: initializer.kernel.deviation must be a number of at least 0, got -1.0
          output.wholePixels=yes      | --set output.wholePixels=yes: output.wholePixels must be true or false, got 'yes'
          onNonFinite=go              | --set onNonFinite=go: onNonFinite must be one of stop, continue, got 'go'; did you mean 'stop'?
          data.mix={varied: 0.5}      | --set data.mix={varied: 0.5}: data.mix must hold shares in [0, 1] that sum to 1, got {varied=0.5}
          data.preset=a/b             | --set data.preset=a/b: data.preset must be the name of a preset
          input.width=2               | --set input.width=2: network: layer 'conv2d2' (Conv2D): a kernel of 3 does not fit into 2
          network=corse-to-fine       | --set network=corse-to-fine: unknown network 'corse-to-fine', did you mean 'coarse-to-fine'?
          network.stem2.filters=3     | --set network.stem2.filters=3: the network has no layer 'stem2.filters'
          base=reliable               | --set base=reliable: base can stand in a recipe file only
          epochs                      | --set epochs: needs the form key=value, for example epochs=2
          a..b=3                      | --set a..b=3: a part of the key is empty
          data={seed: 1, seed: 2}     | --set data={seed: 1, seed: 2}: key 'seed' stands here a second time
          """)
  void optionsAreNamedInErrors(String option, String expected) {
    assertEquals(expected, message(SmallRecipe.TEXT, option));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          trainCount: 100 | trainCount: -1 | my.yaml:3: data.trainCount must be at least 1, got -1
          kernel: 3, stride: 2 | kernel: 0, stride: 2 | my.yaml:9: layer 'conv2d1' (conv2d): kernel must be in [1, 1024], got 0
          kernel: 3, stride: 2 | kernl: 3 | my.yaml:9: layer 'conv2d1' (conv2d): unknown key 'kernl', did you mean 'kernel'?
          - relu | - rellu | my.yaml:8: network: unknown layer 'rellu', did you mean 'relu'?
          axis: x | axis: z | my.yaml:11: layer 'marginal1' (marginal): axis must be one of x, y, got 'z'; did you mean 'x'?
          from: conv2d1 | from: conv9 | my.yaml:15: network: layer 'cellBoxes1' (CellBoxes) takes 'conv9', which is not the image nor an earlier layer
          filters: 5, | filters: 6, | my.yaml:15: network: layer 'cellBoxes1' (CellBoxes): needs 5 channels (logit, dx, dy, lw, lh), got 6x8x8
          name: sides | name: conv2d1 | my.yaml:13: network: layer 'conv2d1' (PixelShuffle1D) has a name that is taken already
          loss: coarseToFine | lost: coarseToFine | my.yaml:21: unknown key 'lost', did you mean 'loss'?
          optimizer: adamW | # | my.yaml:1: optimizer is missing
          preset: story | # | my.yaml:3: data.preset is missing
          """)
  void filesAndLinesAreNamedInErrors(String written, String wrong, String expected) {
    assertTrue(SmallRecipe.TEXT.contains(written), written);
    assertEquals(expected, message(SmallRecipe.TEXT.replace(written, wrong)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          base: relable              | my.yaml:1: unknown recipe 'relable', did you mean 'reliable'?
          ` `                        | my.yaml: is empty
          # nothing                  | my.yaml: is empty
          3                          | my.yaml:1: a recipe must be a group of keys, got '3'
          a: &x 1                    | my.yaml:1: anchors (&name) are not understood, remove this one
          a: *x                      | my.yaml:1: aliases (*name) are not understood, write the value itself
          a: !!int 3                 | my.yaml:1: tags (!name) are not understood, remove this one
          ? [a]                      | my.yaml:1: a key must be a word, got a list
          """)
  void oddTextsAreRefused(String text, String expected) {
    assertEquals(expected, message(text));
  }

  @Test
  void brokenYamlGetsItsLine() {
    assertEquals(
        "my.yaml:3: key 'seed' stands here a second time",
        message("seed: 1\nepochs: 2\nseed: 3\n"));
    assertEquals(
        "my.yaml:2: holds a second document, only one is understood",
        message("seed: 1\n---\nseed: 2\n"));
    assertTrue(message("data:\n\tseed: 1\n").startsWith("my.yaml:2: cannot be read as YAML: "));
    assertTrue(message("data: {seed: 1\n").matches("my.yaml:\\d: cannot be read as YAML: .*"));
    assertTrue(message("a: \0\n").startsWith("my.yaml: cannot be read as YAML: "));
    assertEquals("my.yaml:1: is nested more than 32 deep", message("[".repeat(500_000)));
  }

  @Test
  void unreadableFilesAreNamed() throws IOException {
    Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "seed: ü".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(large + ": is larger than 1 MiB, too large for a file of settings", load(large));
    assertEquals(latin + ": is not UTF-8 text", load(latin));
    assertEquals(folder + ": is a folder; name a file in it", load(folder));
    Path missing = folder.resolve("missing.yaml");
    assertEquals(missing + ": does not exist", load(missing));
    assertEquals(
        "no recipe and no file is called 'relyable', did you mean 'reliable'?",
        load(Path.of("relyable")));
    String farFetched = load(Path.of("letters"));
    assertTrue(farFetched.startsWith("no recipe and no file is called 'letters'; recipes are "));
  }

  @Test
  void networksTooLargeToCountAreRefused() {
    String wide = "input: {width: 8192, height: 8192, channels: 3}";
    String text =
        SmallRecipe.TEXT
            .replace("input: {width: 20, height: 20, channels: 3}", wide)
            .replace("filters: 3, kernel: 3", "filters: 65536, kernel: 1");
    assertEquals(
        "my.yaml:7: network: layer 'conv2d2' (Conv2D): gives 65536x8192x8192, more than 2^29 numbers",
        message(text));
  }

  private static String load(Path path) {
    return assertThrows(BadInputException.class, () -> Recipes.load(path.toString(), List.of()))
        .getMessage();
  }
}
