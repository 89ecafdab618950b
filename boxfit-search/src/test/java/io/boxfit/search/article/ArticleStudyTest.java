package io.boxfit.search.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.search.study.Study;
import io.boxfit.search.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ArticleStudyTest {

  @Test
  void theStorysOwnCellIsTheRecipeAsTold() {
    Trial story =
        ArticleStudy.plan(Budget.FULL).trials().stream()
            .filter(trial -> trial.stage().equals("as told"))
            .findFirst()
            .orElseThrow();
    Recipe told = Recipes.named("article");
    Recipe planned = story.recipe();
    assertEquals(new LnIouLoss(), planned.loss());
    assertEquals(told.optimizer(), planned.optimizer());
    assertEquals(told.initializer(), planned.initializer());
    // Layers' names, too: they decide about the start.
    assertEquals(told.network(), planned.network());
    assertEquals(told.steps(), planned.steps());
  }

  @Test
  void everyTwoLevelsOfTwoFactorsMeetEquallyOften() {
    List<Map<String, Object>> cells =
        ArticleStudy.plan(Budget.FULL).trials().stream()
            .filter(trial -> trial.stage().equals("crossed, half size"))
            .map(Trial::factors)
            .distinct()
            .toList();
    assertEquals(18, cells.size());
    List<String> names = List.of("initialiser", "optimiser and rate", "loss", "head");
    for (String one : names) {
      for (String other : names) {
        Map<String, Long> together =
            cells.stream()
                .collect(
                    Collectors.groupingBy(
                        cell -> level(cell, one) + " " + level(cell, other),
                        Collectors.counting()));
        assertEquals(1, Set.copyOf(together.values()).size(), together.toString());
      }
    }
  }

  private static String level(Map<String, Object> cell, String name) {
    return name.equals("optimiser and rate")
        ? cell.get("optimiser") + "@" + cell.get("learningRate")
        : cell.get(name).toString();
  }

  @Test
  void theQuickPlanIsTheSmallerOne() {
    Study quick = ArticleStudy.plan(Budget.QUICK);
    Study full = ArticleStudy.plan(Budget.FULL);
    assertTrue(4 * quick.pictures() < full.pictures());
    assertTrue(quick.trials().stream().allMatch(trial -> trial.recipe().threads() == 1));
  }

  @Test
  void anUnknownBudgetIsNamed() {
    String message = assertThrows(BadInputException.class, () -> Budget.parse("ful")).getMessage();
    assertTrue(message.contains("did you mean 'full'"), message);
  }
}
