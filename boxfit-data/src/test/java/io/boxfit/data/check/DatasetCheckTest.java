package io.boxfit.data.check;

import static io.boxfit.data.check.MadeSet.HEIGHT;
import static io.boxfit.data.check.MadeSet.WIDTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.DatasetWriter;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault is found where it was put, alone, and nothing is found where nothing is wrong. */
final class DatasetCheckTest {
  private static final int COUNT = 16;
  private static final String CODE_OF_ROW = "annotations.csv:";

  @TempDir Path folder;

  private MadeSet set;

  @BeforeEach
  void makeSet() throws IOException {
    set = new MadeSet(folder.resolve("set"), COUNT);
  }

  /** The one fault that a check of the set gives. */
  private Fault only(FaultCode code) {
    CheckResult result = set.check();
    assertEquals(List.of(code), result.faults().stream().map(Fault::code).toList());
    return result.faults().get(0);
  }

  private static void requirePlace(Fault fault, String place) {
    assertTrue(fault.place().toString().endsWith(place), fault.place().toString());
  }

  @ParameterizedTest
  @EnumSource
  void lettersAreCleanInEveryFormat(AnnotationFormat format) {
    Path out = folder.resolve("letters");
    new DatasetWriter(format, "letter", 2)
        .write(new Letters(LettersPreset.VARIED, 3, "test", 60), out, done -> {});
    CheckResult result = MadeSet.check(out, 2);
    assertEquals(List.of(), result.faults());
    assertEquals(60, result.images());
    assertEquals(60, result.boxes());
    assertEquals(Map.of("letter", 60), result.statistics().labels());
    assertEquals(Map.of("200x100", 60), result.statistics().sizes());
    assertEquals(Map.of("PNG", 60), result.statistics().formats());
    assertEquals(Map.of(1, 60), result.statistics().objects());
    assertFalse(result.isSick());
  }

  @Test
  void theMadeSetIsClean() {
    assertEquals(List.of(), set.check().faults());
  }

  @Test
  void missingPictures() throws IOException {
    Files.delete(set.image("003.png"));
    requirePlace(only(FaultCode.MISSING_IMAGE), CODE_OF_ROW + 5);
  }

  @Test
  void truncatedAndEmptyPictures() throws IOException {
    byte[] whole = Files.readAllBytes(set.image("003.png"));
    set.write("003.png", Arrays.copyOf(whole, whole.length / 2));
    set.write("004.png", new byte[0]);
    CheckResult result = set.check();
    assertEquals(Set.of(FaultCode.TRUNCATED_IMAGE), MadeSet.codes(result));
    assertEquals(2, result.faults().size());
    requirePlace(result.faults().get(0), "images/003.png");
    assertTrue(result.faults().get(0).message().startsWith("is cut off"));
  }

  @ParameterizedTest
  @CsvSource({"no picture at all, is not a picture", "____ftypheic________, HEIC"})
  void unreadablePictures(String content, String message) throws IOException {
    set.write("003.png", content.getBytes(StandardCharsets.US_ASCII));
    Fault fault = only(FaultCode.UNREADABLE_IMAGE);
    assertTrue(fault.message().contains(message), fault.message());
  }

  @Test
  void wrongExtensions() throws IOException {
    Files.move(set.image("003.png"), set.image("003.jpg"));
    set.set(3, set.row(3).named("003.jpg"));
    assertEquals("is a PNG file, named .jpg", only(FaultCode.WRONG_EXTENSION).message());
  }

  @Test
  void otherSizes() {
    set.set(3, set.row(3).sized(400, 200));
    Fault fault = only(FaultCode.SIZE_DIFFERS);
    requirePlace(fault, CODE_OF_ROW + 5);
    assertTrue(fault.message().contains("says 400x200 of images/003.png, which is 200x100"));
  }

  @Test
  void sizesAreNotNeeded() {
    for (int i = 0; i < COUNT; i++) {
      set.set(i, set.row(i).sized(0, 0));
    }
    assertEquals(List.of(), set.check().faults());
  }

  private void addTurned(int width, int height, Box box) throws IOException {
    Path golden = Path.of("src/test/resources/io/boxfit/data/image/golden/orientation-6.jpg");
    set.write("turned.jpg", Files.readAllBytes(golden));
    set.add(new MadeSet.Row("turned.jpg", width, height, "letter", box, ""));
  }

  @Test
  void turnedPicturesThatWereAnnotatedAsStored() throws IOException {
    addTurned(24, 16, new Box(2, 3, 20, 14));
    Fault fault = only(FaultCode.ROTATED_IMAGE);
    assertTrue(fault.message().contains("24x16") && fault.message().contains("16x24"));
  }

  @Test
  void turnedPicturesThatWereAnnotatedUprightAreFine() throws IOException {
    addTurned(16, 24, new Box(3, 2, 14, 20));
    assertEquals(List.of(), set.check().faults());
  }

  @ParameterizedTest
  @CsvSource({
    "150, 20, 200.005, 90, ", // rounding
    "150, 20, 200.4, 90, BOX_ON_BORDER",
    "-1, 20, 60, 90, BOX_ON_BORDER",
    "150, 20, 201.5, 90, BOX_OUTSIDE",
    "-4, 20, 60, 90, BOX_OUTSIDE",
    "210, 20, 260, 90, BOX_OUTSIDE",
    "60, 20, 60, 90, EMPTY_BOX",
    "60, 20, 90, 20, EMPTY_BOX",
    "90, 20, 60, 80, INVERTED_BOX",
    "60, 80, 90, 20, INVERTED_BOX",
    "0.1, 0.2, 0.5, 0.9, RELATIVE_BOXES",
    "0, 0, 1, 1, RELATIVE_BOXES"
  })
  void singleBoxes(double xMin, double yMin, double xMax, double yMax, FaultCode code) {
    set.set(5, set.row(5).with(new Box(xMin, yMin, xMax, yMax)));
    if (code == null) {
      assertEquals(List.of(), set.check().faults());
    } else {
      requirePlace(only(code), CODE_OF_ROW + 7);
    }
  }

  @Test
  void axesThatAreSwappedInTheWholeSet() {
    set.eachBox(box -> new Box(box.yMin(), box.xMin(), box.yMax(), box.xMax()));
    assertTrue(only(FaultCode.SWAPPED_AXES).message().contains("with x and y changed over none"));
  }

  @Test
  void sizesThatStandForCorners() {
    set.eachBox(box -> new Box(box.xMin(), box.yMin(), box.width(), box.height()));
    only(FaultCode.SIZE_FOR_CORNER);
  }

  @Test
  void cornersThatStandForSizes() {
    // As a reader of x, y, width, height makes corners of them.
    set.eachBox(
        box -> new Box(box.xMin(), box.yMin(), box.xMin() + box.xMax(), box.yMin() + box.yMax()));
    only(FaultCode.CORNER_FOR_SIZE);
  }

  @Test
  void threeSlipsAreNoHabit() {
    for (int i = 0; i < 3; i++) {
      Box box = set.row(i).box();
      set.set(
          i,
          set.row(i)
              .with(
                  new Box(/* xMin= */ box.xMax(), box.yMin(), /* xMax= */ box.xMin(), box.yMax())));
    }
    CheckResult result = set.check();
    assertEquals(Set.of(FaultCode.INVERTED_BOX), MadeSet.codes(result));
    assertEquals(3, result.faults().size());
  }

  @Test
  void relativeBoxesInTheWholeSet() {
    set.eachBox(
        box ->
            new Box(
                box.xMin() / WIDTH, box.yMin() / HEIGHT, box.xMax() / WIDTH, box.yMax() / HEIGHT));
    assertEquals(Set.of(FaultCode.RELATIVE_BOXES), MadeSet.codes(set.check()));
  }

  @Test
  void theSameBoxTwice() {
    set.add(set.row(4));
    assertEquals(Set.of(FaultCode.DOUBLE_BOX, FaultCode.MANY_OBJECTS), MadeSet.codes(set.check()));
  }

  private void copy(int from, String to) throws IOException {
    Files.copy(set.image(set.row(from).file()), set.image(to));
  }

  @Test
  void duplicates() throws IOException {
    copy(2, "copy.png");
    set.add(set.row(2).named("copy.png"));
    Fault fault = only(FaultCode.DUPLICATE);
    assertEquals("shows the same pixels as images/002.png", fault.message());
    requirePlace(fault, "images/copy.png");
  }

  @Test
  void duplicatesWithOtherBoxes() throws IOException {
    copy(2, "copy.png");
    Box box = set.row(2).box();
    set.add(
        set.row(2)
            .named("copy.png")
            .with(new Box(box.xMin() / 2, box.yMin() / 2, box.xMax(), box.yMax())));
    only(FaultCode.CONFLICTING_DUPLICATE);
  }

  @Test
  void duplicatesWithOtherLabels() throws IOException {
    for (int i = 10; i < COUNT; i++) {
      set.set(i, set.row(i).labelled("glyph"));
    }
    copy(2, "copy.png");
    set.add(set.row(2).named("copy.png").labelled("glyph"));
    only(FaultCode.CONFLICTING_DUPLICATE);
  }

  @Test
  void nearDuplicates() throws IOException {
    set.saveAnew(2, "small.jpg", 120, 60);
    Box box = set.row(2).box();
    set.add(
        new MadeSet.Row(
            "small.jpg",
            120,
            60,
            "letter",
            new Box(.6 * box.xMin(), .6 * box.yMin(), .6 * box.xMax(), .6 * box.yMax()),
            ""));
    assertEquals(
        "shows nearly the same as images/002.png", only(FaultCode.NEAR_DUPLICATE).message());
  }

  @Test
  void leaksBetweenParts() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      set.set(i, set.row(i).in(i < 12 ? "train" : "test"));
    }
    copy(13, "copy.png");
    set.add(set.row(13).named("copy.png").in("train"));
    Fault fault = only(FaultCode.LEAK);
    assertEquals(
        "shows the same pixels as images/013.png, which is in test, this in train",
        fault.message());
    requirePlace(fault, "images/copy.png");
    set.saveAnew(1, "small.jpg", 150, 75);
    Box box = set.row(1).box();
    Box small = new Box(.75 * box.xMin(), .75 * box.yMin(), .75 * box.xMax(), .75 * box.yMax());
    set.add(new MadeSet.Row("small.jpg", 150, 75, "letter", small, "test"));
    assertEquals(Set.of(FaultCode.LEAK, FaultCode.NEAR_LEAK), MadeSet.codes(set.check()));
  }

  @Test
  void labelsThatOccurOnce() {
    set.set(6, set.row(6).labelled("leter"));
    Fault fault = only(FaultCode.RARE_LABEL);
    requirePlace(fault, CODE_OF_ROW + 8);
    assertEquals("the label 'leter' occurs once, 'letter' 15 times", fault.message());
  }

  @Test
  void boxesThatDoNotMove() {
    set.eachBox(box -> new Box(40, 20, 90, 70.25));
    only(FaultCode.ALIKE_BOXES);
  }

  @Test
  void halfOfTheBoxesTheSame() {
    for (int i = 0; i < COUNT / 2; i++) {
      set.set(i, set.row(i).with(new Box(0, 0, WIDTH, HEIGHT)));
    }
    assertTrue(only(FaultCode.ALIKE_BOXES).message().contains("8 of 16 boxes are exactly"));
  }

  @Test
  void picturesWithoutAnnotation() throws IOException {
    Files.write(
        set.image("more.png"),
        io.boxfit.data.image.PictureWriter.png(
            new Letters(LettersPreset.CLUTTER, 9, "test", 1).get(0).picture()));
    requirePlace(only(FaultCode.UNLABELLED_IMAGE), "images/more.png");
  }

  @Test
  void picturesWithoutAnObjectAndWithSeveral() {
    set.set(2, set.row(2).with((Box) null));
    only(FaultCode.NO_OBJECT);
    set.add(set.row(4).with(new Box(3, 4, 30, 44)));
    CheckResult result = set.check();
    assertEquals(Set.of(FaultCode.NO_OBJECT, FaultCode.MANY_OBJECTS), MadeSet.codes(result));
    assertFalse(result.isSick());
  }

  @Test
  void theMostSeriousComesFirstWhateverTheThreads() throws IOException {
    copy(2, "copy.png");
    set.add(set.row(2).named("copy.png"));
    set.set(5, set.row(5).with(new Box(-9, 20, 30, 40)));
    set.set(1, set.row(1).with((Box) null));
    CheckResult result = set.check(1);
    assertEquals(
        List.of(FaultCode.BOX_OUTSIDE, FaultCode.DUPLICATE, FaultCode.NO_OBJECT),
        result.faults().stream().map(Fault::code).toList());
    assertTrue(result.isSick());
    assertEquals(result.faults(), set.check(5).faults());
  }
}
