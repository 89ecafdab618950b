package io.boxfit.model.onnx;

import io.boxfit.model.layer.CropWindow;
import io.boxfit.model.layer.Enlarge;
import java.util.List;

/** Layers that look into a box. */
final class Windows {
  private Windows() {}

  static String enlarge(Enlarge layer, Site site) {
    List<String> corners = site.split("corner", box(site), 2, 1);
    String size = site.step("Sub", "size", List.of(corners.get(1), corners.get(0)));
    String atLeastOne = site.step("Max", "atLeastOne", List.of(size, site.scalar(1)));
    String share = site.step("Mul", "share", List.of(atLeastOne, site.scalar(layer.share())));
    String margin = site.step("Add", "margin", List.of(share, site.scalar(layer.pixels())));
    String low = site.step("Sub", "low", List.of(corners.get(0), margin));
    String high = site.step("Add", "high", List.of(corners.get(1), margin));
    return site.result("Concat", List.of(low, high), Attributes.number("axis", 1));
  }

  /** The box of a candidate, or the box itself. */
  private static String box(Site site) {
    if (site.inputShape().size(0) == 4) {
      return site.input();
    }
    GraphBuilder graph = site.graph();
    return site.step(
        "Slice", "box", List.of(site.input(), graph.longs(1), graph.longs(5), graph.longs(1)));
  }

  /** GridSample, whose coordinates are -1 at the low edge of the map and 1 at the high one. */
  static String cropWindow(CropWindow layer, Site site) {
    List<String> sides = site.split("side", site.inputs().get(1), 4, 1);
    int size = layer.size();
    String x = axis(site, "x", sides.get(0), sides.get(2), site.picture().width(), size, 1);
    String y = axis(site, "y", sides.get(1), sides.get(3), site.picture().height(), size, 2);
    String places = site.step("Concat", "places", List.of(x, y), Attributes.number("axis", 3));
    return site.result(
        "GridSample",
        List.of(site.repeated(site.rows(1)), places),
        Attributes.text("mode", "bilinear"),
        Attributes.text("padding_mode", "border"),
        Attributes.number("align_corners", 0));
  }

  /** (N, size, size, 1): one coordinate of every place, the same along the axis {@code along}. */
  private static String axis(
      Site site, String part, String low, String high, int pixels, int size, int along) {
    GraphBuilder graph = site.graph();
    float[] shares = new float[size];
    for (int i = 0; i < size; i++) {
      shares[i] = (i + 0.5f) / size;
    }
    String extent = site.step("Sub", part + "Extent", List.of(high, low));
    String steps = site.step("Mul", part + "Steps", List.of(extent, graph.floats(shares, 1, size)));
    String pixel = site.step("Add", part + "Pixels", List.of(low, steps));
    String scaled = site.step("Mul", part + "Scaled", List.of(pixel, site.scalar(2.0 / pixels)));
    String relative = site.step("Sub", part + "Relative", List.of(scaled, site.scalar(1)));
    String turned =
        site.step("Unsqueeze", part + "Turned", List.of(relative, graph.longs(along, 3)));
    return site.step("Expand", part + "Places", List.of(turned, graph.longs(1, size, size, 1)));
  }
}
