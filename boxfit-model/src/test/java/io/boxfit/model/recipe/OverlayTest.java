package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.augmentation.Augmentation;
import io.boxfit.model.initializer.RandomNormal;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.schedule.Constant;
import io.boxfit.model.schedule.OneCycle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTest {

  private static Recipe reliable(String... options) {
    return Recipes.load("reliable", List.of(options));
  }

  @Test
  void optionsChangeSingleKeysInOrder() {
    Recipe recipe =
        reliable(
            "seed=3", "seed=4", "data.trainCount=8000", "optimizer.beta2=0.95", "batchSize= 16 ");
    assertEquals(4, recipe.seed());
    assertEquals(8000, recipe.data().trainCount());
    assertEquals(1, recipe.data().seed());
    assertEquals(new AdamW(0.015, 0.9, 0.95, 1e-8, 0.01), recipe.optimizer());
    assertEquals(16, recipe.batchSize());
  }

  @Test
  void filesChangeTheirBaseAndOptionsTheFile() {
    String text = "base: reliable\noptimizer: {learningRate: 0.5}\nloss: {ownShare: 0}\n";
    Recipe recipe = Recipes.parse(text, "my.yaml", List.of("optimizer.beta1=0.8"));
    assertEquals(new AdamW(0.5, 0.8, 0.99, 1e-8, 0.01), recipe.optimizer());
    assertEquals(new CoarseToFineLoss(1, 2, 0.5, 2, 0, 0.3, 0.35, 1, 1, 0.15, 1), recipe.loss());
    assertEquals(Recipes.named("reliable").network(), recipe.network());
  }

  @Test
  void anotherKindDropsTheNumbersOfTheOld() {
    assertEquals(new Constant(), reliable("schedule.name=constant").schedule());
    assertEquals(
        new OneCycle(0.3, 25, 400),
        reliable("schedule.name=constant", "schedule={name: oneCycle, warmupShare: 0.3}")
            .schedule());
    assertEquals(
        new OneCycle(0.5, 25, 400),
        reliable("schedule.warmupShare=0.5", "schedule.name=oneCycle").schedule());
    assertEquals(new AdamW(0.015, 0.9, 0.99, 1e-8, 0.01), reliable("optimizer=adamW").optimizer());
  }

  @Test
  void anotherPresetDropsTheMixOfTheOld() {
    assertEquals(Map.of(), reliable("data.preset=story").data().mix());
    assertFalse(reliable("data.preset=varied").data().mix().isEmpty());
    assertEquals(
        Map.of("story", 1.0), reliable("data.mix={story: 1}", "data.preset=story").data().mix());
  }

  @Test
  void deeperValuesAreReplacedWholeUnlessNamedOneByOne() {
    assertEquals(Map.of("clutter", 1.0), reliable("data.mix={clutter: 1}").data().mix());
    assertEquals(
        Map.of("varied", 0.5, "clutter", 0.5),
        reliable(
                "data.mix={varied: 0.6, clutter: 0.4}",
                "data.mix.varied=0.5",
                "data.mix.clutter=0.5")
            .data()
            .mix());
    assertEquals(
        new RandomNormal(0.02),
        reliable("initializer.kernel.randomNormal.deviation=0.02").initializer().kernel());
  }

  /** One number of a named augmentation is changed, not the name for that number alone. */
  @Test
  void aNamedAugmentationIsSpelledOutWhereOneNumberChanges() {
    Augmentation strong = Recipes.named("photographs").augmentation().orElseThrow();
    assertTrue(strong.flipX() && strong.scale() > 0);
    Recipe option = Recipes.load("photographs", List.of("augmentation.noise=5"));
    Recipe file =
        Recipes.parse("base: photographs\naugmentation: {noise: 5}\n", "my.yaml", List.of());
    for (Recipe recipe : List.of(option, file)) {
      Augmentation changed = recipe.augmentation().orElseThrow();
      assertEquals(5, changed.noise());
      assertEquals(strong.scale(), changed.scale());
      assertTrue(changed.flipX());
    }
    assertEquals(
        Augmentation.none(),
        Recipes.load("photographs", List.of("augmentation=none")).augmentation().orElseThrow());
  }
}
