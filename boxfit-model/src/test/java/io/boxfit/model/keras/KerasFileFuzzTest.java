package io.boxfit.model.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.recipe.KerasRecipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasFileFuzzTest {
  private static final long COUNT = Long.getLong("boxfit.fuzz.inputs", 2000);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final List<String> PIECES =
      List.of(
          "null",
          "-1",
          "0",
          "2147483647",
          "1e308",
          "NaN",
          "\"\"",
          "[]",
          "{}",
          "true",
          "]",
          "}",
          "{",
          "[",
          ",",
          "\"",
          "\\",
          "\u0000",
          "\u2028",
          "Lambda",
          "Dense",
          "Add",
          "4",
          "[3, 5]",
          "\"same\"",
          "9".repeat(30),
          "[\"stem\", 0, 0]",
          "\"class_name\"",
          "\"units\"");

  @TempDir private Path folder;

  @Test
  void mutatedTextsGiveAModelOrOneClearLine() throws IOException {
    RandomStream random = new Seed(1).stream("mutated models");
    String whole = Files.readString(KerasFiles.named("branches.json"));
    long good = 0;
    for (long i = 0; i < COUNT / 2; i++) {
      String text = whole;
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        text = mutated(text, random);
      }
      good += reads(text.getBytes(StandardCharsets.UTF_8), "model.json", i) ? 1 : 0;
    }
    assertTrue(100 * good > COUNT / 2, "models that were read: " + good);
  }

  @Test
  void mutatedHdf5GivesAModelOrOneClearLine() throws IOException {
    byte[] whole = Files.readAllBytes(KerasFiles.named("adadelta-mse.h5"));
    assertTrue(mutatedBytes(whole, "model.h5", COUNT / 4) > 0);
  }

  @Test
  void mutatedArchivesGiveAModelOrOneClearLine() throws IOException {
    byte[] whole = Files.readAllBytes(KerasFiles.named("adadelta-mse.keras"));
    assertTrue(mutatedBytes(whole, "model.keras", COUNT / 4) > 0);
  }

  private long mutatedBytes(byte[] whole, String name, long count) throws IOException {
    RandomStream random = new Seed(1).stream("mutated " + name);
    long good = 0;
    for (long i = 0; i < count; i++) {
      byte[] bytes = whole.clone();
      // What says where things are lies at either end.
      int from = random.nextBoolean(0.5) ? 8 : Math.max(8, bytes.length - 600);
      int to = random.nextBoolean(0.5) ? Math.min(bytes.length, from + 4000) : bytes.length;
      for (int edits = random.nextInt(1, 12); edits > 0; edits--) {
        int value = random.nextBoolean(0.3) ? 255 : random.nextInt(256);
        bytes[random.nextInt(from, to - 1)] = (byte) value;
      }
      if (random.nextBoolean(0.1)) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      good += reads(bytes, name, i) ? 1 : 0;
    }
    return good;
  }

  private boolean reads(byte[] bytes, String name, long number) throws IOException {
    // HDF5 is mapped into memory: a file of its own each.
    Path file = Files.write(folder.resolve(number + name), bytes);
    boolean good = assertTimeoutPreemptively(LONGEST, () -> reads(file), () -> "number " + number);
    Files.delete(file);
    return good;
  }

  private static boolean reads(Path file) {
    try {
      KerasRecipe read = KerasRecipe.read(file, List.of());
      String yaml = RecipeYaml.write(read.recipe());
      assertEquals(read.recipe(), Recipes.parse(yaml, "again.yaml", List.of()));
      return true;
    } catch (BadInputException e) {
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      return false;
    }
  }

  private static String mutated(String text, RandomStream random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at) + piece + text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(random.nextInt(at + 1));
      default -> replaced(text, at, piece);
    };
  }

  /** The value behind the next colon becomes the piece: mostly still JSON. */
  private static String replaced(String text, int at, String piece) {
    int colon = text.indexOf(": ", at);
    if (colon < 0) {
      return text;
    }
    int end = colon + 2;
    while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, colon + 2) + piece + text.substring(end);
  }
}
