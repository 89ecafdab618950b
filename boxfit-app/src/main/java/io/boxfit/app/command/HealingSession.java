package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.doctor.cure.Cure;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.ConditionText;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.DiagnosisJson;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.model.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trains under a doctor's eye: a sick run is stopped and put aside, its remedy applied, and the
 * training begun again, until one is healthy or there is no remedy left.
 */
final class HealingSession {
  private static final int ATTEMPTS = 6;

  private final Console console;
  private final TrainingSession session;
  private final ArrayNode log = JsonNodeFactory.instance.arrayNode();

  HealingSession(Console console, boolean json) {
    this.console = console;
    this.session = new TrainingSession(console, json);
  }

  /**
   * Trains until healthy; the run that is left in the folder is the last one.
   *
   * @throws BadInputException if a sick run could not be put aside, before anything is trained
   */
  int begin(Recipe told, Path out) {
    requireRoomBeside(out);
    Recipe recipe = told;
    Set<Recipe> tried = new HashSet<>();
    for (int attempt = 1; ; attempt++) {
      tried.add(recipe);
      Bedside doctor = new Bedside(recipe);
      double seconds = session.attempt(recipe, out, doctor);
      Optional<Diagnosis> sick = doctor.sick();
      ObjectNode entry = log.addObject().put("attempt", attempt).put("seconds", seconds);
      entry.put("doctorSeconds", doctor.seconds());
      if (sick.isEmpty()) {
        write(out);
        session.tell(out);
        return ExitCode.DONE;
      }
      Cure cure = Cure.of(sick.get(), recipe);
      note(entry, attempt, sick.get(), cure);
      Optional<Recipe> next =
          cure.settings().isEmpty() ? Optional.empty() : Optional.of(cure.applyTo(recipe));
      if (attempt == ATTEMPTS || next.filter(r -> !tried.contains(r)).isEmpty()) {
        write(out);
        console.say("no remedy is left; see: " + console.command("diagnose --run", out));
        return ExitCode.FINDINGS;
      }
      putAside(out, attempt, entry);
      recipe = next.orElseThrow();
    }
  }

  private void note(ObjectNode entry, int attempt, Diagnosis sick, Cure cure) {
    Finding finding = sick.findings().get(0);
    entry.set("diagnosis", DiagnosisJson.tree(sick));
    ArrayNode settings = entry.putArray("settings");
    cure.settings().forEach(settings::add);
    console.say(
        "attempt "
            + attempt
            + " is sick: "
            + ConditionText.of(finding.condition()).title()
            + " ["
            + finding.condition().code()
            + "]. "
            + finding.evidence());
    if (!cure.settings().isEmpty()) {
      console.say("  remedy: " + settings(cure.settings()) + " (for " + codes(cure) + ")");
    }
  }

  private static String settings(List<String> settings) {
    return settings.stream()
        .map(setting -> "--set " + (setting.contains(" ") ? "'" + setting + "'" : setting))
        .collect(Collectors.joining(" "));
  }

  private static String codes(Cure cure) {
    return cure.reasons().stream().map(Condition::code).collect(Collectors.joining(", "));
  }

  /** Which attempts will be sick nobody knows: each but the last may be put aside. */
  private static void requireRoomBeside(Path out) {
    if (Path.of("").toAbsolutePath().startsWith(out.toAbsolutePath().normalize())) {
      throw new BadInputException(
          out
              + ": --heal puts sick runs aside, and cannot move the folder that it is called in;"
              + " name another one with --out");
    }
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Path aside = aside(out, attempt);
      if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
        throw new BadInputException(
            aside
                + ": exists already, and --heal would put a sick run there; move it away or name"
                + " another folder with --out");
      }
    }
  }

  private static Path aside(Path out, int attempt) {
    Path whole = out.normalize();
    return whole.resolveSibling(whole.getFileName() + "-sick-" + attempt);
  }

  /** Keeps a sick run beside the folder, for whoever wants to look. */
  private void putAside(Path out, int attempt, ObjectNode entry) {
    Path aside = aside(out, attempt);
    try {
      Files.move(out, aside);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot put the sick run aside as " + aside + ": " + e.getMessage(), e);
    }
    entry.put("run", aside.toString());
  }

  private void write(Path out) {
    Path file = out.resolve("heal.json");
    try {
      String text = log.toPrettyString() + "\n";
      AtomicFile.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
