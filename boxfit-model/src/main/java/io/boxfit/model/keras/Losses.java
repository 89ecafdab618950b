package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.model.keras.KerasModel.Choice;
import io.boxfit.model.loss.HuberLoss;
import io.boxfit.model.loss.L1Loss;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.loss.LossName;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.loss.SmoothL1Loss;
import java.util.Locale;
import java.util.Optional;

/** Keras's losses. */
final class Losses {
  private Losses() {}

  /**
   * The loss of one output.
   *
   * @param written a name, an object, or a list or map of one
   */
  static Optional<Choice<Loss>> loss(JsonNode written, Notes notes) {
    if (written.isMissingNode() || written.isNull()) {
      return Optional.empty();
    }
    boolean several = written.isArray() || (written.isObject() && !written.has("class_name"));
    if (several) {
      return written.size() == 1
          ? loss(written.iterator().next(), notes)
          : Optional.of(new Choice<>("of " + written.size() + " outputs", Optional.empty()));
    }
    ClassName kind = ClassName.of(written);
    return Optional.of(
        new Choice<>(
            kind.name(), counterpart(kind, new Fields(written.path("config"), "loss"), notes)));
  }

  /** A function of the user's own, of which the file holds the name alone. */
  private static Optional<Loss> named(ClassName kind, Notes notes) {
    Optional<Loss> meant =
        LossName.overlap(kind.name())
            .map(Loss.class::cast)
            .or(
                () ->
                    kind.plain().contains("smoothl1")
                        ? Optional.of(new SmoothL1Loss(1))
                        : Optional.empty());
    meant.ifPresent(
        loss ->
            notes.say(
                "the file holds the name of its own loss alone, "
                    + kind.quoted()
                    + ", which is taken for "
                    + plain(loss)
                    + "; another by --set loss=NAME"));
    return meant;
  }

  /** As recipes write it. */
  private static String plain(Loss loss) {
    String name = loss.getClass().getSimpleName().replaceFirst("Loss$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Optional<Loss> counterpart(ClassName kind, Fields config, Notes notes) {
    return switch (kind.plain()) {
      case "mse", "meansquarederror" -> Optional.of(new MseLoss());
      case "mae", "meanabsoluteerror" -> Optional.of(new L1Loss());
      case "huber", "huberloss" -> {
        if (kind.name().equals("Huber") && config.at("delta").isEmpty()) {
          notes.say("the file does not tell the delta of its loss Huber, taken as 1");
        }
        yield Optional.of(new HuberLoss(config.number("delta", 1)));
      }
      default -> named(kind, notes);
    };
  }
}
