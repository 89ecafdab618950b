package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.initializer.HeNormal;
import io.boxfit.model.initializer.RandomNormal;
import io.boxfit.model.initializer.Zeros;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.model.network.Network;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.schedule.OneCycle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReliableTest {
  private final Recipe recipe = Recipes.named("reliable");
  private final Network reference =
      Recipes.load("reliable", List.of("network=coarse-to-fine")).network();

  @Test
  void looksAtThreeCandidatesAndAtFourSides() {
    Network network = recipe.network();
    assertEquals(330_231, network.parameterCount());
    assertEquals(Shape.of(5), network.shapes().get("coarse"));
    assertEquals(3, network.rows().get("coarse"));
    assertEquals(3, network.rows().get("at4.add"));
    assertEquals(1, network.rows().get("chosen"));
    assertEquals(Shape.of(1, 48, 16), network.shapes().get("strips"));
    assertEquals(4, network.rows().get("strips.b"));
    assertEquals(1, network.rows().get(network.output()));
    long locator = 32_750_768;
    long crop = 230_400 + 995_328 + 2_985_984 + 2 * (368_640 + 245_760 + 18_432 + 12_288) + 32;
    long strip = 110_592 + 1_769_472 + 122_880 + 2_304;
    // By hand; what is looked at three times and four times is counted as often.
    assertEquals(locator + 3 * crop + 4 * strip, network.multiplyAdds());
  }

  @Test
  void hasTheNetworkOfTheReference() {
    Network network = reference;
    assertEquals(295_205, network.parameterCount());
    assertEquals(41_925_808, network.multiplyAdds());
    assertEquals(Shape.of(4), network.shapes().get(network.output()));
    assertEquals(Shape.of(64, 7, 13), network.shapes().get("stem16"));
    assertEquals(Shape.of(48, 13, 25), network.shapes().get("up"));
    assertEquals(Shape.of(5, 325), network.shapes().get("boxes"));
    assertEquals(Shape.of(48, 16, 16), network.shapes().get("at4.add"));
    assertEquals(Shape.of(96, 16), network.shapes().get("alongY"));
    assertEquals(Shape.of(2, 64), network.shapes().get("alongX.places"));
  }

  /** Shapes of {@code [*locator.parameters(), *refiner.parameters()]} as PyTorch lists them. */
  @Test
  void ordersParametersAsTheReference() {
    List<String> locator =
        List.of(
            "16x1x5x5 16 16",
            "24x16x3x3 24 24",
            "48x24x3x3 48 48",
            "48x48x3x3 48 48",
            "64x48x3x3 64 64",
            "64x64x3x3 64 64",
            "64x64x3x3 64 64",
            "48x64x1x1 48",
            "48x48x3x3 48 48",
            "5x48x1x1 5");
    List<String> refiner =
        List.of(
            "16x1x5x5 16 16",
            "48x16x3x3 48 48",
            "48x48x3x3 48 48",
            "64x96x5 64",
            "64x64x5 64",
            "8x64x3 8",
            "64x96x5 64",
            "64x64x5 64",
            "8x64x3 8");
    List<String> shapes =
        reference.parameters().stream().map(p -> p.parameter().shape().toString()).toList();
    assertEquals(
        String.join(" ", locator) + " " + String.join(" ", refiner), String.join(" ", shapes));
  }

  @Test
  void startsOutputLayersSmall() {
    Map<String, Optional<?>> own =
        Map.of(
            "cells", small(),
            "alongX.c", small(),
            "alongY.c", small(),
            "score", small(),
            "strips.places", small());
    recipe
        .network()
        .nodes()
        .forEach(
            node -> {
              Object wanted = own.getOrDefault(node.name(), Optional.empty());
              if (node.layer() instanceof Conv2D conv) {
                assertEquals(wanted, conv.initializer(), node.name());
              } else if (node.layer() instanceof Conv1D conv) {
                assertEquals(wanted, conv.initializer(), node.name());
              }
            });
    assertEquals(new Initializers(new HeNormal(), new Zeros()), recipe.initializer());
  }

  @Test
  void holdsItsNumbers() {
    assertEquals(
        new DataRecipe(
            1,
            "varied",
            60_000,
            20_000,
            0.02,
            Map.of("varied", 0.25, "clutter", 0.75),
            Optional.empty()),
        recipe.data());
    assertEquals(new CoarseToFineLoss(1, 2, 0.5, 2, 0.5, 0.3, 0.35, 1, 1, 0.15, 1), recipe.loss());
    assertEquals(new AdamW(0.015, 0.9, 0.99, 1e-8, 0.01), recipe.optimizer());
    assertEquals(new OneCycle(0.15, 25, 400), recipe.schedule());
    assertEquals(58_800 / 32, recipe.steps());
    assertTrue(recipe.output().wholePixels());
  }

  @Test
  void everyNamedRecipeIsReadAndReliableLongOnlyHasMoreSamples() {
    assertEquals(List.of("reliable", "reliable-long", "photographs", "article"), Recipes.names());
    Recipe longer = Recipes.named("reliable-long");
    assertTrue(longer.data().trainCount() > recipe.data().trainCount());
    assertEquals(recipe.network(), longer.network());
    assertEquals(recipe.optimizer(), longer.optimizer());
  }

  private static Optional<RandomNormal> small() {
    return Optional.of(new RandomNormal(0.01));
  }
}
