package io.boxfit.data.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotationReader;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is certain is repaired, the rest left out, every change told, the original untouched. */
final class CleanedCopyTest {
  private static final int COUNT = 16;

  @TempDir Path folder;

  private MadeSet set;
  private Path out;

  @BeforeEach
  void makeSet() throws IOException {
    set = new MadeSet(folder.resolve("set"), COUNT);
    out = folder.resolve("cleaned");
  }

  /** The log's lines; the copy has no error left and the original is as it was. */
  private List<String> clean() throws IOException {
    CheckResult result = set.check();
    Map<String, byte[]> before = content(folder.resolve("set"));
    CleanedCopy.of(result).write(out, done -> {});
    Map<String, byte[]> after = content(folder.resolve("set"));
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    assertEquals(List.of(), MadeSet.check(out, 2).faults());
    return Files.readAllLines(out.resolve(CleanedCopy.LOG));
  }

  private static Map<String, byte[]> content(Path folder) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return content;
  }

  private Map<String, List<Box>> boxes() {
    return AnnotationReader.read(out, ReadOptions.AUTOMATIC).pictures().stream()
        .collect(
            Collectors.toMap(
                AnnotatedPicture::name,
                picture -> picture.boxes().stream().map(box -> box.box()).toList()));
  }

  @Test
  void aCleanSetIsCopiedWithoutAChange() throws IOException {
    assertEquals(List.of(), clean());
    Map<String, List<Box>> boxes = boxes();
    assertEquals(COUNT, boxes.size());
    for (int i = 0; i < COUNT; i++) {
      String name = "images/" + set.row(i).file();
      assertEquals(List.of(set.row(i).box()), boxes.get(name));
      assertArrayEquals(
          Files.readAllBytes(set.image(set.row(i).file())), Files.readAllBytes(out.resolve(name)));
    }
  }

  @Test
  void boxesAreRepairedOrLeftOut() throws IOException {
    set.set(0, set.row(0).with(new Box(150, 20, 207, 90)));
    set.set(1, set.row(1).with(new Box(90, 80, 60, 20)));
    set.set(2, set.row(2).with(new Box(0.25, 0.25, 0.5, 0.75)));
    set.set(3, set.row(3).with(new Box(60, 20, 60, 90)));
    set.add(set.row(4));
    set.add(set.row(5).with(new Box(300, 20, 360, 90)));
    List<String> log = clean();
    Map<String, List<Box>> boxes = boxes();
    assertEquals(List.of(new Box(150, 20, 200, 90)), boxes.get("images/000.png"));
    assertEquals(List.of(new Box(60, 20, 90, 80)), boxes.get("images/001.png"));
    assertEquals(List.of(new Box(50, 25, 100, 75)), boxes.get("images/002.png"));
    assertFalse(boxes.containsKey("images/003.png"));
    assertEquals(List.of(set.row(4).box()), boxes.get("images/004.png"));
    assertEquals(List.of(set.row(5).box()), boxes.get("images/005.png"));
    assertEquals(COUNT - 1, boxes.size());
    assertEquals(7, log.size(), log.toString());
    requireLine(log, "csv:2: the box (150, 20, 207, 90) becomes (150, 20, 200, 90): box-outside");
    requireLine(log, "csv:3: the box (90, 80, 60, 20) becomes (60, 20, 90, 80): inverted-box");
    requireLine(log, "images/003.png: left out: none of its boxes is left");
    requireLine(log, "left out: it stands there twice");
    requireLine(log, "lies wholly outside");
  }

  private static void requireLine(List<String> log, String end) {
    assertTrue(log.stream().anyMatch(line -> line.contains(end)), end + " in " + log);
  }

  @Test
  void picturesAreRenamedOrLeftOut() throws IOException {
    Files.delete(set.image("000.png"));
    set.write("001.png", new byte[100]);
    Files.move(set.image("002.png"), set.image("002.jpg"));
    set.set(2, set.row(2).named("002.jpg"));
    set.set(3, set.row(3).sized(100, 50));
    Files.copy(set.image("004.png"), set.image("copy.png"));
    set.add(set.row(4).named("copy.png"));
    Files.copy(set.image("005.png"), set.image("other.png"));
    set.add(set.row(5).named("other.png").with(new Box(1, 2, 199, 99)));
    List<String> log = clean();
    Map<String, List<Box>> boxes = boxes();
    List<String> names = new ArrayList<>(boxes.keySet());
    names.sort(null);
    assertEquals("images/002.png", names.get(0));
    assertEquals("images/004.png", names.get(1));
    assertEquals("images/006.png", names.get(2));
    assertEquals(COUNT - 4, names.size());
    assertEquals(7, log.size(), log.toString());
    requireLine(log, "images/000.png: left out: missing-image");
    requireLine(log, "images/001.png: left out: unreadable-image");
    requireLine(log, "images/002.jpg: renamed to images/002.png, after its content");
    requireLine(log, "images/003.png: left out: its boxes were drawn on a picture of another size");
    requireLine(log, "images/copy.png: left out: the same pixels are there already");
    requireLine(log, "images/005.png: left out: the same pixels have other boxes elsewhere");
    requireLine(log, "images/other.png: left out: the same pixels have other boxes elsewhere");
  }

  @Test
  void wholeSetsAreReadAsTheyWereMeant() throws IOException {
    List<Box> meant = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      meant.add(set.row(i).box());
    }
    set.eachBox(box -> new Box(box.yMin(), box.xMin(), box.yMax(), box.xMax()));
    List<String> log = clean();
    requireLine(log, "all boxes read otherwise (swapped-axes)");
    assertEquals(COUNT + 1, log.size());
    for (int i = 0; i < COUNT; i++) {
      assertEquals(List.of(meant.get(i)), boxes().get("images/" + set.row(i).file()));
    }
  }

  @Test
  void boxesTurnWithTheirPictures() throws IOException {
    Path golden = Path.of("src/test/resources/io/boxfit/data/image/golden/orientation-6.jpg");
    set.write("turned.jpg", Files.readAllBytes(golden));
    set.add(new MadeSet.Row("turned.jpg", 24, 16, "letter", new Box(2, 3, 20, 14), ""));
    List<String> log = clean();
    // A quarter turn to the right: what was at the bottom is at the left.
    assertEquals(List.of(new Box(2, 2, 13, 20)), boxes().get("images/turned.jpg"));
    assertEquals(16, PictureReader.read(out.resolve("images/turned.jpg")).width());
    requireLine(log, "becomes (2, 2, 13, 20): turned with its picture");
  }

  @Test
  void nothingIsWrittenWhereNothingIsLeftOrSomethingLies() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine.txt"), "mine");
    CheckResult result = set.check();
    assertThrows(BadInputException.class, () -> CleanedCopy.of(result).write(out, done -> {}));
    assertEquals("mine", Files.readString(out.resolve("mine.txt")));
    set.eachBox(box -> new Box(1000, 1000, 1001, 1001));
    CheckResult bad = set.check();
    Path other = folder.resolve("other");
    assertThrows(BadInputException.class, () -> CleanedCopy.of(bad).write(other, done -> {}));
    assertFalse(Files.exists(other));
  }
}
