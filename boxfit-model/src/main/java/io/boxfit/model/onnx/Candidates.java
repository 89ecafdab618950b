package io.boxfit.model.onnx;

import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.TopCells;
import java.util.ArrayList;
import java.util.List;

/** Which cells are looked at closely, and which of them is the object. */
final class Candidates {
  /** Below every logit that a network gives. */
  private static final double PASSED_OVER = -1e9;

  private Candidates() {}

  static String topCells(TopCells layer, Site site) {
    GraphBuilder graph = site.graph();
    List<String> parts =
        graph.addAll(
            "Split",
            List.of(site.name() + "/logits", site.name() + "/boxes"),
            List.of(site.input(), graph.longs(1, 4)),
            Attributes.number("axis", 1));
    String logits = parts.get(0);
    List<String> candidates = new ArrayList<>();
    for (int i = 0; i < layer.count(); i++) {
      String best = site.step("ArgMax", "best", List.of(logits), Attributes.number("axis", 2));
      String rows = site.step("Expand", "everyRow", List.of(best, graph.longs(1, 5, 1)));
      String cell =
          site.step(
              "GatherElements", "cell", List.of(site.input(), rows), Attributes.number("axis", 2));
      candidates.add(site.step("Squeeze", "candidate", List.of(cell, graph.longs(2))));
      if (i + 1 < layer.count()) {
        logits = without(logits, parts.get(1), cell, layer.overlap(), site);
      }
    }
    return site.result("Concat", candidates, Attributes.number("axis", 0));
  }

  /**
   * The logits (N, 1, cells) again, those put down whose boxes overlap the chosen cell (N, 5, 1).
   */
  private static String without(
      String logits, String boxes, String cell, double overlap, Site site) {
    GraphBuilder graph = site.graph();
    List<String> chosen =
        graph.addAll(
            "Split",
            List.of(
                site.name() + "/chosenLogit",
                site.name() + "/chosenLow",
                site.name() + "/chosenHigh"),
            List.of(cell, graph.longs(1, 2, 2)),
            Attributes.number("axis", 1));
    List<String> corners = site.split("corner", boxes, 2, 1);
    String low = site.step("Max", "commonLow", List.of(corners.get(0), chosen.get(1)));
    String high = site.step("Min", "commonHigh", List.of(corners.get(1), chosen.get(2)));
    String common = area(low, high, site);
    String own = area(corners.get(0), corners.get(1), site);
    String other = area(chosen.get(1), chosen.get(2), site);
    String both = site.step("Add", "both", List.of(own, other));
    String union = site.step("Sub", "union", List.of(both, common));
    String limit = site.step("Mul", "limit", List.of(union, site.scalar(overlap)));
    String overlaps = site.step("Greater", "overlaps", List.of(common, limit));
    return site.step("Where", "left", List.of(overlaps, site.scalar(PASSED_OVER), logits));
  }

  /** (N, 1, cells): what lies between two corners (N, 2, cells), 0 where they are out of order. */
  private static String area(String low, String high, Site site) {
    String size = site.step("Sub", "size", List.of(high, low));
    String inside = site.step("Relu", "inside", List.of(size));
    List<String> sides = site.split("extent", inside, 2, 1);
    return site.step("Mul", "area", sides);
  }

  static String bestCandidate(BestCandidate layer, Site site) {
    GraphBuilder graph = site.graph();
    int count = site.rows(0);
    List<String> candidate =
        graph.addAll(
            "Split",
            List.of(site.name() + "/logit", site.name() + "/roughBox"),
            List.of(site.inputs().get(2), graph.longs(1, 4)),
            Attributes.number("axis", 1));
    String score = site.step("Squeeze", "score", List.of(site.inputs().get(1), graph.longs(2)));
    String sum = site.step("Add", "sum", List.of(score, candidate.get(0)));
    String sums = site.step("Reshape", "sums", List.of(sum, graph.longs(count, -1, 1)));
    String boxes = site.step("Reshape", "boxes", List.of(site.input(), graph.longs(count, -1, 4)));
    String best = site.step("ArgMax", "best", List.of(sums), Attributes.number("axis", 0));
    String sides = site.step("Expand", "everySide", List.of(best, graph.longs(1, 1, 4)));
    String box =
        site.step("GatherElements", "box", List.of(boxes, sides), Attributes.number("axis", 0));
    return site.result("Squeeze", List.of(box, graph.longs(0)));
  }
}
