package io.boxfit.bench.doctor;

import io.boxfit.bench.doctor.peer.Complaint;
import io.boxfit.bench.doctor.peer.Observed;
import io.boxfit.bench.doctor.peer.Peer;
import io.boxfit.bench.doctor.peer.Peers;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Asks the doctor, and the other tools, about trainings that were done.
 *
 * @param records of them
 * @param treats whether cures are tried, which takes further trainings
 */
record Round(Records records, boolean treats) {
  /** A faulty training that comes that near its healthy twin is not ill, or is cured. */
  private static final double NEAR = 0.02;

  private static final int ATTEMPTS = 3;

  /** A healthy training, and its predictions, sound and tampered with. */
  List<Visit> healthy(Subject subject) {
    TraceHistory trace = records.trace(subject);
    boolean well = records.of(subject).well();
    List<Visit> visits = new ArrayList<>();
    visits.add(visit(subject, Visit.HEALTHY, trace, false, well, Optional.empty()));
    if (well) {
      trace.last().ifPresent(said -> visits.addAll(tampered(subject, said)));
    }
    return visits;
  }

  /** A training with a fault. */
  Visit faulty(Subject subject) {
    String group = Visit.trainings(subject.ward().name());
    boolean ill = !near(records.of(subject), subject);
    Optional<Integer> cured =
        treats && ill && isTreatable(subject) ? Optional.of(cures(subject)) : Optional.empty();
    return visit(subject, group, records.trace(subject), ill, false, cured);
  }

  /** Samples cannot be cured by settings; known kinds are cured where they are at home. */
  private static boolean isTreatable(Subject subject) {
    return !subject.fault().orElseThrow().inData() && subject.half() != Half.MOVED;
  }

  private boolean near(Stay stay, Subject subject) {
    return stay.meanIou() >= records.of(subject.twin()).meanIou() - NEAR;
  }

  private Visit visit(
      Subject subject,
      String group,
      TraceHistory trace,
      boolean ill,
      boolean well,
      Optional<Integer> cured) {
    Set<Condition> injected = subject.fault().map(Fault::right).orElse(Set.of());
    Optional<Recipe> recipe = recipe(subject, subject.settings());
    Opinion opinion = Opinion.of(Evidence.of(recipe, trace), injected);
    return new Visit(
        group,
        subject.kind(),
        subject.half(),
        ill,
        well,
        opinion,
        recipe.map(r -> Opinion.of(Evidence.of(Optional.empty(), trace), injected)),
        ill && opinion.right() ? found(recipe, trace, injected) : OptionalDouble.empty(),
        cured,
        others(Observed.of(trace, recipe), injected));
  }

  private static Optional<Recipe> recipe(Subject subject, List<String> settings) {
    return subject.ward().recipe(settings, subject.seed());
  }

  private static Map<String, Opinion> others(Observed training, Set<Condition> injected) {
    Map<String, Opinion> said = new LinkedHashMap<>();
    for (Peer peer : Peers.all()) {
      List<Complaint> complaints = peer.examine(training);
      boolean right =
          complaints.stream().anyMatch(c -> c.means().stream().anyMatch(injected::contains));
      String first = complaints.isEmpty() ? "" : complaints.get(0).rule();
      said.put(peer.name(), new Opinion(!complaints.isEmpty(), right, first));
    }
    return said;
  }

  /** The first probe from which on the cause is named whenever it is looked for. */
  private static OptionalDouble found(
      Optional<Recipe> recipe, TraceHistory trace, Set<Condition> injected) {
    List<TraceEvent.Probe> probes = trace.probes();
    long last = trace.steps().get(trace.steps().size() - 1).step();
    OptionalDouble since = OptionalDouble.of(1);
    for (int i = probes.size() - 1; i >= 0; i--) {
      long step = probes.get(i).step();
      TraceHistory then = trace.until(step);
      if (then.steps().isEmpty() || !Opinion.of(Evidence.of(recipe, then), injected).right()) {
        return since;
      }
      since = OptionalDouble.of((double) step / last);
    }
    return since;
  }

  /** After how many cures, each asked of what the one before left, it comes near its twin. */
  private int cures(Subject subject) {
    List<String> settings = new ArrayList<>(subject.settings());
    TraceHistory trace = records.trace(subject);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Diagnosis diagnosis = Doctor.examine(Evidence.of(recipe(subject, settings), trace));
      List<String> cure =
          diagnosis.findings().isEmpty()
              ? List.of()
              : subject.ward().cure(diagnosis, settings, subject.seed());
      if (cure.isEmpty()) {
        return 0;
      }
      settings.addAll(cure);
      if (near(records.cured(subject, attempt, settings), subject)) {
        return attempt;
      }
      trace = records.curedTrace(subject, attempt, settings);
    }
    return 0;
  }

  private static List<Visit> tampered(Subject subject, Predictions said) {
    List<Visit> visits = new ArrayList<>();
    for (Tampering noise : Tampering.noise()) {
      visits.add(tampered(subject, noise, Visit.NOISE, said));
    }
    for (Tampering fault : Tampering.faults()) {
      visits.add(tampered(subject, fault, Visit.PREDICTIONS, said));
    }
    return visits;
  }

  private static Visit tampered(
      Subject subject, Tampering tampering, String group, Predictions said) {
    boolean ill = group.equals(Visit.PREDICTIONS);
    return new Visit(
        group,
        tampering.kind(),
        subject.half(),
        ill,
        !ill,
        Opinion.of(Evidence.of(tampering.of(said)), tampering.right()),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Map.of());
  }
}
