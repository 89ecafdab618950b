package io.boxfit.app.report;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.ConditionText;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Remedies;
import io.boxfit.doctor.diagnosis.Severity;
import java.util.Locale;

/** What the doctor says, for the report: the root with its cure, then the rest in a line each. */
final class DoctorSection {
  private DoctorSection() {}

  static String html(Diagnosis diagnosis) {
    StringBuilder html = new StringBuilder();
    html.append("<p>The doctor says: <b>").append(lower(diagnosis.verdict())).append("</b>.</p>\n");
    for (Finding finding : diagnosis.findings()) {
      boolean first = finding.equals(diagnosis.findings().get(0));
      boolean cure = first && finding.condition().severity() != Severity.NOTE;
      html.append("<div class=\"card finding ").append(lower(diagnosis.severity(finding)));
      html.append("\">").append(told(finding));
      if (cure) {
        html.append(cure(finding.condition()));
      }
      html.append("</div>\n");
    }
    return html.toString();
  }

  private static String told(Finding finding) {
    StringBuilder html = new StringBuilder();
    ConditionText text = ConditionText.of(finding.condition());
    html.append("<h3>").append(Html.escape(text.title())).append("</h3><p>");
    html.append(Html.escape(finding.evidence())).append(" ");
    html.append(Html.escape(text.explanation())).append("</p>");
    for (Finding consequence : finding.consequences()) {
      html.append("<p class=\"small\">So: ");
      html.append(Html.escape(ConditionText.of(consequence.condition()).title())).append(". ");
      html.append(Html.escape(consequence.evidence())).append("</p>");
    }
    return html.toString();
  }

  private static String cure(Condition condition) {
    Remedies remedies = ConditionText.of(condition).remedies();
    return code("Boxfit", remedies.boxfit())
        + code("Keras", remedies.keras())
        + code("PyTorch", remedies.pytorch());
  }

  private static String code(String framework, String words) {
    return "<p class=\"small\">" + framework + "</p><pre>" + Html.escape(words) + "</pre>";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
