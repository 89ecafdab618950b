package io.boxfit.doctor.diagnosis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import java.util.List;
import java.util.Locale;

/** The form in which programs read a diagnosis. */
public final class DiagnosisJson {
  private DiagnosisJson() {}

  /**
   * The whole of it; {@code rootCause}, {@code experiment} and {@code figures} are null where there
   * are none.
   */
  public static ObjectNode tree(Diagnosis diagnosis) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("verdict", lower(diagnosis.verdict()));
    tree.putNull("rootCause");
    diagnosis
        .root()
        .ifPresent(
            root ->
                tree.putObject("rootCause")
                    .put("code", root.condition().code())
                    .put("confidence", root.confidence()));
    tree.put("experiment", diagnosis.experiment().orElse(null));
    tree.putNull("figures");
    diagnosis.figures().ifPresent(figures -> put(tree.putObject("figures"), figures));
    put(tree.putArray("findings"), diagnosis, diagnosis.findings());
    return tree;
  }

  /** Named as in {@code metrics.json}. */
  private static void put(ObjectNode row, Metrics figures) {
    row.put("samples", figures.samples());
    row.put("invalid", figures.invalid());
    row.put("meanIou", figures.meanIou());
    row.put("medianIou", figures.medianIou());
    row.put("iouAt50", figures.iouAt50());
    row.put("constantBaseline", figures.constantBaseline());
    row.put("skill", figures.skill());
    put(row.putObject("tracking"), figures.tracking());
    put(row.putObject("spreadRatio"), figures.spreadRatio());
  }

  private static void put(ObjectNode row, PerSide sides) {
    row.put("left", sides.left());
    row.put("top", sides.top());
    row.put("right", sides.right());
    row.put("bottom", sides.bottom());
  }

  private static void put(ArrayNode array, Diagnosis diagnosis, List<Finding> findings) {
    for (Finding finding : findings) {
      ConditionText text = ConditionText.of(finding.condition());
      ObjectNode row = array.addObject();
      row.put("code", finding.condition().code());
      row.put("title", text.title());
      row.put("kind", lower(finding.condition().kind()));
      row.put("severity", lower(diagnosis.severity(finding)));
      row.put("confidence", finding.confidence());
      if (finding.since().isPresent()) {
        row.put("since", finding.since().getAsLong());
      } else {
        row.putNull("since");
      }
      row.put("evidence", finding.evidence());
      row.put("explanation", text.explanation());
      row.putObject("remedies")
          .put("boxfit", text.remedies().boxfit())
          .put("keras", text.remedies().keras())
          .put("pytorch", text.remedies().pytorch());
      put(row.putArray("consequences"), diagnosis, finding.consequences());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
