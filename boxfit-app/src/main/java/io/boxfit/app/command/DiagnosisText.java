package io.boxfit.app.command;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import io.boxfit.doctor.diagnosis.ConditionText;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Kind;
import io.boxfit.doctor.diagnosis.Severity;
import io.boxfit.doctor.diagnosis.Verdict;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A diagnosis for a person: the word first, then the root with what to do, then the rest. */
final class DiagnosisText {
  private static final int WIDTH = 96;

  private final Ansi ansi;

  DiagnosisText(boolean colors) {
    this.ansi = colors ? Ansi.ON : Ansi.OFF;
  }

  String of(Diagnosis diagnosis) {
    StringBuilder text = new StringBuilder();
    text.append(verdict(diagnosis.verdict())).append("\n");
    diagnosis.figures().ifPresent(figures -> figures(text, figures));
    for (Finding finding : diagnosis.findings()) {
      text.append("\n");
      boolean root = diagnosis.root().filter(finding::equals).isPresent();
      heading(text, finding, diagnosis.severity(finding), root);
      finding(text, finding, diagnosis.severity(finding), root || diagnosis.root().isEmpty());
    }
    diagnosis
        .experiment()
        .ifPresent(
            words -> {
              text.append("\n").append(style("bold", "What would decide")).append("\n");
              wrapped(text, words, "  ");
            });
    return text.toString().replace("\n", System.lineSeparator());
  }

  /** What there is to say beside the diagnosis; nothing where there is none. */
  String notes(String heading, List<String> notes) {
    StringBuilder text = new StringBuilder();
    if (!notes.isEmpty()) {
      text.append("\n").append(style("bold", heading)).append("\n");
      notes.forEach(note -> wrapped(text, note, "  "));
    }
    return text.toString().replace("\n", System.lineSeparator());
  }

  private String verdict(Verdict verdict) {
    return switch (verdict) {
      case HEALTHY -> style("bold,fg(green)", "healthy");
      case SICK -> style("bold,fg(red)", "sick");
      case UNSURE -> style("bold,fg(yellow)", "unsure");
    };
  }

  private static void figures(StringBuilder text, Metrics figures) {
    PerSide tracking = figures.tracking();
    wrapped(
        text,
        String.format(
            Locale.ROOT,
            "Mean IoU %.2f of %,d boxes (%.0f%% reach 0.5%s); the one best box for every picture has"
                + " %.2f: skill %.2f.",
            figures.meanIou(),
            figures.samples(),
            100 * figures.iouAt50(),
            figures.invalid() == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d are no boxes", figures.invalid()),
            figures.constantBaseline(),
            figures.skill()),
        "  ");
    wrapped(
        text,
        String.format(
            Locale.ROOT,
            "Correlation with the truth: left %.2f, top %.2f, right %.2f, bottom %.2f.",
            tracking.left(),
            tracking.top(),
            tracking.right(),
            tracking.bottom()),
        "  ");
  }

  private void heading(StringBuilder text, Finding finding, Severity severity, boolean root) {
    text.append(style(color(severity), ConditionText.of(finding.condition()).title()));
    text.append("  [").append(finding.condition().code());
    finding.since().ifPresent(step -> text.append(", since step ").append(step));
    if (finding.condition().kind() == Kind.CAUSE && finding.confidence() < 1) {
      text.append(String.format(Locale.ROOT, ", confidence %.0f%%", 100 * finding.confidence()));
    }
    text.append(root ? ", root cause]\n" : "]\n");
  }

  private void finding(StringBuilder text, Finding finding, Severity severity, boolean whole) {
    ConditionText words = ConditionText.of(finding.condition());
    wrapped(text, finding.evidence(), "  ");
    if (whole) {
      wrapped(text, words.explanation(), "  ");
    }
    for (Finding consequence : finding.consequences()) {
      wrapped(
          text,
          "so: "
              + ConditionText.of(consequence.condition()).title().toLowerCase(Locale.ROOT)
              + ". "
              + consequence.evidence(),
          "  ");
    }
    if (whole && severity != Severity.NOTE) {
      remedy(text, "Boxfit", words.remedies().boxfit());
      remedy(text, "Keras", words.remedies().keras());
      remedy(text, "PyTorch", words.remedies().pytorch());
    }
  }

  private void remedy(StringBuilder text, String framework, String words) {
    text.append("  ").append(style("bold", framework)).append("\n");
    words.lines().forEach(line -> text.append("    ").append(line).append("\n"));
  }

  private static String color(Severity severity) {
    return switch (severity) {
      case ERROR -> "bold,fg(red)";
      case WARNING -> "bold,fg(yellow)";
      case NOTE -> "bold";
    };
  }

  private String style(String style, String words) {
    return ansi.string("@|" + style + " " + words + "|@");
  }

  private static void wrapped(StringBuilder text, String words, String indent) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : words.split("\\s+", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > indent.length()) {
        text.append(line).append("\n");
        line.setLength(0);
        line.append(indent);
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    text.append(line).append("\n");
  }
}
