package io.boxfit.predict;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.recipe.Recipes;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads damaged models in a JVM of its own, for a native library that fails takes the whole JVM
 * with it. Prints {@code begin N} before and {@code end N refused} or {@code end N used} after each
 * input, so that what is begun and not ended is what the JVM died of.
 */
final class DamagedModels {
  private static final BufferedImage IMAGE = Pictures.dot(200, 100, 30, 40);
  private static final int TICK_MILLIS = 200;
  private static final int MOST_TICKS = 150;

  /** Exit status of an input that took too long. */
  static final int TOO_SLOW = 99;

  private static volatile long current;

  private DamagedModels() {}

  public static void main(String[] args) {
    Mutations mutations = new Mutations(args[0].equals("tiny") ? tiny() : List.of(reliable()));
    Seed seed = new Seed(Long.parseLong(args[1]));
    watch();
    for (long number = Long.parseLong(args[2]); number < Long.parseLong(args[3]); number++) {
      byte[] input = mutations.input(seed, args[0] + " model", number);
      System.out.println("begin " + number);
      current = number;
      System.out.println("end " + number + " " + outcome(input, args[0] + " " + number));
    }
  }

  private static String outcome(byte[] input, String name) {
    try (BoxPredictor predictor = BoxPredictor.load(input)) {
      predictor.predict(IMAGE);
      return "used";
    } catch (BadInputException e) {
      Fuzzing.requireOneClearLine(e.getMessage(), name);
      return "refused";
    }
  }

  /** Counts ticks, not time: a machine that stood still is no slow input. */
  private static void watch() {
    Thread watch =
        new Thread(
            () -> {
              long watched = current;
              for (int ticks = 0; ticks < MOST_TICKS; ticks++) {
                if (watched != current) {
                  watched = current;
                  ticks = 0;
                }
                try {
                  Thread.sleep(TICK_MILLIS);
                } catch (InterruptedException e) {
                  return;
                }
              }
              Runtime.getRuntime().halt(TOO_SLOW);
            });
    watch.setDaemon(true);
    watch.start();
  }

  private static List<byte[]> tiny() {
    return List.of(
        TinyModel.brightest().bytes(),
        TinyModel.brightestRounded().bytes(),
        TinyModel.colours().bytes(),
        TinyModel.brightest().fixedSize(200, 100).bytes());
  }

  /** As it is shipped, but for what it has learnt. */
  private static byte[] reliable() {
    Network network = Recipes.named("reliable").network();
    Map<String, float[]> weights = new LinkedHashMap<>();
    RandomStream random = new Seed(1).stream("weights");
    for (NodeParameter parameter : network.parameters()) {
      float[] values = new float[(int) parameter.parameter().shape().elements()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.05 * random.nextGaussian());
      }
      weights.put(parameter.name(), values);
    }
    ModelCard card =
        new ModelCard("0.1.0", List.of("letter"), "0123abcd", new Box(80, 40, 120, 60), true);
    return io.boxfit.model.onnx.OnnxModel.of(network, weights, card).bytes();
  }
}
