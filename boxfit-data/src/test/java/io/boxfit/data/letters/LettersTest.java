package io.boxfit.data.letters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.font.Face;
import io.boxfit.data.font.Faces;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LettersTest {

  /** A change here is a change of every figure ever measured: raise the generator's version. */
  @ParameterizedTest
  @CsvSource({
    "STORY, 66253b076fb132a3634d1e2947057230bc48fe08ce61e58f7786507062015c52",
    "STORY_HALF, 534ee1e1ae3ef83f8a0fc76ef9edc6ccccc1aa01bf7cd2640a6e37fd3747d680",
    "VARIED, b3a0e6b3499eb16cd4618d0eb4c366b462fd91cb9488f518a8c88a8b7511e195",
    "CLUTTER, 9e754211ff94c6ed2134c55c57d1cbb66fb994da6212a75df36ad289805dae21"
  })
  void pixelsAndBoxesAreThoseOfTheirSeedOnEveryMachine(LettersPreset preset, String expected)
      throws Exception {
    Letters letters = new Letters(preset, 7, "test", 500);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    IntStream.range(0, letters.size())
        .parallel()
        .mapToObj(letters::get)
        .toList()
        .forEach(
            sample -> {
              Box box = sample.box();
              digest.update(sample.picture().pixels());
              digest.update(
                  ByteBuffer.allocate(32)
                      .putDouble(box.xMin())
                      .putDouble(box.yMin())
                      .putDouble(box.xMax())
                      .putDouble(box.yMax())
                      .array());
            });
    assertEquals(expected, HexFormat.of().formatHex(digest.digest()));
  }

  @ParameterizedTest
  @EnumSource(
      value = LettersPreset.class,
      names = {"STORY", "STORY_HALF"})
  void inkOfStoryFillsItsBoxExactly(LettersPreset preset) {
    Letters letters = new Letters(preset, 3, "train", 1000);
    for (int i = 0; i < letters.size(); i++) {
      Sample sample = letters.get(i);
      // Black on white: half covered is 127 or darker.
      assertEquals(sample.box(), darkBox(sample.picture()), sample.id());
    }
  }

  /** On one colour the coverage can be computed back from the pixels, to a few hundredths. */
  @Test
  void inkOfVariedFillsItsBoxWhateverTheFace() {
    Letters letters = new Letters(LettersPreset.VARIED, 6, "train", 5000);
    for (int i = 0; i < letters.size(); i++) {
      DrawnLetter letter = letters.draw(i);
      if (letter.background() == BackgroundKind.FLAT) {
        Box box = letter.box();
        Box surely = coveredBox(letter, 0.53);
        Box perhaps = coveredBox(letter, 0.47);
        String what = i + " " + letter.face() + " " + letter.letter();
        assertTrue(box.xMin() <= surely.xMin() && box.xMin() >= perhaps.xMin(), what);
        assertTrue(box.yMin() <= surely.yMin() && box.yMin() >= perhaps.yMin(), what);
        assertTrue(box.xMax() >= surely.xMax() && box.xMax() <= perhaps.xMax(), what);
        assertTrue(box.yMax() >= surely.yMax() && box.yMax() <= perhaps.yMax(), what);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LettersPreset.class)
  void boxesLieInsideOnWholePixels(LettersPreset preset) {
    Letters letters = new Letters(preset, 11, "train", 2000);
    for (int i = 0; i < letters.size(); i++) {
      Sample sample = letters.get(i);
      Box box = sample.box();
      assertTrue(box.isProper(), sample.id());
      assertEquals(box.rounded(), box, sample.id());
      assertTrue(box.xMin() >= 0 && box.yMin() >= 0, sample.id());
      assertTrue(box.xMax() <= preset.width(), sample.id());
      assertTrue(box.yMax() <= preset.height(), sample.id());
      assertEquals(preset.width(), sample.picture().width());
      assertEquals(preset.height(), sample.picture().height());
      assertEquals(3, sample.picture().channels());
    }
  }

  @Test
  void variedHasTheSharesOfItsDescription() {
    Letters letters = new Letters(LettersPreset.VARIED, 1, "train", 10_000);
    Map<BackgroundKind, Integer> kinds = new EnumMap<>(BackgroundKind.class);
    Set<String> faces = new TreeSet<>();
    Set<Character> characters = new TreeSet<>();
    Set<Integer> sizes = new TreeSet<>();
    int rotated = 0;
    for (int i = 0; i < letters.size(); i++) {
      DrawnLetter letter = letters.draw(i);
      kinds.merge(letter.background(), 1, Integer::sum);
      faces.add(letter.face());
      characters.add(letter.letter());
      sizes.add(letter.emPixels());
      rotated += letter.degrees() == 0 ? 0 : 1;
      assertTrue(Math.abs(letter.degrees()) <= 15);
    }
    assertEquals(4000, kinds.get(BackgroundKind.FLAT), 200);
    assertEquals(2000, kinds.get(BackgroundKind.GRADIENT), 160);
    assertEquals(2000, kinds.get(BackgroundKind.NOISE), 160);
    assertEquals(2000, kinds.get(BackgroundKind.CLUTTER), 160);
    assertEquals(3333, rotated, 190);
    assertEquals(Faces.ALL.size(), faces.size());
    assertEquals(Face.LETTERS.length(), characters.size());
    assertEquals(IntStream.rangeClosed(16, 72).boxed().collect(Collectors.toSet()), sizes);
  }

  @Test
  void theBackgroundKeepsTheContrastToTheInk() {
    Letters letters = new Letters(LettersPreset.VARIED, 2, "train", 3000);
    for (int i = 0; i < letters.size(); i++) {
      DrawnLetter letter = letters.draw(i);
      if (letter.background() == BackgroundKind.FLAT
          || letter.background() == BackgroundKind.GRADIENT) {
        Picture picture = letter.picture();
        for (int[] corner : new int[][] {{0, 0}, {199, 0}, {0, 99}, {199, 99}}) {
          if (outside(letter.box(), corner[0], corner[1])) {
            double difference =
                Math.abs(luma(picture, corner[0], corner[1]) - Rgb.luma(letter.ink()));
            assertTrue(difference >= 47, i + ": " + difference);
          }
        }
      }
    }
  }

  @Test
  void noiseHasTheSpreadItSays() {
    Letters letters = new Letters(LettersPreset.VARIED, 4, "train", 3000);
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 0; i < letters.size(); i++) {
      DrawnLetter letter = letters.draw(i);
      Picture picture = letter.picture();
      int first = picture.value(100, 99, 0);
      if (letter.background() == BackgroundKind.NOISE && first > 110 && first < 145) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 0; y < 100; y++) {
          for (int x = 0; x < 200; x++) {
            if (outside(letter.box(), x, y)) {
              int value = picture.value(x, y, 0);
              sum += value;
              squares += value * value;
              count++;
            }
          }
        }
        double sigma = Math.sqrt(squares / count - sum / count * (sum / count));
        least = Math.min(least, sigma);
        most = Math.max(most, sigma);
      }
    }
    assertTrue(least > 4.7 && least < 9, "least " + least);
    assertTrue(most > 26 && most < 30.5, "most " + most);
  }

  @Test
  void rangesAreViewsAndSplitsAreDifferentLetters() {
    Letters letters = new Letters(LettersPreset.VARIED, 9, "test", 100);
    Sample direct = letters.get(37);
    Sample viewed = letters.range(30, 40).get(7);
    assertEquals("varied/test/37", direct.id());
    assertEquals(direct.id(), viewed.id());
    assertEquals(direct.box(), viewed.box());
    assertArrayEquals(direct.picture().pixels(), viewed.picture().pixels());
    Sample train = new Letters(LettersPreset.VARIED, 9, "train", 100).get(37);
    Sample seeded = new Letters(LettersPreset.VARIED, 10, "test", 100).get(37);
    assertFalse(Arrays.equals(direct.picture().pixels(), train.picture().pixels()));
    assertFalse(Arrays.equals(direct.picture().pixels(), seeded.picture().pixels()));
    assertThrows(IndexOutOfBoundsException.class, () -> letters.get(100));
    assertThrows(IndexOutOfBoundsException.class, () -> letters.range(30, 101));
  }

  @Test
  void digestsTellSetsApart() {
    Letters letters = new Letters(LettersPreset.VARIED, 9, "test", 100);
    assertEquals(letters.digest(), new Letters(LettersPreset.VARIED, 9, "test", 100).digest());
    assertEquals(64, letters.digest().length());
    Set<String> digests =
        Set.of(
            letters.digest(),
            letters.range(0, 99).digest(),
            letters.range(1, 100).digest(),
            new Letters(LettersPreset.CLUTTER, 9, "test", 100).digest(),
            new Letters(LettersPreset.VARIED, 8, "test", 100).digest(),
            new Letters(LettersPreset.VARIED, 9, "train", 100).digest());
    assertEquals(6, digests.size());
  }

  @Test
  void wrongNamesAreAnsweredWithTheNearest() {
    assertEquals(LettersPreset.CLUTTER, LettersPreset.parse("clutter"));
    String preset =
        assertThrows(BadInputException.class, () -> LettersPreset.parse("vareid")).getMessage();
    assertTrue(preset.contains("'vareid'") && preset.contains("mean 'varied'"), preset);
    String split =
        assertThrows(BadInputException.class, () -> new Letters(LettersPreset.STORY, 1, "tests", 1))
            .getMessage();
    assertTrue(split.contains("mean 'test'"), split);
    assertThrows(BadInputException.class, () -> new Letters(LettersPreset.STORY, 1, "test", -1));
  }

  private static boolean outside(Box box, int x, int y) {
    return x < box.xMin() - 2 || x > box.xMax() + 1 || y < box.yMin() - 2 || y > box.yMax() + 1;
  }

  private static double luma(Picture picture, int x, int y) {
    return 0.299 * picture.value(x, y, 0)
        + 0.587 * picture.value(x, y, 1)
        + 0.114 * picture.value(x, y, 2);
  }

  /** The tight box of pixels covered by at least the given share. */
  private static Box coveredBox(DrawnLetter letter, double share) {
    Picture picture = letter.picture();
    int cornerX = outside(letter.box(), 0, 0) ? 0 : 199;
    int cornerY = outside(letter.box(), cornerX, 0) ? 0 : 99;
    double paper = luma(picture, cornerX, cornerY);
    double ink = Rgb.luma(letter.ink());
    return tightBox(picture, (x, y) -> (luma(picture, x, y) - paper) / (ink - paper) >= share);
  }

  private static Box darkBox(Picture picture) {
    return tightBox(picture, (x, y) -> picture.value(x, y, 1) <= 127);
  }

  private static Box tightBox(Picture picture, BiPredicate<Integer, Integer> isInk) {
    int left = 200;
    int top = 100;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (isInk.test(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Box(left, top, right, bottom);
  }
}
