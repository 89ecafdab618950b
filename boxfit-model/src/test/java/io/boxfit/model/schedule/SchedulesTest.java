package io.boxfit.model.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeTree;
import io.boxfit.model.recipe.Recipes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {
  private static final Map<String, LearningRateSchedule> SCHEDULES =
      Map.of(
          "step", new Step(0.5, 2, List.of()),
          "milestones", new Step(0.1, 0, List.of(3, 4, 7)),
          "cosine", new Cosine(0, 1, 0.01),
          "warm", new Cosine(0.2, 0.2, 0));

  /** PyTorch 1.13, src/test/python/schedules_golden.py; one step an epoch. */
  @ParameterizedTest
  @CsvFileSource(resources = "/golden/schedules.csv", numLinesToSkip = 1)
  void goesAsPyTorch(String name, long step, double factor) {
    Course course = new Course(name.equals("step") || name.equals("milestones") ? 9 : 20, 1);
    assertEquals(factor, SCHEDULES.get(name).factor(step, course), 1e-12);
  }

  @Test
  void stepsGoDownBetweenEpochs() {
    Course course = new Course(40, 10);
    Step every = new Step(0.5, 2, List.of());
    assertEquals(1, every.factor(19, course));
    assertEquals(0.5, every.factor(20, course));
    Step once = new Step(0.5, 0, List.of(1));
    assertEquals(1, once.factor(9, course));
    assertEquals(0.5, once.factor(10, course));
    assertEquals(0.5, once.factor(39, course));
  }

  @Test
  void cosineIsDefinedForAnyNumberOfSteps() {
    for (double warmup : new double[] {0, 0.05, 0.5, 0.99}) {
      for (long steps = 1; steps < 50; steps++) {
        for (long step = 0; step < steps; step++) {
          double factor = new Cosine(warmup, 0.01, 0.001).factor(step, new Course(steps, 1));
          assertTrue(factor >= 0.001 - 1e-12 && factor <= 1, steps + " " + step + " " + factor);
        }
      }
    }
  }

  @Test
  void recipeSaysItsScheduleAgain() {
    for (List<String> options :
        List.of(
            List.of("schedule.name=step", "schedule.milestones=[2, 5]", "schedule.factor=0.3"),
            List.of("schedule.name=step", "schedule.everyEpochs=3"),
            List.of("schedule.name=cosine", "schedule.endFactor=0.1"))) {
      Recipe recipe = Recipes.load("reliable", options);
      assertEquals(recipe, RecipeTree.read(RecipeTree.of(recipe), "again"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "schedule.name=step, schedule.factor=0.1, schedule.everyEpochs or schedule.milestones",
    "schedule.name=step, schedule.factor=0, schedule.factor must be in",
    "schedule.name=step, schedule.everyEpochs=-1, schedule.everyEpochs must not be negative",
    "schedule.name=step, 'schedule.milestones=[4, 4]', schedule.milestones must be rising",
    "schedule.name=cosine, schedule.warmupShare=1, schedule.warmupShare must be in",
    "schedule.name=cosine, schedule.startFactor=0, schedule.startFactor must be in",
    "schedule.name=cosine, schedule.endFactor=2, schedule.endFactor must be in"
  })
  void impossibleNumbersAreRefused(String name, String option, String message) {
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> Recipes.load("reliable", List.of(name, option)));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
