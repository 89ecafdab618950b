package io.boxfit.bench.suite;

/** One group of comparisons. */
public interface Benchmark {

  /** Measures, and tells the session what it found. */
  void run(Session session);
}
