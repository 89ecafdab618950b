package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "2147483647",
          "-1",
          "1e308",
          "9".repeat(30),
          "NaN",
          "~",
          "",
          "[",
          "{}",
          "]",
          ": ",
          "- ",
          "\n",
          "\t",
          "  ",
          "#",
          "\"",
          "'",
          "&a",
          "*a",
          "!!map",
          "---\n",
          "...",
          "%YAML 9.9\n",
          "|",
          ">",
          "? ",
          "\u0000",
          "\uD800",
          "\u2028",
          "\u0085",
          "relu",
          "add",
          "concat",
          "from: image",
          "name: x",
          "kernel: 1024",
          "filters: 65536",
          "groups: 3",
          "factor: 2",
          "\"\\x07\\uD800\"",
          "image",
          "base: reliable\n");

  @Test
  void everyTextGivesARecipeOrOneClearLine() {
    RandomStream random = new Seed(1).stream("mutated recipes");
    String full = RecipeYaml.write(Recipes.named("reliable"));
    long count = Long.getLong("boxfit.fuzz.inputs", 2000);
    long good = 0;
    for (long i = 0; i < count; i++) {
      String text = i % 4 == 0 ? full : SmallRecipe.TEXT;
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        text = mutated(text, random);
      }
      good += reads(text) ? 1 : 0;
    }
    assertTrue(100 * good > count && 4 * good < 3 * count, "recipes that were read: " + good);
  }

  private static boolean reads(String text) {
    try {
      Recipe recipe = Recipes.parse(text, "my.yaml", List.of());
      assertEquals(recipe, Recipes.parse(RecipeYaml.write(recipe), "again.yaml", List.of()), text);
      assertFalse(RecipeYaml.describe(recipe).isEmpty());
      return true;
    } catch (BadInputException e) {
      assertTrue(e.getMessage().startsWith("my.yaml"), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      assertTrue(e.getMessage().length() < 700, e.getMessage());
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail(text, e);
    }
  }

  private static String mutated(String text, RandomStream random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at) + piece + text.substring(at);
      case 2 -> text.substring(0, at) + piece + text.substring(end);
      default -> text.substring(0, at) + text.substring(random.nextInt(at + 1));
    };
  }
}
