package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.network.Network;
import io.boxfit.model.optimizer.Adadelta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleTest {

  /** Shapes and counts as the story's Keras model has them, counted by hand. */
  @Test
  void theStorysNetworkHasItsShapesAndParameters() {
    Network network = Recipes.named("article").network();
    Map<String, Shape> shapes = network.shapes();
    assertEquals(Shape.of(4, 85, 185), shapes.get("conv"));
    assertEquals(Shape.of(4, 42, 92), shapes.get("pool"));
    assertEquals(Shape.of(15_456), shapes.get("flat"));
    assertEquals(Shape.of(4), shapes.get("sides.sigmoid"));
    assertEquals(
        (256 * 4 + 4) + (15_456 * 200 + 200) + (200 * 64 + 64) + (64 * 4 + 4),
        network.parameterCount());
    assertEquals(85L * 185 * 4 * 256 + 15_456 * 200 + 200 * 64 + 64 * 4, network.multiplyAdds());
  }

  @Test
  void theStorysRecipeIsAsTold() {
    Recipe recipe = Recipes.named("article");
    assertEquals(24_000, recipe.data().trainedCount());
    assertEquals(16_000, recipe.data().validationCount());
    assertEquals(8 * 240, recipe.steps());
    assertEquals(new LnIouLoss(), recipe.loss());
    assertEquals(new Adadelta(0.001, 0.95, 1e-7, Optional.empty()), recipe.optimizer());
    assertEquals(Recipe.OnNonFinite.CONTINUE, recipe.onNonFinite());
    assertEquals(new BoxHead(BoxFormat.XYXY, BoxUnit.RELATIVE), recipe.network().last().layer());
  }

  @Test
  void aLossThatDoesNotFitTheNetworkIsRefused() {
    assertEquals(
        "--set loss=giou: loss.name: GiouLoss needs a network that ends in boxHead, the last layer 'box'"
            + " is a SideOffsets; let the network end in four numbers and add - boxHead: {format:"
            + " xyxy}",
        message("reliable", "loss=giou"));
    assertEquals(
        "--set network=[flatten, {dense: {units: 5}}, boxHead]: network: layer 'boxHead1' (BoxHead): needs a"
            + " box (4 numbers), got 5",
        message("article", "network=[flatten, {dense: {units: 5}}, boxHead]"));
    assertEquals(
        "--set loss={name: huber, delta: 0}: loss.delta must be a positive number, got 0.0",
        message("article", "loss={name: huber, delta: 0}"));
    assertEquals(
        "--set loss={name: smoothL1, beta: -1}: loss.beta must be a positive number, got -1.0",
        message("article", "loss={name: smoothL1, beta: -1}"));
    assertEquals(
        "--set loss={name: guardedLnIou, epsilon: 1}: loss.epsilon must be in (0, 1), got 1.0",
        message("article", "loss={name: guardedLnIou, epsilon: 1}"));
  }

  private static String message(String recipe, String option) {
    List<String> options = List.of(option);
    return assertThrows(BadInputException.class, () -> Recipes.load(recipe, options)).getMessage();
  }
}
