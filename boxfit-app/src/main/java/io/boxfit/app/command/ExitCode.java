package io.boxfit.app.command;

/** What the process ends with. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** The work failed. */
  public static final int FAILED = 1;

  /** Bad input or usage. */
  public static final int BAD_INPUT = 2;

  /** The work was done, and found something that is an error. */
  public static final int FINDINGS = 3;

  /** Told to end, as shells count it for Ctrl-C: 128 + SIGINT. */
  public static final int STOPPED = 130;

  private ExitCode() {}
}
