package io.boxfit.app.command;

import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.evidence.Way;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a network answered, in figures, for a person. */
final class ModelTrialText {
  private ModelTrialText() {}

  static String of(ModelTrial trial) {
    StringBuilder text = new StringBuilder();
    line(text, "");
    line(text, "Ways to use it (mean IoU on pictures that did not choose them)");
    way(text, trial.claimed(), trial.said() ? "as you say" : "the usual");
    for (Way way : trial.others()) {
      if (!trial.claimed().isAlso(way)) {
        way(text, way, "");
      }
    }
    line(text, "  %.2f  the one best box for every picture, without looking", trial.baseline());
    trial.probes().ifPresent(probes -> probes(text, trial, probes));
    return text.toString().replace("\n", System.lineSeparator());
  }

  private static void way(StringBuilder text, Way way, String note) {
    line(
        text,
        "  %.2f  %s%s",
        way.confirmed(),
        way.preprocessing() + "; " + way.reading().words(),
        note.isEmpty() ? "" : " (" + note + ")");
  }

  private static void probes(StringBuilder text, ModelTrial trial, ProbeFigures probes) {
    line(text, "");
    line(
        text,
        "Does it look? (%d pictures%s)",
        probes.pictures(),
        trial.probed().isAlso(trial.claimed())
            ? ""
            : ", fed with " + trial.probed().preprocessing());
    change(text, probes.black(), "a black picture");
    change(text, probes.shuffled(), "the same pixels in random order");
    change(text, probes.another(), "another picture");
    change(text, probes.truth(), "another picture, if the box were right");
    figure(text, probes.across(), "px that the box goes for each that the picture is moved across");
    figure(text, probes.down(), "px that the box goes for each that the picture is moved down");
    figure(text, probes.mirrored(), "of the boxes change sides where the picture is mirrored");
  }

  private static void change(StringBuilder text, double change, String what) {
    line(text, "  %.2f  of the picture is how far a side goes for %s", change, what);
  }

  private static void figure(StringBuilder text, OptionalDouble figure, String what) {
    figure.ifPresent(value -> line(text, "  %.2f  %s", Math.abs(value) < 0.005 ? 0 : value, what));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append("\n");
  }
}
