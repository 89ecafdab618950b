package io.boxfit.bench.doctor;

import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that the doctor is asked about one start: a healthy training, its twins with faults. */
final class Ward {
  /** A faulty training that comes that near its healthy twin is not ill. */
  private static final double HARMLESS = 0.02;

  static final String TRAININGS = "faults in training";
  static final String PREDICTIONS = "faults in predictions";
  static final String HEALTHY = "healthy trainings";
  static final String NOISE = "healthy predictions";

  private Ward() {}

  /** A training that works, from one start; its predictions, healthy and tampered with. */
  static List<Visit> healthy(Base base, long seed) {
    Training training = Training.of(base.recipe(seed, List.of()));
    List<Visit> visits = new ArrayList<>();
    visits.add(
        visit(
            base.name(),
            HEALTHY,
            false,
            false,
            training.learned(),
            Set.of(),
            training.evidence(),
            training));
    if (training.learned()) {
      for (Tampering noise : Tampering.noise()) {
        visits.add(tampered(noise, NOISE, training));
      }
      for (Tampering fault : Tampering.faults()) {
        visits.add(tampered(fault, PREDICTIONS, training));
      }
    }
    return visits;
  }

  /** A training with a fault, beside its twin without. */
  static Visit faulty(Base base, Fault fault, long seed, double twin) {
    Training training = Training.of(base.recipe(seed, fault.change()));
    boolean ill = !(training.meanIou() >= twin - HARMLESS);
    return visit(
        fault.kind(),
        TRAININGS,
        fault.tuned(),
        ill,
        false,
        fault.right(),
        training.evidence(),
        training);
  }

  private static Visit tampered(Tampering tampering, String group, Training training) {
    Evidence evidence = Evidence.of(tampering.of(training.predictions()));
    boolean ill = group.equals(PREDICTIONS);
    // All kinds of tampering were looked at while the doctor was written.
    return visit(tampering.kind(), group, true, ill, !ill, tampering.right(), evidence, training);
  }

  private static Visit visit(
      String kind,
      String group,
      boolean tuned,
      boolean ill,
      boolean well,
      Set<Condition> right,
      Evidence evidence,
      Training training) {
    Diagnosis diagnosis = Doctor.examine(evidence);
    Optional<Condition> first = diagnosis.findings().stream().map(Finding::condition).findFirst();
    return new Visit(
        kind,
        group,
        tuned,
        ill,
        well,
        diagnosis.verdict() == Verdict.SICK,
        first.filter(right::contains).isPresent(),
        first.map(Condition::code).orElse(""),
        training.meanIou(),
        training.result().seconds());
  }
}
