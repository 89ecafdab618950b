package io.boxfit.model.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.JsonTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The JSON that describes a model, taken out of its file: never more than 16 MiB of it. */
final class ConfigText {
  private static final int LARGEST = 16 << 20;

  /** Python writes NaN and Infinity as words. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ConfigText() {}

  /** The text of a plain file. */
  static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return text(in, "the file");
    }
  }

  /** The text of {@code config.json} in an archive, however much it claims to inflate to. */
  static String ofArchive(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("config.json");
      if (entry == null) {
        throw new BadInputException("holds no config.json, so it is no .keras archive");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return text(in, "config.json in it");
      }
    } catch (ZipException e) {
      throw new BadInputException("is a damaged or cut archive; save the model again", e);
    }
  }

  /**
   * The tree of a text; of an empty one, a missing node. A text within the text, as {@code
   * json.dump(model.to_json())} writes it, is read again.
   *
   * @param what it is, for errors
   */
  static JsonNode json(String what, String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree.isTextual() ? JSON.readTree(tree.textValue()) : tree;
    } catch (JsonProcessingException e) {
      JsonTrouble trouble = JsonTrouble.of(e);
      String wrong =
          trouble.line() > 0
              ? "is not JSON, or cut off, at line "
                  + trouble.line()
                  + ", column "
                  + trouble.column()
              : trouble.words();
      throw new BadInputException(what + " " + wrong + "; save the model again", e);
    }
  }

  private static String text(InputStream in, String what) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new BadInputException(what + " is larger than 16 MiB, too large to describe a model");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
