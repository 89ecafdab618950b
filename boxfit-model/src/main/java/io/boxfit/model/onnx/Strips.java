package io.boxfit.model.onnx;

import io.boxfit.model.layer.SideOffsets;
import io.boxfit.model.layer.SideStrips;
import java.util.List;

/** Layers that look across the sides of a box, in the order left, top, right, bottom. */
final class Strips {
  /** Towards the inside: to the right, down, to the left, up. */
  private static final float[] INWARDS = {1, 1, -1, -1};

  private Strips() {}

  /** One GridSample for the four strips, one below the other; then each becomes a row. */
  static String sideStrips(SideStrips layer, Site site) {
    GraphBuilder graph = site.graph();
    String along = along(layer, site);
    String across = across(layer, site);
    // Left and right are crossed along x, top and bottom along y.
    String crossesX = graph.floats(new float[] {1, 0, 1, 0}, 1, 4, 1, 1);
    String crossesY = graph.floats(new float[] {0, 1, 0, 1}, 1, 4, 1, 1);
    String x = coordinate(site, "x", along, crossesX, across, crossesY, site.picture().width());
    String y = coordinate(site, "y", along, crossesY, across, crossesX, site.picture().height());
    String places = site.step("Concat", "places", List.of(x, y), Attributes.number("axis", 4));
    int channels = site.outputShape().size(0);
    int rows = SideStrips.SIDES * layer.across();
    String grid =
        site.step("Reshape", "grid", List.of(places, graph.longs(-1, rows, layer.length(), 2)));
    String seen =
        site.step(
            "GridSample",
            "seen",
            List.of(site.repeated(site.rows(1)), grid),
            Attributes.text("mode", "bilinear"),
            Attributes.text("padding_mode", "border"),
            Attributes.number("align_corners", 0));
    long[] apart = {-1, channels, SideStrips.SIDES, layer.across(), layer.length()};
    String strips = site.step("Reshape", "strips", List.of(seen, graph.longs(apart)));
    String turned =
        site.step(
            "Transpose", "turned", List.of(strips), Attributes.numbers("perm", 0, 2, 1, 3, 4));
    return site.result(
        "Reshape", List.of(turned, graph.longs(-1, channels, layer.across(), layer.length())));
  }

  /** (N, 4, 1, length): pixels along each strip, from outside to inside. */
  private static String along(SideStrips layer, Site site) {
    GraphBuilder graph = site.graph();
    float[] steps = new float[4 * layer.length()];
    for (int side = 0; side < 4; side++) {
      for (int j = 0; j < layer.length(); j++) {
        steps[side * layer.length() + j] = INWARDS[side] * (j + 0.5f - layer.length() / 2f);
      }
    }
    String box = site.inputs().get(1);
    String sides = site.step("Unsqueeze", "sides", List.of(box, graph.longs(2, 3)));
    return site.step("Add", "along", List.of(sides, graph.floats(steps, 1, 4, 1, layer.length())));
  }

  /** (N, 4, across, 1): pixels along each side, from before its one end to behind the other. */
  private static String across(SideStrips layer, Site site) {
    GraphBuilder graph = site.graph();
    float[] shares = new float[layer.across()];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = (k + 0.5f) / shares.length;
    }
    String low = ends(site, "low", -layer.margin(), 1, 0, 1, 0);
    String high = ends(site, "high", layer.margin(), 3, 2, 3, 2);
    String extent = site.step("Sub", "extent", List.of(high, low));
    String steps =
        site.step("Mul", "steps", List.of(extent, graph.floats(shares, 1, 1, shares.length, 1)));
    return site.step("Add", "across", List.of(low, steps));
  }

  /** (N, 4, 1, 1): one end of each side. */
  private static String ends(Site site, String part, double margin, long... corners) {
    GraphBuilder graph = site.graph();
    String end =
        site.step(
            "Gather",
            part + "End",
            List.of(site.inputs().get(1), graph.longs(corners)),
            Attributes.number("axis", 1));
    String wider = site.step("Add", part + "Wider", List.of(end, site.scalar(margin)));
    return site.step("Unsqueeze", part, List.of(wider, graph.longs(2, 3)));
  }

  /** (N, 4, across, length, 1): one coordinate of every place, -1 to 1. */
  private static String coordinate(
      Site site,
      String part,
      String along,
      String whereAlong,
      String across,
      String whereAcross,
      int pixels) {
    String one = site.step("Mul", part + "Along", List.of(along, whereAlong));
    String other = site.step("Mul", part + "Across", List.of(across, whereAcross));
    String pixel = site.step("Add", part + "Pixels", List.of(one, other));
    String scaled = site.step("Mul", part + "Scaled", List.of(pixel, site.scalar(2.0 / pixels)));
    String relative = site.step("Sub", part + "Relative", List.of(scaled, site.scalar(1)));
    return site.step("Unsqueeze", part, List.of(relative, site.graph().longs(4)));
  }

  static String sideOffsets(SideOffsets layer, Site site) {
    GraphBuilder graph = site.graph();
    int length = site.inputShape().size(1);
    float[] places = new float[length];
    for (int j = 0; j < length; j++) {
      places[j] = j;
    }
    String shares =
        site.step("Softmax", "shares", List.of(site.input()), Attributes.number("axis", 2));
    String expected =
        site.step("MatMul", "expected", List.of(shares, graph.floats(places, length)));
    String sides = site.step("Reshape", "sides", List.of(expected, graph.longs(-1, 4)));
    String offset = site.step("Sub", "offset", List.of(sides, site.scalar(length / 2.0)));
    String moved = site.step("Mul", "moved", List.of(offset, graph.floats(INWARDS, 1, 4)));
    return site.result("Add", List.of(site.inputs().get(1), moved));
  }
}
