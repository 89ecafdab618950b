package io.boxfit.model.onnx;

import io.boxfit.model.layer.SoftArgmaxBox;
import java.util.List;

/** Boxes from the distributions of their sides. */
final class SideHeads {
  private SideHeads() {}

  static String softArgmaxBox(SoftArgmaxBox layer, Site site) {
    GraphBuilder graph = site.graph();
    int places = site.inputShape().size(1);
    float[] indices = new float[places];
    for (int i = 0; i < places; i++) {
      indices[i] = i;
    }
    String logits =
        site.step("Concat", "logits", site.inputs().subList(0, 2), Attributes.number("axis", 1));
    String shares = site.step("Softmax", "shares", List.of(logits), Attributes.number("axis", 2));
    String expected =
        site.step("MatMul", "expected", List.of(shares, graph.floats(indices, places)));
    // First and last along x, then along y: in the order of a box that is 0, 2, 1, 3.
    String ordered =
        site.step(
            "Gather",
            "ordered",
            List.of(expected, graph.longs(0, 2, 1, 3)),
            Attributes.number("axis", 1));
    // The last place belongs to the object, so the high side lies one place further.
    String edges =
        site.step("Add", "edges", List.of(ordered, graph.floats(new float[] {0, 0, 1, 1}, 1, 4)));
    List<String> corners = site.split("corner", site.inputs().get(2), 2, 1);
    String extent = site.step("Sub", "extent", List.of(corners.get(1), corners.get(0)));
    String place = site.step("Mul", "place", List.of(extent, site.scalar(1.0 / places)));
    String places4 =
        site.step("Concat", "placeSizes", List.of(place, place), Attributes.number("axis", 1));
    String origins =
        site.step(
            "Concat",
            "origins",
            List.of(corners.get(0), corners.get(0)),
            Attributes.number("axis", 1));
    String distance = site.step("Mul", "distances", List.of(edges, places4));
    return site.result("Add", List.of(origins, distance));
  }
}
