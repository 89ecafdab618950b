package io.boxfit.bench.doctor.peer;

import java.util.Locale;
import java.util.Set;

/** Which kinds of layers bend what passes, in the words of whatever framework. */
final class Activations {
  private static final Set<String> ALL =
      Set.of(
          "elu",
          "gelu",
          "leakyrelu",
          "prelu",
          "relu",
          "relu6",
          "selu",
          "sigmoid",
          "silu",
          "softmax",
          "softplus",
          "tanh");

  private Activations() {}

  static boolean isOne(String kind) {
    return ALL.contains(kind.toLowerCase(Locale.ROOT));
  }
}
