package io.boxfit.model.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeTree;
import io.boxfit.model.recipe.Recipes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateauTest {

  /** PyTorch 1.13, src/test/python/plateau_golden.py. */
  @Test
  void reducesAsPyTorch() throws IOException {
    List<String> lines;
    try (InputStream in = getClass().getResourceAsStream("/golden/plateau.csv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    Reduction state = null;
    ReduceOnPlateau schedule = null;
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",", -1);
      if (row[1].equals("0")) {
        Monitor monitor = row[0].equals("min") ? Monitor.TRAINING_LOSS : Monitor.VALIDATION_IOU;
        schedule = new ReduceOnPlateau(0.5, 2, 0.01, 1, 0.1, monitor);
        state = schedule.begin();
        assertEquals(1, state.factor());
      }
      double figure = row[2].equals("nan") ? Double.NaN : Double.parseDouble(row[2]);
      state = schedule.after(state, figure);
      assertEquals(Double.parseDouble(row[3]), state.factor(), 1e-15, line);
    }
    assertEquals(52, lines.size(), "all rows of three courses");
  }

  @Test
  void neverGoesUp() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(0.5, 0, 0, 0, 0.3, Monitor.TRAINING_LOSS);
    Reduction state = schedule.begin();
    double before = 1;
    for (int epoch = 0; epoch < 20; epoch++) {
      state = schedule.after(state, 1);
      assertTrue(state.factor() <= before && state.factor() >= 0.3);
      before = state.factor();
    }
    assertEquals(0.3, before);
  }

  @Test
  void earlyStoppingEndsAfterTheEpochsThatMayBeNoBetter() {
    EarlyStopping rule = new EarlyStopping(2, 0.1, true, Monitor.VALIDATION_IOU);
    Plateau plateau = rule.begin();
    for (double figure : new double[] {0, 0.2, 0.25, 0.29, 0.31, 0.4, 0.2}) {
      plateau = rule.after(plateau, figure);
      assertFalse(rule.ends(plateau), "at " + figure);
    }
    assertEquals(new Plateau(0.31, 2), plateau, "0.4 is not better by more than 0.1");
    assertTrue(rule.ends(rule.after(plateau, Double.NaN)), "what is not a number is no better");
    assertFalse(rule.ends(rule.after(plateau, 0.5)));
  }

  @Test
  void recipeSaysItAgain() {
    Recipe recipe =
        Recipes.load(
            "reliable",
            List.of(
                "schedule.name=reduceOnPlateau",
                "schedule.patience=3",
                "earlyStopping.patience=5",
                "earlyStopping.monitor=validationIou",
                "data.validationShare=0.1"));
    assertEquals(
        Optional.of(new EarlyStopping(5, 0, true, Monitor.VALIDATION_IOU)), recipe.earlyStopping());
    assertEquals(new ReduceOnPlateau(0.1, 3, 1e-4, 0, 0, Monitor.TRAINING_LOSS), recipe.schedule());
    assertTrue(recipe.monitors(Monitor.VALIDATION_IOU));
    assertTrue(recipe.monitors(Monitor.TRAINING_LOSS));
    assertEquals(recipe, RecipeTree.read(RecipeTree.of(recipe), "again"));
    Recipe plain = Recipes.named("reliable");
    assertFalse(RecipeTree.of(plain).containsKey("earlyStopping"), "older digests stand");
    assertFalse(plain.monitors(Monitor.TRAINING_LOSS));
  }

  @ParameterizedTest
  @CsvSource({
    "schedule.name=reduceOnPlateau, schedule.factor=1, schedule.factor must be in (0",
    "schedule.name=reduceOnPlateau, schedule.patience=-1, schedule.patience must not",
    "schedule.name=reduceOnPlateau, schedule.minDelta=-1, schedule.minDelta must be in",
    "schedule.name=reduceOnPlateau, schedule.cooldown=-1, schedule.cooldown must not",
    "schedule.name=reduceOnPlateau, schedule.minFactor=2, schedule.minFactor must be in",
    "seed=1, earlyStopping.patience=-1, earlyStopping.patience must not",
    "seed=1, earlyStopping.minDelta=-1, earlyStopping.minDelta must be in",
    "seed=1, earlyStopping.patients=3, did you mean 'earlyStopping.patience'"
  })
  void impossibleNumbersAreRefused(String first, String option, String message) {
    List<String> options = List.of(first, option);
    BadInputException e =
        assertThrows(BadInputException.class, () -> Recipes.load("reliable", options));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.getMessage().contains(option), "says where: " + e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule", "earlyStopping"})
  void validationNeedsSamplesKeptBack(String key) {
    List<String> options = new ArrayList<>();
    if (key.equals("schedule")) {
      options.add("schedule.name=reduceOnPlateau");
    }
    options.add(key + ".monitor=validationIou");
    assertTrue(Recipes.load("reliable", options).monitors(Monitor.VALIDATION_IOU));
    options.add("data.validationShare=0");
    BadInputException e =
        assertThrows(BadInputException.class, () -> Recipes.load("reliable", options));
    assertTrue(
        e.getMessage().contains(key + ".monitor: validationIou needs samples"), e.getMessage());
  }
}
