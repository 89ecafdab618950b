package io.boxfit.app.report;

import io.boxfit.app.evaluation.EvaluationResult;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.doctor.diagnosis.Diagnosis;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report tells about.
 *
 * @param title of the page
 * @param recipe as YAML, empty where it is not known
 * @param facts about the run by name, in the order in which they are shown, for example the seed
 * @param trace of the training, empty where there is none
 * @param evaluation on {@code data}
 * @param data the samples that were judged: their pictures are drawn again by index
 * @param inputs contact sheet of what the network received, empty where there is none
 * @param diagnosis what the doctor says of the training, empty where there was none
 * @param warning a sentence that makes every figure void, said first; empty where there is none
 */
public record ReportInput(
    String title,
    String recipe,
    Map<String, String> facts,
    List<TraceEvent> trace,
    EvaluationResult evaluation,
    Dataset data,
    Optional<Picture> inputs,
    Optional<Diagnosis> diagnosis,
    String warning) {

  /** Of a model that nothing speaks against, without what its network received. */
  public ReportInput(
      String title,
      String recipe,
      Map<String, String> facts,
      List<TraceEvent> trace,
      EvaluationResult evaluation,
      Dataset data) {
    this(title, recipe, facts, trace, evaluation, data, Optional.empty(), Optional.empty(), "");
  }

  /** Copies the facts and the trace. */
  public ReportInput {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    trace = List.copyOf(trace);
  }
}
