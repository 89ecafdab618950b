package io.boxfit.bench.doctor.page;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.function.Function;

/**
 * How a condition is brought about to be shown.
 *
 * @param condition that is shown
 * @param caption what is done for it, one line of Markdown
 * @param pyTorch whether it takes a Python with PyTorch
 * @param play does it
 */
record Scene(Condition condition, String caption, boolean pyTorch, Function<Stage, Shown> play) {

  /** One that takes Boxfit alone. */
  Scene(Condition condition, String caption, Function<Stage, Shown> play) {
    this(condition, caption, false, play);
  }
}
