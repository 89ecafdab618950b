package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
  private static final int ALLOWED_KB = 20_000;

  @Test
  void aThousandLoadsLeaveNothingBehind() throws IOException {
    byte[] bytes = TinyModel.brightest().bytes();
    BufferedImage image = Pictures.dot(200, 100, 30, 40);
    loadAndPredict(bytes, image, 300);
    long before = residentKb();
    loadAndPredict(bytes, image, 1000);
    long grown = residentKb() - before;
    assertTrue(grown < ALLOWED_KB, grown + " KB more after 1,000 loads");
  }

  private static void loadAndPredict(byte[] bytes, BufferedImage image, int times) {
    for (int i = 0; i < times; i++) {
      try (BoxPredictor predictor = BoxPredictor.load(bytes)) {
        predictor.predict(image);
      }
    }
  }

  @Test
  void predictionsOfManySizesLeaveNothingBehind() throws IOException {
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes())) {
      predictManySizes(predictor);
      long before = residentKb();
      for (int i = 0; i < 4; i++) {
        predictManySizes(predictor);
      }
      long grown = residentKb() - before;
      assertTrue(grown < ALLOWED_KB, grown + " KB more after 40,000 predictions");
    }
  }

  private static void predictManySizes(BoxPredictor predictor) {
    for (int i = 0; i < 10_000; i++) {
      int width = 1 + i % 100;
      int height = 1 + i / 100;
      predictor.predict(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR));
    }
  }

  @Test
  void failedLoadsLeaveNothingBehind() throws IOException {
    byte[] bytes = TinyModel.brightest().without("boxfit.format").bytes();
    failToLoad(bytes, 300);
    long before = residentKb();
    failToLoad(bytes, 1000);
    long grown = residentKb() - before;
    assertTrue(grown < ALLOWED_KB, grown + " KB more after 1,000 failed loads");
  }

  private static void failToLoad(byte[] bytes, int times) {
    for (int i = 0; i < times; i++) {
      try {
        BoxPredictor.load(bytes).close();
        throw new AssertionError("loaded a model without a format");
      } catch (BadInputException expected) {
        // Each failure must give back what it took.
      }
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
