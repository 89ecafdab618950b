package io.boxfit.train.trace;

import io.boxfit.core.BadInputException;
import io.boxfit.core.trace.TraceEvent;
import java.nio.file.Path;

/** What a trace must hold to be judged, whoever wrote it: a start, steps that rise, a probe. */
final class TraceContract {
  private final Path file;
  private boolean started;
  private boolean probed;
  private long step;

  TraceContract(Path file) {
    this.file = file;
  }

  /**
   * The next event.
   *
   * @throws BadInputException if it may not stand there
   */
  void accept(TraceEvent event, String where) {
    if (event instanceof TraceEvent.Start) {
      if (started) {
        throw new BadInputException(
            where + ": a second start; a file holds one training: record each into its own");
      }
      started = true;
    } else if (!started) {
      throw new BadInputException(where + ": the first event must be start");
    }
    if (event instanceof TraceEvent.Step next) {
      if (next.step() <= step) {
        throw new BadInputException(
            where
                + ": step "
                + next.step()
                + " comes after step "
                + step
                + "; steps count from 1 through the whole training, not anew in each epoch");
      }
      step = next.step();
    }
    probed |= event instanceof TraceEvent.Probe;
  }

  /**
   * There are no more events.
   *
   * @throws BadInputException if something is missing
   */
  void end() {
    if (!started) {
      throw new BadInputException(file + ": holds no event; is it a trace, and has it begun?");
    }
    if (step == 0 || !probed) {
      throw new BadInputException(
          file
              + ": has no "
              + (step == 0 ? "step" : "probe")
              + " yet; to judge a training takes steps with their loss and a probe");
    }
  }
}
