package io.boxfit.search.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.search.trial.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study has found so far, one finished trial a line: so a study that was killed goes on with
 * the trials that are missing. The first line holds the study's name and the digest of its plan.
 */
public final class Journal {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          // Records are written with what they derive, which is not read.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;
  private final Map<String, TrialResult> results = new LinkedHashMap<>();

  private Journal(Path file) {
    this.file = file;
  }

  /**
   * The journal of a study, begun where there is none.
   *
   * @throws BadInputException if the file belongs to another study or plan, or is no journal
   */
  public static Journal open(Path file, Study study) {
    Journal journal = new Journal(file);
    try {
      if (Files.exists(file)) {
        journal.read(study);
      } else {
        AtomicFile.write(
            file.toAbsolutePath(), (head(study) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String head(Study study) {
    ObjectNode head = JSON.createObjectNode();
    return head.put("study", study.name()).put("plan", study.digest()).toString();
  }

  private void read(Study study) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(head(study))) {
      throw new BadInputException(
          file
              + ": belongs to a study with other settings; resume it with its own, or choose"
              + " another --out");
    }
    if (!Files.readString(file).endsWith("\n")) {
      // The last line was torn when the process died: its trial is run again.
      cutLast(lines);
      lines = lines.subList(0, lines.size() - 1);
    }
    for (int i = 1; i < lines.size(); i++) {
      try {
        JsonNode line = JSON.readTree(lines.get(i));
        results.put(
            line.required("trial").asText(),
            JSON.treeToValue(line.required("result"), TrialResult.class));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        throw new BadInputException(
            file
                + ":"
                + (i + 1)
                + ": not a line of a journal; remove the line to run its trial again",
            e);
      }
    }
  }

  private void cutLast(List<String> lines) throws IOException {
    String whole = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    AtomicFile.write(file.toAbsolutePath(), whole.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a finished trial; it is on its way to the disk when this returns. */
  public synchronized void add(String trial, TrialResult result) {
    ObjectNode line = JSON.createObjectNode().put("trial", trial);
    line.set("result", JSON.valueToTree(result));
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    results.put(trial, result);
  }

  /** The results so far, by the trials' keys. */
  public synchronized Map<String, TrialResult> results() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }
}
