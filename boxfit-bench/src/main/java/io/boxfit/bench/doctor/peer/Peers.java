package io.boxfit.bench.doctor.peer;

import java.util.List;

/** The tools that the doctor is measured beside. */
public final class Peers {
  private Peers() {}

  /** All, in the order of the tables. */
  public static List<Peer> all() {
    return List.of(
        new AutoTrainer(),
        new DeepDiagnosis(),
        new SageMakerDebugger(),
        new TheDeepChecker(),
        new Umlaut());
  }
}
