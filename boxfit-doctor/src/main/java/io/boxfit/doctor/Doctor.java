package io.boxfit.doctor;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Severity;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at evidence and says what is wrong, and why.
 *
 * <p>Symptoms are looked for first, then causes that explain them. The root is the cause of the
 * highest confidence, of equals the one that stands first in {@link Condition}; every symptom, and
 * every cause that it may bring about, is folded into it.
 */
public final class Doctor {
  /** From this confidence on a cause is named as the root. */
  static final double NAMED = 0.6;

  private static final String OTHER_STARTS =
      "Train the same again from other starts (boxfit diagnose --run RUN --restarts 3 does): if some"
          + " of them learn, it was the start, and a smaller learning rate or another initialiser"
          + " makes it safe; if none does, it is the recipe or the data.";
  private static final String MORE_EVIDENCE =
      "Show the training, too (its trace or its recipe): predictions alone tell what is wrong, not"
          + " why. Or let the network learn twenty pictures by heart: if it cannot, it is the recipe;"
          + " if it can, it is the data.";
  private static final String ASK =
      "There is no true box beside a predicted one to judge by: give the recorder a probe, some 64"
          + " samples with their true boxes.";
  private static final String TRAIN_ON =
      "No error was found, and the boxes fit no better than one box for all pictures would."
          + " Train on: if the mean IoU rises, it was merely early; if it stays, make sure that truth"
          + " and predictions mean the same by their four numbers.";

  private static final Comparator<Finding> SUREST_FIRST =
      Comparator.comparing((Finding finding) -> finding.condition().severity())
          .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed())
          .thenComparing(Finding::condition);

  private Doctor() {}

  /** The diagnosis. */
  public static Diagnosis examine(Evidence evidence) {
    Case unseen = Case.of(evidence);
    List<Finding> symptoms = apply(Rules.symptoms(), unseen);
    Case patient = unseen.with(symptoms);
    List<Finding> causes = surest(apply(Rules.causes(), patient));
    boolean poor = patient.failingOrPoor() || patient.untrained();
    Optional<Finding> root =
        causes.stream()
            .filter(cause -> mayBeRoot(cause.condition(), symptoms, poor))
            .filter(cause -> cause.confidence() >= NAMED)
            .findFirst();
    List<Finding> findings =
        root.isPresent() ? folded(root.get(), symptoms, causes) : all(symptoms, causes);
    boolean sick =
        failing(symptoms) || causes.stream().anyMatch(cause -> makesSick(cause.condition(), poor));
    Verdict verdict = verdict(patient, sick, causes);
    return new Diagnosis(
        verdict,
        root.map(r -> findings.get(0)),
        findings,
        experiment(verdict, root.isPresent(), patient),
        patient.figures());
  }

  /** A training that was merely too short explains one that fails, but does not make one sick. */
  private static boolean mayBeRoot(Condition cause, List<Finding> symptoms, boolean poor) {
    return makesSick(cause, poor) || (cause.severity() == Severity.WARNING && failing(symptoms));
  }

  /** What a training learns in spite of is told and makes nobody sick. */
  private static boolean makesSick(Condition cause, boolean poor) {
    return cause.severity() == Severity.ERROR && (poor || !cause.isLivedWith());
  }

  private static boolean failing(List<Finding> symptoms) {
    return symptoms.stream().anyMatch(s -> s.condition().severity() == Severity.ERROR);
  }

  private static List<Finding> apply(List<Rule> rules, Case patient) {
    return rules.stream().flatMap(rule -> rule.check(patient).stream()).toList();
  }

  /** The surest first; several rules may see one condition, which is told once. */
  private static List<Finding> surest(List<Finding> found) {
    Map<Condition, Finding> once = new LinkedHashMap<>();
    found.stream()
        .sorted(SUREST_FIRST)
        .forEach(cause -> once.putIfAbsent(cause.condition(), cause));
    return List.copyOf(once.values());
  }

  private static List<Finding> folded(Finding root, List<Finding> symptoms, List<Finding> causes) {
    List<Finding> inside = new ArrayList<>();
    List<Finding> beside = new ArrayList<>();
    for (Finding symptom : symptoms) {
      (symptom.condition().severity() == Severity.ERROR ? inside : beside).add(symptom);
    }
    for (Finding cause : causes) {
      if (!cause.equals(root)) {
        (root.condition().bringsAbout(cause.condition()) ? inside : beside).add(cause);
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(root.explaining(inside));
    beside.sort(Comparator.comparing((Finding f) -> f.condition().severity()));
    findings.addAll(beside);
    return findings;
  }

  private static List<Finding> all(List<Finding> symptoms, List<Finding> causes) {
    List<Finding> all = new ArrayList<>(symptoms);
    all.addAll(causes);
    // Of what matters as much, why before what.
    all.sort(
        Comparator.comparing((Finding f) -> f.condition().severity())
            .thenComparing(f -> f.condition().kind(), Comparator.reverseOrder()));
    return all;
  }

  private static Verdict verdict(Case patient, boolean sick, List<Finding> causes) {
    if (sick) {
      return Verdict.SICK;
    }
    Evidence evidence = patient.evidence();
    boolean little =
        causes.stream().anyMatch(c -> c.condition() == Condition.TOO_FEW_SAMPLES)
            || (evidence.recipe().isEmpty() && evidence.predictions().isEmpty());
    return little || patient.fitsLikeOneBox() ? Verdict.UNSURE : Verdict.HEALTHY;
  }

  private static Optional<String> experiment(Verdict verdict, boolean explained, Case patient) {
    if (verdict == Verdict.SICK && !explained) {
      return Optional.of(patient.evidence().trace().isPresent() ? OTHER_STARTS : MORE_EVIDENCE);
    }
    if (verdict == Verdict.UNSURE && patient.evidence().predictions().isEmpty()) {
      return Optional.of(ASK);
    }
    return verdict == Verdict.UNSURE && patient.fitsLikeOneBox()
        ? Optional.of(TRAIN_ON)
        : Optional.empty();
  }
}
