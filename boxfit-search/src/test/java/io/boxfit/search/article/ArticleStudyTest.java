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
import org.junit.jupiter.api.Test;

final class ArticleStudyTest {

  @Test
  void theStorysOwnCellIsTheRecipeAsTold() {
    Trial story =
        ArticleStudy.plan(Budget.FULL).trials().stream()
            .filter(trial -> trial.stage().equals("full size"))
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
    assertEquals(20_000, planned.data().testCount());
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
