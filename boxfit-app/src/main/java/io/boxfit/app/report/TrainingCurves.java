package io.boxfit.app.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.trace.TraceEvent;
import java.util.List;

/** Loss, learning rate and the probe's mean IoU over the steps of a training. */
final class TrainingCurves {
  private static final int POINTS = 600;

  private final List<TraceEvent.Step> steps;
  private final List<TraceEvent.Probe> probes;
  private final List<TraceEvent.Epoch> epochs;

  TrainingCurves(List<TraceEvent> trace) {
    steps = only(trace, TraceEvent.Step.class);
    probes = only(trace, TraceEvent.Probe.class);
    epochs = only(trace, TraceEvent.Epoch.class);
  }

  private static <T> List<T> only(List<TraceEvent> trace, Class<T> kind) {
    return trace.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether there is nothing to draw. */
  boolean isEmpty() {
    return steps.isEmpty() && probes.isEmpty();
  }

  /**
   * Points {@code [step, value]}; a value that is not a number is null, which leaves a gap. {@code
   * lossMean} is the running mean over about a fiftieth of the points.
   */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode loss = json.putArray("loss");
    ArrayNode mean = json.putArray("lossMean");
    ArrayNode rate = json.putArray("learningRate");
    List<TraceEvent.Step> shown = Thinning.spaced(steps, POINTS);
    double weight = 1 / Math.max(1, shown.size() / 50.0);
    double smooth = 0;
    double weights = 0;
    for (TraceEvent.Step step : shown) {
      point(loss, step.step(), step.loss());
      if (Double.isFinite(step.loss())) {
        smooth += weight * (step.loss() - smooth);
        weights += weight * (1 - weights);
        // The mean starts from 0, which this takes out again (as in Adam, Kingma and Ba 2015).
        point(mean, step.step(), smooth / weights);
      }
      point(rate, step.step(), step.learningRate());
    }
    ArrayNode validation = json.putArray("validationLoss");
    for (TraceEvent.Epoch epoch : Thinning.spaced(epochs, POINTS)) {
      epoch.validationLoss().ifPresent(value -> point(validation, epoch.step(), value));
    }
    ObjectNode bySplit = json.putObject("probe");
    for (TraceEvent.Probe probe : Thinning.spaced(probes, POINTS)) {
      point(bySplit.withArrayProperty(probe.split()), probe.step(), probe.meanIou());
    }
    return json;
  }

  private static void point(ArrayNode points, long step, double value) {
    ArrayNode point = points.addArray().add(step);
    if (Double.isFinite(value)) {
      // Seven digits, as many as the engine computes.
      point.add((double) (float) value);
    } else {
      point.addNull();
    }
  }
}
