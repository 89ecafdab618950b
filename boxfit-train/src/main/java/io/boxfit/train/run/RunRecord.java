package io.boxfit.train.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeTree;
import io.boxfit.train.checkpoint.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code run.json} says: everything that is needed to know where weights come from, and to
 * make them again.
 *
 * @param recipe in full, as a tree
 * @param recipeDigest SHA-256 of its canonical text
 * @param dataDigest identifies the samples
 * @param versions of Boxfit, JDK and engine
 * @param machine what computed
 * @param threads cores that trained; the weights do not depend on it
 * @param started ISO instant
 * @param ended ISO instant, null while it runs
 * @param state {@code running}, {@code stopped}, {@code nonFinite} or {@code finished}
 * @param trainingSeconds null while it runs
 * @param weightsSha256 of {@code weights.safetensors}, null while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRecord(
    Map<String, Object> recipe,
    String recipeDigest,
    String dataDigest,
    Map<String, String> versions,
    Map<String, String> machine,
    int threads,
    String started,
    String ended,
    String state,
    Double trainingSeconds,
    String weightsSha256) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The same run in another state. */
  RunRecord with(String newState, String newEnded, Double seconds, String sha256) {
    return new RunRecord(
        recipe,
        recipeDigest,
        dataDigest,
        versions,
        machine,
        threads,
        started,
        newEnded,
        newState,
        seconds,
        sha256);
  }

  /**
   * The recipe as a value.
   *
   * @throws BadInputException if it is not one
   */
  public Recipe recipe(Path file) {
    return RecipeTree.read(recipe, file.toString());
  }

  void write(Path file) {
    try {
      AtomicFile.write(file, JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads run.json.
   *
   * @throws BadInputException if it is missing or not such a file
   */
  public static RunRecord read(Path file) {
    try {
      RunRecord record = JSON.readValue(Files.readAllBytes(file), RunRecord.class);
      if (record == null || record.recipe == null) {
        throw new BadInputException(file + ": holds no recipe");
      }
      return record;
    } catch (JsonProcessingException e) {
      throw new BadInputException(file + ": not a run.json: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
