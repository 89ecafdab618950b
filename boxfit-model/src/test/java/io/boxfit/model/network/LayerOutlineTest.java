package io.boxfit.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.trace.Look;
import io.boxfit.model.recipe.Recipes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way through a network, shape by shape. */
class LayerOutlineTest {

  @Test
  void shapesBeginWithTheBatchAndSeveralInputsCountTogether() {
    Network network =
        Recipes.load(
                "article",
                List.of(
                    "input={width: 200, height: 100}",
                    "network=[{name: a, conv2d: {filters: 8, kernel: 4, stride: 4}}, {name: b, relu:"
                        + " {}}, {name: c, add: {}, from: [a, b]}, {name: d, flatten: {}}, {name:"
                        + " e, dense: {units: 4}}, {name: f, boxHead: {format: xyxy, unit:"
                        + " relative}}]"))
            .network();
    List<Look.Passed> way = LayerOutline.passed(network, 32);
    assertEquals(
        List.of("a", "b", "c", "d", "e", "f"), way.stream().map(Look.Passed::name).toList());
    assertEquals(List.of(32L, 8L, 25L, 50L), way.get(0).gives());
    assertEquals(way.get(0).gives(), way.get(1).given());
    assertEquals(List.of(32L, 2 * 8L * 25 * 50), way.get(2).given());
    assertEquals(List.of(32L, 8L * 25 * 50), way.get(3).gives());
    assertEquals(List.of(32L, 4L), way.get(5).given());
  }
}
