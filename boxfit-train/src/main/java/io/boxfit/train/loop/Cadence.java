package io.boxfit.train.loop;

/**
 * When a run of a given length looks up from its work. A function of the step alone, so that a
 * resumed run looks up at the same steps.
 *
 * @param steps of the whole run
 */
public record Cadence(long steps) {
  private static final long ALL_UNTIL = 20;
  private static final long TRACED = 400;
  private static final long LOOKED_INTO = 50;
  private static final long PROBES = 16;
  private static final long ASKED = 8;

  /** Whether this step (from 1) is written down. */
  public boolean traced(long step) {
    return lookedInto(step) || step % every(TRACED) == 0;
  }

  /** Whether gradients and updates are measured per layer, which costs a pass over all weights. */
  public boolean lookedInto(long step) {
    return step <= ALL_UNTIL || step == steps || step % every(LOOKED_INTO) == 0;
  }

  /** Whether the fixed samples are predicted and a checkpoint is written; 0 is before the start. */
  public boolean probed(long step) {
    return step == 0 || step == steps || step % every(PROBES) == 0;
  }

  /**
   * Whether the network is asked about a batch before it is trained with it: where samples are
   * probed, and oftener as long as no sample came twice.
   *
   * @param pass steps of the first pass over the samples
   */
  public boolean asked(long step, long pass) {
    return step == 1 || probed(step) || (step <= pass && step % Math.max(1, pass / ASKED) == 0);
  }

  private long every(long times) {
    return Math.max(1, steps / times);
  }
}
