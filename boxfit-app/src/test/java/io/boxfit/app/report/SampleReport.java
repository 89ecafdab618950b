package io.boxfit.app.report;

import io.boxfit.app.evaluation.EvaluationResult;
import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reports like those of real runs, from boxes that are the truth with errors. */
final class SampleReport {
  static final Box CONSTANT = new Box(70, 28, 130, 74);

  private SampleReport() {}

  static Letters letters(int count) {
    return new Letters(LettersPreset.VARIED, 6, "test", count);
  }

  /** Of a good model: most boxes are right to a pixel, one in fifty is lost. */
  static ReportInput good(int count) {
    Dataset data = letters(count);
    return new ReportInput(
        "Letters, varied, with the recipe reliable",
        "seed: 6\ndata:\n  preset: varied\n  trainCount: 40000\nbatchSize: 32\n",
        facts(),
        trace(1200),
        result(judged(data)),
        data,
        Optional.of(new Picture(1242, 430, 3, new byte[3 * 1242 * 430])),
        Optional.of(diagnosis()),
        "");
  }

  /** A training that was too short, which is a warning. */
  private static Diagnosis diagnosis() {
    Finding finding = Finding.suspected(Condition.TOO_FEW_EPOCHS, 0.8, "It rose by 0.03.");
    return new Diagnosis(Verdict.HEALTHY, Optional.empty(), List.of(finding), Optional.empty());
  }

  static EvaluationResult result(List<JudgedSample> samples) {
    List<Outcome> outcomes = samples.stream().map(JudgedSample::outcome).toList();
    return new EvaluationResult(Metrics.of(outcomes, CONSTANT), samples, samples.size() / 1830.0);
  }

  static List<JudgedSample> judged(Dataset data) {
    RandomStream random = new Seed(1).stream("report");
    List<JudgedSample> judged = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      Sample sample = data.get(i);
      Box unrounded = guess(sample.box(), i, random);
      judged.add(
          new JudgedSample(
              i,
              sample.id(),
              new Outcome(unrounded.rounded(), Optional.of(unrounded), sample.box(), 200, 100),
              OptionalDouble.of(random.nextDouble())));
    }
    return judged;
  }

  private static Box guess(Box truth, int index, RandomStream random) {
    double off = index % 10 == 3 ? 1.6 : 0.35;
    if (index % 500 == 77) {
      return new Box(Double.NaN, 0, 0, 0);
    }
    if (index % 50 == 7) {
      double x = random.nextDouble(0, 150);
      double y = random.nextDouble(0, 60);
      return new Box(x, y, x + 35, y + 30);
    }
    return new Box(
        truth.xMin() + off * random.nextGaussian(),
        truth.yMin() + off * random.nextGaussian(),
        truth.xMax() + off * random.nextGaussian(),
        truth.yMax() + off * random.nextGaussian());
  }

  static List<TraceEvent> trace(int steps) {
    RandomStream random = new Seed(2).stream("trace");
    List<TraceEvent> trace = new ArrayList<>();
    trace.add(
        new TraceEvent.Start(
            "boxfit", "coarse to fine", "loss", "adamW", "XYXY", 200, 100, steps, 32));
    trace.add(
        new TraceEvent.Inputs(
            24,
            new TraceEvent.Range(-1, 1, 0.25),
            0,
            Optional.of(new TraceEvent.Range(3, 197.5, 71)),
            Optional.of(new BoxEncoding(BoxFormat.XYXY, BoxUnit.PIXELS)),
            0,
            Optional.empty()));
    for (int step = 1; step <= steps; step++) {
      double done = (double) step / steps;
      double loss = (9 * Math.exp(-6 * done) + 0.9) * Math.exp(0.18 * random.nextGaussian());
      double rate =
          0.015 * (done < 0.3 ? done / 0.3 : (1 + Math.cos(Math.PI * (done - 0.3) / 0.7)) / 2);
      trace.add(new TraceEvent.Step(step, 1, 0.09 * step, loss, rate, Map.of()));
      if (step % 50 == 0) {
        double iou = 0.967 - 0.8 * Math.exp(-7 * done) + 0.01 * random.nextGaussian();
        trace.add(new TraceEvent.Probe(step, "validation", iou, List.of(), List.of()));
      }
    }
    trace.add(
        new TraceEvent.End(
            steps, 0.09 * steps, "finished", OptionalDouble.of(0.968), OptionalLong.empty()));
    return trace;
  }

  private static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Seed", "6");
    facts.put("Training time", "1 min 48 s");
    facts.put("Threads", "2");
    facts.put("JDK", "17.0.15+6");
    facts.put("Engine", "PyTorch 2.10.0");
    facts.put("weightsSha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    return facts;
  }
}
