package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeTree;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.fuzz.Fuzzing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordFuzzTest {
  @TempDir Path folder;

  private byte[] file(String recipeName) throws IOException {
    Recipe recipe = Recipes.named(recipeName);
    Path path = folder.resolve("run.json");
    new RunRecord(
            RecipeTree.of(recipe),
            RecipeYaml.digest(recipe),
            "89abcdef",
            Map.of("boxfit", "0.1.0", "engine", "2.10.0"),
            Map.of("cores", "2"),
            2,
            "2026-01-01T00:00:00Z",
            null,
            "finished",
            12.5,
            null,
            "01234567")
        .write(path);
    return Files.readAllBytes(path);
  }

  @Test
  void everyFileGivesARecordWithARecipeOrOneClearLine() throws IOException {
    Path path = folder.resolve("run.json");
    Fuzzing.run(
        "run.json",
        1500,
        List.of(file("reliable")),
        input -> {
          Files.write(path, input);
          RunRecord record = RunRecord.read(path);
          for (Object obligatory :
              new Object[] {
                record.recipeDigest(), record.dataDigest(), record.started(), record.state()
              }) {
            assertNotNull(obligatory);
          }
          record.versions().values().forEach(version -> assertNotNull(version));
          record.machine().values().forEach(fact -> assertNotNull(fact));
          Recipe recipe = record.recipe(path);
          assertEquals(recipe, RecipeTree.read(RecipeTree.of(recipe), "again"));
        });
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Path path = folder.resolve("run.json");
    String whole = new String(file("reliable"), StandardCharsets.UTF_8);
    for (String key :
        List.of(
            "recipe", "recipeDigest", "dataDigest", "versions", "machine", "started", "state")) {
      Files.writeString(path, whole.replaceFirst("\"" + key + "\"", "\"other\""));
      BadInputException e = assertThrows(BadInputException.class, () -> RunRecord.read(path));
      assertEquals(path + ": lacks '" + key + "'; it is not a run.json of Boxfit", e.getMessage());
    }
  }

  @Test
  void whatIsNoRecordIsNamedInWordsOfTheFile() throws IOException {
    Path path = folder.resolve("run.json");
    requireRefused(path, "garbage", ":1, column 1: is not JSON from here on");
    requireRefused(path, "{\n", ":2, column 1: ends in the middle of its JSON; is it cut off?");
    requireRefused(path, "{} {}", ":1, column 4: holds what does not belong there, from here on");
    String whole = new String(file("reliable"), StandardCharsets.UTF_8);
    String wrong = whole.replace("12.5", "{}");
    Files.writeString(path, wrong);
    BadInputException e = assertThrows(BadInputException.class, () -> RunRecord.read(path));
    assertTrue(
        e.getMessage().contains(": 'trainingSeconds' holds what does not belong"), e.getMessage());
  }

  private static void requireRefused(Path path, String text, String told) throws IOException {
    Files.writeString(path, text);
    BadInputException e = assertThrows(BadInputException.class, () -> RunRecord.read(path));
    assertEquals(path + told + "; it is not a run.json of Boxfit", e.getMessage());
  }
}
