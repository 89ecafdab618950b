package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Network;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleTest {

  /** Shapes and counts as the story's Keras model has them, counted by hand. */
  @Test
  void theStorysNetworkHasItsShapesAndParameters() {
    Network network = Recipes.load("reliable", List.of("network=article")).network();
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
}
