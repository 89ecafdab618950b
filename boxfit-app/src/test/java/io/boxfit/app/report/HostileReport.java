package io.boxfit.app.report;

import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.letters.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report whose every text tries to be a script. */
final class HostileReport {
  static final String SCRIPT =
      "</script></title></code><script>window.evil = 1</script><!-- {{title}}";
  static final String ATTRIBUTE = "\"'><img src=x onerror=\"window.evil = 1\">";

  private HostileReport() {}

  static ReportInput input() {
    Letters letters = SampleReport.letters(60);
    List<JudgedSample> samples = new ArrayList<>();
    for (JudgedSample sample : SampleReport.judged(letters)) {
      samples.add(
          new JudgedSample(
              sample.index(), ATTRIBUTE + sample.id(), sample.outcome(), sample.confidence()));
    }
    List<TraceEvent> trace = new ArrayList<>(SampleReport.trace(60));
    trace.add(new TraceEvent.Probe(60, SCRIPT, 0.5, List.of(), List.of()));
    trace.add(new TraceEvent.Step(61, 1, 9, Double.NaN, 0, Map.of()));
    return new ReportInput(
        SCRIPT,
        "name: " + SCRIPT,
        Map.of(SCRIPT, ATTRIBUTE),
        trace,
        SampleReport.result(samples),
        letters,
        SampleReport.good(1).inputs(),
        Optional.empty(),
        "");
  }
}
