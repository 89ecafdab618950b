package io.boxfit.app.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.trace.TraceEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong seconds = new AtomicLong();

  private Progress lines(Work work) {
    return new LineProgress(stream, work, () -> 1_000_000_000L * seconds.get());
  }

  private List<String> printed() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void linesComeEveryTenSecondsWithRateAndTimeLeft() {
    Progress progress = lines(new Work("training", "images", 1000, 5000));
    for (int i = 1; i <= 20; i++) {
      seconds.set(i);
      progress.at(1000 + 100 * i, "loss 1.5");
    }
    assertEquals(
        List.of(
            "training: 2,000 of 5,000 images (40%), 100 images/s, 0:30 left, loss 1.5",
            "training: 3,000 of 5,000 images (60%), 100 images/s, 0:20 left, loss 1.5"),
        printed());
  }

  @Test
  void milestonesGetLinesUnlessTheyCrowd() {
    Progress progress = lines(new Work("training", "images", 0, 40));
    for (int i = 0; i <= 4; i++) {
      seconds.set(i);
      progress.milestone(10L * i, "");
    }
    assertEquals(
        List.of(
            "training: 0 of 40 images (0%)",
            "training: 20 of 40 images (50%), 10 images/s, 0:02 left",
            "training: 40 of 40 images (100%), 10 images/s, 0:00 left"),
        printed());
  }

  @Test
  void trainingIsShownByItsEvents() {
    Progress progress = lines(new Work("training", "images", 0, 64));
    TrainingProgress training = new TrainingProgress(progress, 32, 0);
    training.on(new TraceEvent.Probe(0, "validation", 0.25, List.of(), List.of()));
    seconds.set(2);
    training.on(new TraceEvent.Step(1, 1, 1.0, 4, 0.1, Map.of()));
    training.on(new TraceEvent.Step(2, 1, 2.0, 3, 0.1, Map.of()));
    training.on(new TraceEvent.Probe(2, "validation", 0.5, List.of(), List.of()));
    assertEquals(
        List.of(
            "training: 0 of 64 images (0%), IoU 0.250",
            "training: 64 of 64 images (100%), 32 images/s, 0:00 left, loss 3.950, IoU 0.500"),
        printed());
  }

  @Test
  void terminalGetsABarOnOneLineThatFits() {
    try (Progress progress =
        Progress.start(new Screen(stream, true, 80), new Work("training", "images", 0, 100))) {
      progress.at(40, "loss 1.5");
    }
    String shown = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(shown.contains("\r"), shown);
    assertTrue(shown.contains("40/100"), shown);
    assertTrue(shown.contains(" loss 1.5"), shown);
    assertFalse(shown.contains("\u001b[3"), "no colours");
    for (String drawing : shown.split("[\r\n]+", -1)) {
      assertTrue(drawing.length() < 80, drawing);
    }
  }
}
