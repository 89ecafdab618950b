package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxPredictorTest {
  @TempDir Path folder;

  private static Box boxAt(int x, int y) {
    return new Box(x, y, x + 1, y + 1);
  }

  @Test
  void findsTheObjectOfAnImageFromAFile() throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), TinyModel.brightest().bytes());
    try (BoxPredictor predictor = BoxPredictor.load(file)) {
      assertEquals(boxAt(37, 12), predictor.predict(Pictures.dot(200, 100, 37, 12)));
      assertEquals(boxAt(0, 8), predictor.predict(Pictures.dot(1, 9, 0, 8)));
    }
  }

  @Test
  void tellsWhatTheModelSaysOfItself() {
    ModelInfo expected =
        new ModelInfo(
            "0.1.0",
            List.of("letter"),
            "0123abcd",
            new Box(60.5, 20, 140, 80.25),
            200,
            100,
            3,
            true,
            Resize.STRETCH,
            false,
            false);
    BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes());
    assertEquals(expected, predictor.info());
    predictor.close();
    assertEquals(expected, predictor.info());
  }

  @Test
  void readsEncodedPicturesFromBytesAndFiles() throws Exception {
    BufferedImage image = Pictures.uniform(64, 48, BufferedImage.TYPE_INT_RGB, 0x000000);
    image.createGraphics().fillRect(24, 16, 8, 8);
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes())) {
      assertEquals(boxAt(24, 16), predictor.predict(Pictures.encoded(image, "png")));
      assertEquals(boxAt(24, 16), predictor.predict(Pictures.encoded(image, "jpeg")));
      Path file = Files.write(folder.resolve("square.png"), Pictures.encoded(image, "png"));
      assertEquals(boxAt(24, 16), predictor.predict(file));
    }
  }

  @Test
  void batchesOfMixedSizesKeepTheirOrderAndEqualSinglePredictions() {
    RandomStream random = new Seed(5).stream("mixed sizes");
    List<BufferedImage> images = new ArrayList<>();
    List<Prediction> expected = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      int width = random.nextInt(2, 4);
      int height = random.nextInt(30, 31);
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      images.add(Pictures.dot(width, height, x, y));
      expected.add(new Prediction(boxAt(x, y), boxAt(x, y)));
    }
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes())) {
      assertEquals(expected, predictor.predictAll(images));
      for (int i = 0; i < images.size(); i++) {
        assertEquals(expected.get(i).box(), predictor.predict(images.get(i)));
      }
      assertEquals(List.of(), predictor.predictAll(List.of()));
    }
  }

  @Test
  void givesTheUnroundedBoxWhereTheModelRounds() {
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.brightestRounded().bytes())) {
      assertTrue(predictor.info().wholePixels());
      List<BufferedImage> images = List.of(Pictures.dot(10, 10, 3, 4), Pictures.dot(10, 10, 9, 0));
      assertEquals(
          List.of(
              new Prediction(boxAt(3, 4), new Box(3.25, 4.25, 4.25, 5.25)),
              new Prediction(boxAt(9, 0), new Box(9.25, 0.25, 10.25, 1.25))),
          predictor.predictAll(images));
      assertEquals(boxAt(3, 4), predictor.predict(images.get(0)));
    }
  }

  @Test
  void readsBarePixelsFromTheBuffersPositionOn() {
    ByteBuffer pixels = ByteBuffer.allocateDirect(7 + 2 * 3 * 4 * 3 + 5);
    pixels.put(7 + (1 * 4 + 2) * 3, (byte) 200);
    pixels.put(7 + 36 + (2 * 4 + 3) * 3 + 1, (byte) 9);
    pixels.position(7);
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes())) {
      PixelBatch batch = new PixelBatch(2, 3, 4, 3, pixels);
      List<Box> boxes = predictor.predictAll(batch).stream().map(Prediction::box).toList();
      assertEquals(List.of(boxAt(2, 1), boxAt(3, 2)), boxes);
      assertEquals(7, pixels.position());
      assertEquals(predictor.predictAll(batch), predictor.predictAll(batch));
      PixelBatch grays = PixelBatch.allocate(2, 3, 4, 1);
      assertThrows(BadInputException.class, () -> predictor.predictAll(grays));
    }
  }

  @Test
  void aBatchThatDoesNotFitItsBufferIsAProgrammingError() {
    ByteBuffer pixels = ByteBuffer.allocateDirect(35);
    assertThrows(IllegalArgumentException.class, () -> new PixelBatch(1, 3, 4, 3, pixels));
    assertThrows(
        IllegalArgumentException.class, () -> new PixelBatch(1, 3, 4, 3, ByteBuffer.allocate(36)));
    assertThrows(IllegalArgumentException.class, () -> new PixelBatch(0, 3, 4, 1, pixels));
    assertThrows(IllegalArgumentException.class, () -> new PixelBatch(1, 3, 4, 2, pixels));
    assertThrows(IllegalArgumentException.class, () -> PixelBatch.allocate(65536, 65536, 65536, 3));
    assertThrows(IllegalArgumentException.class, () -> PixelBatch.allocate(-1, -1, 1, 3));
    assertEquals(36, PixelBatch.allocate(1, 3, 4, 3).pixels().remaining());
  }

  @Test
  void grayModelsGetLumaOfColoursAndGrayAsItIs() {
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.gray().bytes())) {
      BufferedImage gray = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
      gray.getRaster().setSamples(0, 0, 3, 2, 0, new int[] {77, 77, 77, 77, 77, 77});
      assertEquals(77, predictor.predict(gray).xMin());
      // 0.299 * 200 + 0.587 * 100 + 0.114 * 50 = 124.2
      BufferedImage colour = Pictures.uniform(3, 2, BufferedImage.TYPE_INT_RGB, 0xC86432);
      assertEquals(124, predictor.predict(colour).xMin());
    }
  }

  @Test
  void modelsOfOneSizeRefuseOthers() {
    byte[] bytes = TinyModel.brightest().fixedSize(20, 10).bytes();
    try (BoxPredictor predictor = BoxPredictor.load(bytes, new PredictorOptions(1))) {
      assertEquals(boxAt(19, 9), predictor.predict(Pictures.dot(20, 10, 19, 9)));
      BufferedImage other = Pictures.dot(10, 20, 0, 0);
      String message =
          assertThrows(BadInputException.class, () -> predictor.predict(other)).getMessage();
      assertEquals(
          "the model takes pictures of 20x10 only, got one of 10x20: resize it first", message);
      PixelBatch batch = PixelBatch.allocate(1, 20, 10, 3);
      assertThrows(BadInputException.class, () -> predictor.predictAll(batch));
      List<BufferedImage> mixed = List.of(Pictures.dot(20, 10, 1, 1), other);
      assertThrows(BadInputException.class, () -> predictor.predictAll(mixed));
    }
  }

  @Test
  void afterClosingEveryDoorIsShut() throws Exception {
    BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes());
    BufferedImage image = Pictures.dot(5, 5, 1, 1);
    byte[] png = Pictures.encoded(image, "png");
    predictor.close();
    predictor.close();
    assertClosed(() -> predictor.predict(image));
    assertClosed(() -> predictor.predict(png));
    assertClosed(() -> predictor.predict(folder.resolve("missing.png")));
    assertClosed(() -> predictor.predictAll(List.of(image)));
    assertClosed(() -> predictor.predictAll(List.of()));
    assertClosed(() -> predictor.predictAll(PixelBatch.allocate(1, 1, 1, 3)));
  }

  private static void assertClosed(Runnable prediction) {
    IllegalStateException closed = assertThrows(IllegalStateException.class, prediction::run);
    assertEquals("the predictor of the model is closed", closed.getMessage());
  }

  @Test
  void threadsShareOnePredictor() throws Exception {
    int threads = 6;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes())) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        RandomStream random = new Seed(7).stream("thread", t);
        results.add(pool.submit(() -> rightOf300(predictor, random)));
      }
      for (Future<Integer> result : results) {
        assertEquals(300, result.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static int rightOf300(BoxPredictor predictor, RandomStream random) {
    int right = 0;
    for (int i = 0; i < 300; i++) {
      int width = random.nextInt(1, 60);
      int height = random.nextInt(1, 60);
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      BufferedImage image = Pictures.dot(width, height, x, y);
      right += predictor.predict(image).equals(boxAt(x, y)) ? 1 : 0;
    }
    return right;
  }

  @Test
  void closingWaitsForPredictionsUnderWay() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        BoxPredictor predictor = BoxPredictor.load(TinyModel.brightest().bytes());
        BufferedImage image = Pictures.dot(300, 200, 250, 150);
        Future<Integer> worker = pool.submit(() -> predictUntilClosed(predictor, image));
        Thread.sleep(5);
        predictor.close();
        assertTrue(worker.get() >= 0);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static int predictUntilClosed(BoxPredictor predictor, BufferedImage image) {
    for (int right = 0; ; right++) {
      try {
        assertEquals(boxAt(250, 150), predictor.predict(image));
      } catch (IllegalStateException e) {
        return right;
      }
    }
  }
}
