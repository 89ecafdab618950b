package io.boxfit.model.onnx;

import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.layer.BoxHead;
import java.util.List;

/** Four numbers of a network, read as a box. */
final class BoxHeads {
  private BoxHeads() {}

  static String boxHead(BoxHead layer, Site site) {
    return switch (layer.format()) {
      case XYXY -> corners(layer, site, List.of(site.input()));
      case YXYX -> corners(layer, site, List.of(swapped(site)));
      case XYWH -> {
        List<String> parts = site.split("part", site.input(), 2, 1);
        String high = site.step("Add", "high", parts);
        yield corners(layer, site, List.of(parts.get(0), high));
      }
      case CXCYWH -> {
        List<String> parts = site.split("part", site.input(), 2, 1);
        String half = site.step("Mul", "half", List.of(parts.get(1), site.scalar(0.5)));
        String low = site.step("Sub", "low", List.of(parts.get(0), half));
        String high = site.step("Add", "high", List.of(parts.get(0), half));
        yield corners(layer, site, List.of(low, high));
      }
    };
  }

  private static String swapped(Site site) {
    List<String> from = List.of(site.input(), site.graph().longs(1, 0, 3, 2));
    return site.step("Gather", "swapped", from, Attributes.number("axis", 1));
  }

  /** Corners in the head's unit, together or low and high, to pixels. */
  private static String corners(BoxHead layer, Site site, List<String> corners) {
    String box =
        corners.size() == 1
            ? corners.get(0)
            : site.step("Concat", "corners", corners, Attributes.number("axis", 1));
    float width = layer.unit() == BoxUnit.RELATIVE ? site.picture().width() : 1;
    float height = layer.unit() == BoxUnit.RELATIVE ? site.picture().height() : 1;
    float[] scale = {width, height, width, height};
    return site.result("Mul", List.of(box, site.graph().floats(scale, 4)));
  }
}
