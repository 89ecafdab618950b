package io.boxfit.model.onnx;

import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Shape;
import java.util.List;

/** One box for each cell. */
final class CellHeads {
  private CellHeads() {}

  static String cellBoxes(CellBoxes layer, Site site) {
    GraphBuilder graph = site.graph();
    Shape in = site.inputShape();
    String cells = site.step("Reshape", "cells", List.of(site.input(), graph.longs(0, 5, -1)));
    List<String> parts =
        graph.addAll(
            "Split",
            List.of(site.name() + "/logit", site.name() + "/offset", site.name() + "/logSize"),
            List.of(cells, graph.longs(1, 2, 2)),
            Attributes.number("axis", 1));
    String offset = site.step("Mul", "shift", List.of(parts.get(1), site.scalar(layer.cell())));
    String centre = site.step("Add", "centre", List.of(offset, centres(graph, layer.cell(), in)));
    String log =
        site.step(
            "Clip",
            "bounded",
            List.of(
                parts.get(2),
                graph.floats(new float[] {(float) CellBoxes.LOG_MIN}),
                graph.floats(new float[] {(float) CellBoxes.LOG_MAX})));
    String factor = site.step("Exp", "factor", List.of(log));
    String half = site.step("Mul", "half", List.of(factor, site.scalar(layer.halfSize())));
    String low = site.step("Sub", "low", List.of(centre, half));
    String high = site.step("Add", "high", List.of(centre, half));
    return site.result("Concat", List.of(parts.get(0), low, high), Attributes.number("axis", 1));
  }

  /** (1, 2, cells): x and y of the cells' middles, row by row. */
  private static String centres(GraphBuilder graph, int cell, Shape map) {
    int height = map.size(1);
    int width = map.size(2);
    int cells = height * width;
    float[] middles = new float[2 * cells];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        middles[y * width + x] = (x + 0.5f) * cell;
        middles[cells + y * width + x] = (y + 0.5f) * cell;
      }
    }
    return graph.floats(middles, 1, 2, cells);
  }
}
