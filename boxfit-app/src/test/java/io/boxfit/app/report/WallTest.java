package io.boxfit.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTest {
  private static final Box TRUTH = new Box(10, 20, 20, 30);

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1",
    "3, 0, 0, 3",
    "5, 1, 1, 3",
    "47, 11, 11, 24",
    "48, 12, 12, 24",
    "1000, 12, 12, 24"
  })
  void choiceShowsNoSampleTwice(int count, int best, int median, int worst) {
    WallChoice choice = WallChoice.of(falling(count));
    assertEquals(best, choice.best().size());
    assertEquals(median, choice.median().size());
    assertEquals(worst, choice.worst().size());
    long different =
        Stream.of(choice.best(), choice.median(), choice.worst())
            .flatMap(List::stream)
            .mapToInt(JudgedSample::index)
            .distinct()
            .count();
    assertEquals(best + median + worst, different);
  }

  @Test
  void choiceTakesTheEndsAndTheMiddle() {
    WallChoice choice = WallChoice.of(falling(1001));
    assertEquals(
        IntStream.range(0, 12).boxed().toList(),
        choice.best().stream().map(JudgedSample::index).toList());
    assertTrue(choice.median().stream().anyMatch(sample -> sample.index() == 500));
    assertEquals(1000, choice.worst().get(0).index());
    assertEquals(977, choice.worst().get(23).index());
  }

  @Test
  void equalOverlapsAreNotShownTwice() {
    List<JudgedSample> samples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      samples.add(judged(i, TRUTH));
    }
    WallChoice choice = WallChoice.of(samples);
    long different =
        Stream.of(choice.best(), choice.median(), choice.worst())
            .flatMap(List::stream)
            .map(JudgedSample::index)
            .distinct()
            .count();
    assertEquals(48, different);
  }

  @Test
  void boxesAreDrawnInPixelsOfThePicture() {
    String html = new Wall(noise(40, 40)).html(List.of(judged(0, new Box(12, 20, 22.5, 30))));
    assertTrue(html.contains("viewBox=\"0 0 40 40\""), html);
    assertTrue(
        html.contains("class=\"truth\" x=\"10.00\" y=\"20.00\" width=\"10.00\" height=\"10.00\""));
    assertTrue(
        html.contains(
            "class=\"prediction\" x=\"12.00\" y=\"20.00\" width=\"10.50\" height=\"10.00\""));
    // 8 columns are shared, 12.5 covered by either.
    assertTrue(html.contains("<b>0.640</b>"));
  }

  @Test
  void predictionThatIsNoBoxIsSaidNotDrawn() {
    String html = new Wall(noise(40, 40)).html(List.of(judged(0, new Box(Double.NaN, 0, 1, 1))));
    assertTrue(html.contains("<b>0.000 · no box</b>"));
    assertFalse(html.contains("class=\"prediction\""));
    assertFalse(html.contains("NaN"));
  }

  @Test
  void hugePredictionStaysNearThePicture() {
    String html =
        new Wall(noise(40, 40)).html(List.of(judged(0, new Box(-1e30, -1e30, 1e30, 1e30))));
    assertTrue(
        html.contains(
            "class=\"prediction\" x=\"-40.00\" y=\"-40.00\" width=\"120.00\" height=\"120.00\""));
  }

  @ParameterizedTest
  @CsvSource({"200, 100, 200, 100", "3000, 2000, 480, 320", "20, 4000, 2, 480"})
  void picturesAreSmallButWhole(int width, int height, int shownWidth, int shownHeight)
      throws IOException {
    String uri = PictureUri.of(noise(width, height).get(0).picture());
    byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    assertEquals(shownWidth, image.getWidth());
    assertEquals(shownHeight, image.getHeight());
    assertTrue(bytes.length < 150_000, () -> bytes.length + " bytes");
  }

  @Test
  void plainPicturesKeepEveryPixel() throws IOException {
    byte[] pixels = new byte[30 * 20 * 3];
    pixels[3 * 31] = (byte) 200;
    String uri = PictureUri.of(new Picture(30, 20, 3, pixels));
    assertTrue(uri.startsWith("data:image/png;base64,"));
    byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    assertEquals(0xFFC80000, image.getRGB(1, 1));
    assertEquals(0xFF000000, image.getRGB(2, 1));
  }

  /** The higher the index, the lower the overlap. */
  private static List<JudgedSample> falling(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> judged(i, new Box(10, 20, 20 + 10.0 * i / count, 30)))
        .toList();
  }

  private static JudgedSample judged(int index, Box prediction) {
    return new JudgedSample(index, "s" + index, new Outcome(prediction, TRUTH, 40, 40));
  }

  private static Dataset noise(int width, int height) {
    byte[] pixels = new byte[width * height * 3];
    var random = new Seed(1).stream("noise");
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(256);
    }
    Sample sample = new Sample("noise", new Picture(width, height, 3, pixels), TRUTH);
    return new Dataset() {
      @Override
      public int size() {
        return 1;
      }

      @Override
      public Sample get(int index) {
        return sample;
      }

      @Override
      public String digest() {
        return "noise";
      }
    };
  }
}
