package io.boxfit.model.loss;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a loss is likely to be that somebody else named. */
public final class LossName {
  /**
   * The letter before IoU, where a word begins with it: of GIoULoss and my_giou, not of log_iou.
   */
  private static final Pattern PREFIXED =
      Pattern.compile("(?:^|[^A-Za-z]|[a-z](?=[GDCE]))([GDCEgdce])[Ii][Oo][Uu]");

  /** As MMDetection guards it. */
  private static final double GUARD = 1e-6;

  private static final String MODULE = "(?:torch)?(?:nn|f|functional|(?:tf)?keras|losses)*";

  /** PyTorch's, Keras's and everybody's word; what is added behind it does not matter. */
  private static final Pattern SQUARES =
      Pattern.compile(MODULE + "(?:mse|meansquarederror|l2loss).*");

  private static final Pattern DISTANCES =
      Pattern.compile(MODULE + "(?:mae|meanabsoluteerror|l1)(?:loss)?");

  private LossName() {}

  /**
   * Whether it begins as a mean of squared errors: {@code nn.MSELoss}, {@code mean_squared_error}.
   */
  public static boolean isMeanOfSquares(String name) {
    return SQUARES.matcher(plain(name)).matches();
  }

  /** Whether it is a mean of distances: {@code L1Loss}, {@code mae}; no smooth one. */
  public static boolean isMeanOfDistances(String name) {
    return DISTANCES.matcher(plain(name)).matches();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /**
   * The loss that a name speaks of: {@code GIoULoss}, {@code generalized_box_iou_loss}, {@code
   * minus_log_iou}.
   *
   * @return empty where the name has no IoU in it
   */
  public static Optional<OverlapLoss> overlap(String name) {
    String plain = plain(name);
    Matcher prefixed = PREFIXED.matcher(name);
    String prefix = prefixed.find() ? prefixed.group(1).toLowerCase(Locale.ROOT) : "";
    if (!plain.contains("iou")) {
      return Optional.empty();
    }
    if (prefix.equals("g") || plain.contains("generalized")) {
      return Optional.of(new GiouLoss());
    }
    if (prefix.equals("d") || plain.contains("distancebox")) {
      return Optional.of(new DiouLoss());
    }
    if (prefix.equals("c") || plain.contains("completebox")) {
      return Optional.of(new CiouLoss());
    }
    if (prefix.equals("e")) {
      return Optional.of(new EiouLoss());
    }
    boolean logarithm = plain.contains("ln") || plain.contains("log");
    return Optional.of(logarithm ? logarithm(plain) : new IouLoss());
  }

  private static OverlapLoss logarithm(String plain) {
    return plain.contains("guard") || plain.contains("clamp")
        ? new GuardedLnIouLoss(GUARD)
        : new LnIouLoss();
  }
}
