package io.boxfit.train.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.file.GivenFile;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeTree;
import io.boxfit.model.setting.JsonTrouble;
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
 * @param stoppedEarlyAt the step after which early stopping ended the run, null where it did not
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
    Long stoppedEarlyAt,
    String weightsSha256) {
  private static final long LARGEST_FILE = 1 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The same run in another state. */
  RunRecord with(String newState, String newEnded, Double seconds, Long early, String sha256) {
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
        early,
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
      if (Files.size(file) > LARGEST_FILE) {
        throw new BadInputException(file + ": larger than 1 MiB, too large for a run.json");
      }
      RunRecord record = JSON.readValue(Files.readAllBytes(file), RunRecord.class);
      if (record == null) {
        throw new BadInputException(file + ": holds nothing");
      }
      record.requireWhole(file);
      return record;
    } catch (JsonProcessingException e) {
      JsonTrouble trouble = JsonTrouble.of(e);
      throw new BadInputException(
          file + trouble.place() + ": " + trouble.words() + "; it is not a run.json of Boxfit", e);
    } catch (IOException e) {
      throw GivenFile.unreadable(file, e);
    }
  }

  private void requireWhole(Path file) {
    require(recipe != null, "recipe", file);
    require(recipeDigest != null, "recipeDigest", file);
    require(dataDigest != null, "dataDigest", file);
    require(versions != null && !versions.containsValue(null), "versions", file);
    require(machine != null && !machine.containsValue(null), "machine", file);
    require(started != null, "started", file);
    require(state != null, "state", file);
  }

  private static void require(boolean there, String key, Path file) {
    if (!there) {
      throw new BadInputException(file + ": lacks '" + key + "'; it is not a run.json of Boxfit");
    }
  }
}
