package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.model.initializer.Constant;
import io.boxfit.model.initializer.GlorotNormal;
import io.boxfit.model.initializer.GlorotUniform;
import io.boxfit.model.initializer.HeNormal;
import io.boxfit.model.initializer.HeUniform;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.initializer.LecunNormal;
import io.boxfit.model.initializer.LecunUniform;
import io.boxfit.model.initializer.Ones;
import io.boxfit.model.initializer.Orthogonal;
import io.boxfit.model.initializer.RandomNormal;
import io.boxfit.model.initializer.RandomUniform;
import io.boxfit.model.initializer.TruncatedNormal;
import io.boxfit.model.initializer.Zeros;

/** Keras's initialisers, by class ({@code HeNormal}) or by name ({@code he_normal}). */
final class Initializers {
  private Initializers() {}

  /**
   * The initialiser.
   *
   * @param layer whose it is, for errors
   * @param written its object or name
   */
  static Initializer read(Fields layer, JsonNode written) {
    ClassName kind = ClassName.of(written);
    Fields numbers = new Fields(written.path("config"), layer.where());
    return switch (kind.plain()) {
      case "glorotuniform" -> new GlorotUniform();
      case "glorotnormal" -> new GlorotNormal();
      case "heuniform" -> new HeUniform();
      case "henormal" -> new HeNormal();
      case "lecununiform" -> new LecunUniform();
      case "lecunnormal" -> new LecunNormal();
      case "variancescaling" -> scaled(numbers, layer);
      case "randomuniform", "uniform" ->
          new RandomUniform(numbers.number("minval", -0.05), numbers.number("maxval", 0.05));
      case "randomnormal", "normal" -> {
        centred(numbers);
        yield new RandomNormal(numbers.number("stddev", 0.05));
      }
      case "truncatednormal" -> {
        centred(numbers);
        yield new TruncatedNormal(numbers.number("stddev", 0.05));
      }
      case "orthogonal" -> new Orthogonal(numbers.number("gain", 1));
      case "zeros", "zero" -> new Zeros();
      case "ones", "one" -> new Ones();
      case "constant" -> new Constant(numbers.number("value", 0));
      default -> throw layer.error("its initialiser " + kind.quoted() + " has no counterpart here");
    };
  }

  private static void centred(Fields numbers) {
    if (numbers.number("mean", 0) != 0) {
      throw numbers.error("an initialiser whose mean is not 0 has no counterpart here");
    }
  }

  /** Before Keras 2.3 the named ones were written as what they stand for. */
  private static Initializer scaled(Fields numbers, Fields layer) {
    String distribution = numbers.text("distribution", "truncated_normal");
    boolean uniform = distribution.equals("uniform");
    String kind =
        numbers.text("mode", "fan_in")
            + " "
            + numbers.number("scale", 1)
            + (uniform ? " uniform" : distribution.endsWith("normal") ? " normal" : " other");
    return switch (kind) {
      case "fan_avg 1.0 uniform" -> new GlorotUniform();
      case "fan_avg 1.0 normal" -> new GlorotNormal();
      case "fan_in 2.0 uniform" -> new HeUniform();
      case "fan_in 2.0 normal" -> new HeNormal();
      case "fan_in 1.0 uniform" -> new LecunUniform();
      case "fan_in 1.0 normal" -> new LecunNormal();
      default ->
          throw layer.error(
              "its initialiser VarianceScaling (" + kind + ") has no counterpart here");
    };
  }
}
