package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YoloReaderTest {
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void make() {
    folder = new Folder(path);
  }

  /**
   * In a picture of 200x100 the centre 0.2 0.4 lies at 40 40, and 0.15 0.6 are 30 wide and 60 high:
   * from 25 to 55 and from 10 to 70.
   */
  @Test
  void sharesBecomePixels() {
    folder
        .pictures("images/a.png", "images/b.png", "images/c.png")
        .text("labels/a.txt", "1 0.2 0.4 0.15 0.6", "", "0  0.5\t0.5 1 1 0.93")
        .text("labels/b.txt", "0 0.1 0.2 0.3 0.1 0.2 0.7")
        .text("data.yaml", "names: [cat, \"big dog\"]", "nc: 2", "train: images", "val: images");
    AnnotatedSet set = folder.read();
    assertEquals(AnnotationFormat.YOLO, set.format());
    assertEquals(
        List.of(
            "images/a.png big dog 25 10 55 70 cat 0 0 200 100",
            "images/b.png cat 20 10 60 70",
            "images/c.png"),
        Folder.lines(set));
    assertEquals(List.of("cat", "big dog"), set.labels());
    assertEquals(3, set.pictures().get(0).boxes().get(1).place().line());
    assertEquals(200, set.pictures().get(0).width());
    assertEquals(List.of(), folder.faults(set));
  }

  @Test
  void partsComeFromFoldersListsAndEvenTooManyDots() {
    folder
        .pictures("ds/images/train/a.png", "ds/images/val/b.png", "ds/images/c.png")
        .text("ds/labels/train/a.txt", "3 0.5 0.5 1 1")
        .text("ds/labels/val/b.txt", "12 0.5 0.5 1 1")
        .text("ds/labels/c.txt", "3 0.5 0.5 1 1")
        .text("ds/lists/test.txt", "../images/c.png")
        .text(
            "ds/coco.yaml",
            "path: ../datasets/ds  # of another machine",
            "train:",
            "  - ../images/train",
            "val: images/val",
            "test: /data/ds/lists/test.txt",
            "download: |",
            "  some code",
            "names:",
            "  3: cat",
            "  12: 'dog'");
    assertEquals(
        List.of(
            "ds/images/c.png [test] cat 0 0 200 100",
            "ds/images/train/a.png [train] cat 0 0 200 100",
            "ds/images/val/b.png [val] dog 0 0 200 100"),
        Folder.lines(folder.read()));
  }

  @Test
  void roboflowsLayout() {
    folder
        .pictures("train/images/a.png", "valid/images/a.png")
        .text("train/labels/a.txt", "0 0.5 0.5 1 1")
        .text("valid/labels/a.txt", "0 0.5 0.5 0.5 0.5")
        .text(
            "data.yaml",
            "train: ../train/images",
            "val: ../valid/images",
            "test: ../test/images",
            "names: ['x']");
    AnnotatedSet set = folder.read();
    assertEquals(
        List.of(
            "train/images/a.png [train] x 0 0 200 100", "valid/images/a.png [val] x 50 25 150 75"),
        Folder.lines(set));
    assertEquals(
        List.of("data.yaml names '../test/images' for test, which is not there."), set.remarks());
  }

  @Test
  void textBesidePicturesNeedsNoYaml() {
    folder
        .pictures("a.png", "b.jpg", "test/c.png")
        .text("a.txt", "0 0.5 0.5 1 1")
        .text("test/c.txt", "1 0.5 0.5 1 1")
        .text("readme.txt", "Hello");
    AnnotatedSet set = folder.read();
    assertEquals(
        List.of("a.png 0 0 0 200 100", "test/c.png [test] 1 0 0 200 100"), Folder.lines(set));
    assertEquals(2, set.remarks().size(), "" + set.remarks());
    folder.text("classes.txt", "cat", "dog");
    set = folder.read();
    assertEquals(
        List.of("a.png cat 0 0 200 100", "test/c.png [test] dog 0 0 200 100"), Folder.lines(set));
  }

  @Test
  void badLinesPicturesAndYamlAreNamed() {
    folder
        .pictures("images/a.png", "images/b.png")
        .bytes("images/c.png", new byte[0])
        .text(
            "labels/a.txt",
            "0 0.5 0.5 1 1",
            "0 NaN 0.5 1 1",
            "0 0.5 0.5 1",
            "-1 0.5 0.5 1 1",
            "7 0.5 0.5 1 1",
            "0 1e308 0.5 1 1",
            "x")
        .bytes("labels/b.txt", new byte[] {'0', ' ', (byte) 0xE4, '\n'})
        .text("labels/c.txt", "0 0.5 0.5 1 1")
        .text("labels/gone.txt", "0 0.5 0.5 1 1")
        .text("data.yaml", "names: [cat]", "train: ../../../elsewhere", "val: images");
    AnnotatedSet set = folder.read();
    assertEquals(
        List.of("images/a.png [val] cat 0 0 200 100", "images/b.png [val]"), Folder.lines(set));
    List<String> faults = folder.faults(set);
    assertEquals(
        List.of(
            "path-outside data.yaml names '../../../elsewhere' for train, outside " + path,
            "bad-number labels/a.txt:2 number 2 is 'NaN'",
            "unreadable-annotation labels/a.txt:3 holds 4 numbers, where class cx cy w h are five",
            "bad-number labels/a.txt:4 the class number is '-1'",
            "bad-number labels/a.txt:6 number 2 is '1e308'",
            "bad-number labels/a.txt:7 the class number is 'x'",
            "unreadable-annotation labels/a.txt:5 the class number 7 has no name",
            "unreadable-annotation labels/b.txt:1 is not UTF-8 text"),
        faults.subList(0, 8));
    assertTrue(
        faults.get(8).startsWith("unreadable-image images/c.png its labels need"), "" + faults);
    assertEquals("missing-image labels/gone.txt no picture of the name gone exists", faults.get(9));
    assertEquals(10, faults.size());
  }

  @Test
  void yamlBombsAreRefused() {
    folder.pictures("images/a.png").text("labels/a.txt", "0 0.5 0.5 1 1");
    StringBuilder bomb = new StringBuilder("train: images\nnames:\n  - &a0 x\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("l")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [*a")
          .append(i - 1)
          .append(", *a")
          .append(i - 1)
          .append("]\n");
    }
    AnnotatedSet set = folder.text("data.yaml", bomb.toString()).read();
    assertEquals(
        List.of(
            "unreadable-annotation data.yaml:3 anchors and aliases (&name, *name) are not read"),
        folder.faults(set));
    assertEquals(List.of("images/a.png 0 0 0 200 100"), Folder.lines(set), "the rest is read");
    set =
        folder.text("data.yaml", "train: images", "names: [a]", "x: " + "[".repeat(200_000)).read();
    assertEquals(1, set.faults().size(), "" + set.faults());
    set = folder.text("data.yaml", "train: images", "names: {999999999999: x}").read();
    assertEquals(
        List.of("unreadable-annotation data.yaml:2 the class number '999999999999' is none"),
        folder.faults(set));
    set = folder.text("data.yaml", "train: images", "names: [a", "x: }").read();
    assertTrue(
        folder.faults(set).get(0).startsWith("unreadable-annotation data.yaml:3 is not YAML"));
  }
}
