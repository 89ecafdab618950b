package io.boxfit.search.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.search.trial.Ending;
import io.boxfit.search.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyTest {
  @TempDir Path folder;

  private static boolean run(Study study, Journal journal, int trialsAtMost) {
    int before = journal.results().size();
    return new StudyRunner(
            study, journal, more -> {}, () -> journal.results().size() - before >= trialsAtMost)
        .run(2);
  }

  /** What was found, without the seconds that it took. */
  private static Map<String, Object> found(Journal journal) {
    Map<String, Object> found = new TreeMap<>();
    journal
        .results()
        .forEach((key, r) -> found.put(key, r.ending() + " " + r.metrics() + " " + r.shown()));
    return found;
  }

  @Test
  void aStudyThatWasStoppedGoesOnAndFindsTheSame() throws IOException {
    Study study = TinyStudy.of(4, "mse");
    Journal straight = Journal.open(folder.resolve("straight.jsonl"), study);
    assertTrue(run(study, straight, 4));
    Path file = folder.resolve("stopped.jsonl");
    assertFalse(run(study, Journal.open(file, study), 1));
    Files.writeString(file, "{\"trial\":\"tiny/ms", StandardOpenOption.APPEND);
    Journal again = Journal.open(file, study);
    assertTrue(run(study, again, 4));
    assertEquals(found(straight), found(again));
    assertEquals(found(straight), found(Journal.open(file, study)));
  }

  @Test
  void progressEndsAtTheWholeWork() {
    Study study = TinyStudy.of(2, "lnIou");
    AtomicLong done = new AtomicLong();
    Journal journal = Journal.open(folder.resolve("journal.jsonl"), study);
    assertTrue(new StudyRunner(study, journal, done::addAndGet, () -> false).run(1));
    assertEquals(study.pictures(), done.get());
    // Nothing is left to do, which counts as done.
    done.set(0);
    assertTrue(new StudyRunner(study, journal, done::addAndGet, () -> false).run(1));
    assertEquals(study.pictures(), done.get());
  }

  /** The untrained boxes miss most letters, and a miss has no gradient that is a number. */
  @Test
  void theStorysLossEndsWithoutNumbers() {
    Study study = TinyStudy.of(2, "lnIou");
    Journal journal = Journal.open(folder.resolve("journal.jsonl"), study);
    assertTrue(run(study, journal, 2));
    for (TrialResult result : journal.results().values()) {
      assertEquals(Ending.NOT_A_NUMBER, result.ending());
      assertEquals(1, result.firstNotANumber());
      assertTrue(result.trained() < 320, "ends early: " + result.trained());
    }
    CellSummary cell = CellSummary.of(study, journal.results()).get(0);
    assertEquals(Map.of(Ending.NOT_A_NUMBER, 2), cell.endings());
  }

  @Test
  void aJournalOfOtherSettingsIsRefused() {
    Path file = folder.resolve("journal.jsonl");
    Journal.open(file, TinyStudy.of(2, "mse"));
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> Journal.open(file, TinyStudy.of(3, "mse")));
    assertTrue(refusal.getMessage().contains("other settings"), refusal.getMessage());
  }

  /** The process died after the last brace and before the end of the line. */
  @Test
  void aLineWithoutItsEndIsRunAgain() throws IOException {
    Study study = TinyStudy.of(2, "mse");
    Path file = folder.resolve("journal.jsonl");
    Journal journal = Journal.open(file, study);
    assertTrue(run(study, journal, 2));
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 1));
    assertEquals(1, Journal.open(file, study).results().size());
    Journal again = Journal.open(file, study);
    assertTrue(run(study, again, 2));
    assertEquals(found(journal), found(Journal.open(file, study)));
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    Study study = TinyStudy.of(2, "mse");
    Journal.open(file, study);
    Files.writeString(file, "nonsense\n{}\n", StandardOpenOption.APPEND);
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> Journal.open(file, study));
    assertTrue(refusal.getMessage().startsWith(file + ":2: "), refusal.getMessage());
  }

  /** Wilson's interval by hand: 5 of 5 at z = 1.96 is [25 / (25 + 3.8416 * 5), 1]. */
  @Test
  void sharesOfFewTrialsHaveWideIntervals() {
    Share all = Share.of(5, 5);
    assertEquals(1, all.share());
    assertEquals(1 / (1 + 3.8415 / 5), all.low(), 1e-4);
    assertEquals(1, all.high(), 1e-12);
    Share half = Share.of(10, 20);
    assertEquals(0.2993, half.low(), 1e-4);
    assertEquals(0.7007, half.high(), 1e-4);
  }
}
