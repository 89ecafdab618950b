package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.model.keras.KerasModel.Choice;
import io.boxfit.model.optimizer.Adadelta;
import io.boxfit.model.optimizer.Adam;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.optimizer.Clip;
import io.boxfit.model.optimizer.Nadam;
import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.model.optimizer.RmsProp;
import io.boxfit.model.optimizer.Sgd;
import java.util.List;
import java.util.Optional;

/** Keras's optimisers, of version 2 ({@code lr}, {@code decay}) and 3. */
final class Optimizers {
  /** Of Keras, of Keras 2 before 2.3, of TensorFlow.js. */
  private static final List<String> RATES = List.of("learning_rate", "lr", "learningRate");

  private Optimizers() {}

  /**
   * The optimiser.
   *
   * @param written a name, or an object
   */
  static Optional<Choice<Optimizer>> read(JsonNode written, Notes notes) {
    if (written.isMissingNode() || written.isNull()) {
      return Optional.empty();
    }
    ClassName kind = ClassName.of(written);
    Fields config = new Fields(written.path("config"), "optimizer " + kind.name());
    return Optional.of(new Choice<>(kind.name(), counterpart(kind, config, notes)));
  }

  private static Optional<Optimizer> counterpart(ClassName kind, Fields config, Notes notes) {
    Optional<Clip> clip = clip(config);
    double beta1 = config.number("beta_1", 0.9);
    double beta2 = config.number("beta_2", 0.999);
    double epsilon = config.number("epsilon", 1e-7);
    Optional<Optimizer> optimizer =
        switch (kind.plain()) {
          case "sgd" ->
              Optional.of(
                  new Sgd(
                      rate(config, 0.01, notes),
                      config.number("momentum", 0),
                      config.truth("nesterov", false),
                      clip));
          case "rmsprop" ->
              Optional.of(
                  new RmsProp(
                      rate(config, 0.001, notes),
                      config.number("rho", 0.9),
                      config.number("momentum", 0),
                      epsilon,
                      config.truth("centered", false),
                      clip));
          case "adadelta" ->
              Optional.of(
                  new Adadelta(
                      rate(config, 0.001, notes), config.number("rho", 0.95), epsilon, clip));
          case "adam" ->
              Optional.of(new Adam(rate(config, 0.001, notes), beta1, beta2, epsilon, clip));
          case "adamw" ->
              Optional.of(
                  new AdamW(
                      rate(config, 0.001, notes),
                      beta1,
                      beta2,
                      epsilon,
                      config.number("weight_decay", 0.004),
                      clip));
          case "nadam" ->
              Optional.of(new Nadam(rate(config, 0.001, notes), beta1, beta2, epsilon, clip));
          default -> Optional.empty();
        };
    leaveOut(config, optimizer, notes);
    return optimizer;
  }

  private static void leaveOut(Fields config, Optional<Optimizer> optimizer, Notes notes) {
    boolean decays = optimizer.filter(AdamW.class::isInstance).isPresent();
    if (!decays && config.number("weight_decay", 0) != 0) {
      notes.say("the optimiser's weight_decay is left out");
    }
    if (config.number("decay", 0) != 0) {
      notes.say("the optimiser's decay is left out: the learning rate stays");
    }
    for (String key : List.of("amsgrad", "use_ema")) {
      if (config.truth(key, false)) {
        notes.say("the optimiser's " + key + " is left out");
      }
    }
  }

  /** The rate that a schedule begins with, where it is one. */
  private static double rate(Fields config, double otherwise, Notes notes) {
    Optional<String> key = RATES.stream().filter(name -> config.at(name).isPresent()).findFirst();
    Optional<JsonNode> written = key.flatMap(config::at);
    if (written.filter(JsonNode::isObject).isEmpty()) {
      return key.flatMap(config::number).orElse(otherwise);
    }
    JsonNode schedule = written.get();
    String kind = ClassName.of(schedule).name();
    Fields inner = new Fields(schedule.path("config"), config.where());
    double first =
        inner
            .number("initial_learning_rate")
            .orElseThrow(() -> config.error("the schedule " + kind + " has no counterpart here"));
    notes.say("the schedule " + kind + " is left out: the learning rate stays at " + first);
    return first;
  }

  private static Optional<Clip> clip(Fields config) {
    Optional<Double> value = config.number("clipvalue");
    Optional<Double> norm = config.number("clipnorm");
    Optional<Double> global = config.number("global_clipnorm");
    return value.or(() -> norm).or(() -> global).isPresent()
        ? Optional.of(new Clip(value, norm, global))
        : Optional.empty();
  }
}
