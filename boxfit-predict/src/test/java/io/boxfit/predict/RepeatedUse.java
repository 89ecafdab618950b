package io.boxfit.predict;

import io.boxfit.core.BadInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Uses predictors over and over in a JVM of its own and prints its resident memory in KB after a
 * warm-up and in the end. In a JVM whose heap is resident from the start, all growth is native.
 */
final class RepeatedUse {
  private static final BufferedImage IMAGE = Pictures.dot(200, 100, 30, 40);

  private RepeatedUse() {}

  public static void main(String[] args) throws IOException {
    byte[] bytes = TinyModel.brightest().bytes();
    byte[] bad = TinyModel.brightest().without("boxfit.format").bytes();
    try (BoxPredictor predictor = BoxPredictor.load(bytes)) {
      Runnable use =
          switch (args[0]) {
            case "loads" -> () -> load(bytes);
            case "failedLoads" -> () -> failToLoad(bad);
            case "sizes" -> () -> predictManySizes(predictor);
            default -> throw new IllegalArgumentException(args[0]);
          };
      repeat(use, 2000);
      long before = residentKb();
      repeat(use, 1000);
      System.out.println(before);
      System.out.println(residentKb());
    }
  }

  private static void repeat(Runnable use, int times) {
    for (int i = 0; i < times; i++) {
      use.run();
    }
  }

  private static void load(byte[] bytes) {
    try (BoxPredictor predictor = BoxPredictor.load(bytes)) {
      predictor.predict(IMAGE);
    }
  }

  private static void failToLoad(byte[] bytes) {
    try {
      BoxPredictor.load(bytes).close();
      throw new AssertionError("loaded a model without a format");
    } catch (BadInputException expected) {
      // What counts is what the failure leaves behind.
    }
  }

  private static void predictManySizes(BoxPredictor predictor) {
    for (int width = 1; width <= 100; width++) {
      predictor.predict(new BufferedImage(width, 101 - width, BufferedImage.TYPE_3BYTE_BGR));
    }
  }

  private static long residentKb() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("/proc/self/status lacks VmRSS");
  }
}
