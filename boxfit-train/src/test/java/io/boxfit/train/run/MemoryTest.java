package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tensors are given back step by step: a long run needs no more memory than a short one. */
@Tag("slow")
class MemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  @TempDir Path folder;

  @Test
  void residentMemoryIsFlatAfterWarmUp() {
    assumeTrue(Files.isReadable(STATUS), "needs /proc");
    Recipe recipe = Recipes.load("reliable", List.of("data.trainCount=40000", "data.preset=story"));
    TrainingRun run =
        TrainingRun.begin(
            RunFolder.create(folder.resolve("run")), recipe, LetterData.training(recipe), "test");
    Map<Long, Long> residentKib = new TreeMap<>();
    run.train(
        List.of(
            event -> {
              if (event instanceof TraceEvent.Step step && step.step() % 100 == 0) {
                residentKib.put(step.step(), residentKib());
              }
            }),
        () -> false);
    long early = residentKib.get(400L);
    long late = residentKib.get(1200L);
    assertTrue(late < 1.05 * early, "resident KiB by step: " + residentKib);
  }

  private static long residentKib() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
