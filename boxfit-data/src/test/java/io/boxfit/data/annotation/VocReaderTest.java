package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.data.annotation.ReadOptions.VocOrigin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VocReaderTest {
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void make() {
    folder = new Folder(path);
  }

  @Test
  void countedFromZeroTheNumbersAreTheBox() {
    folder.pictures("images/a.png").voc("annotations/a.xml", "a.png", 0, 10, 50, 100);
    AnnotatedSet set = folder.read();
    assertEquals(AnnotationFormat.VOC, set.format());
    assertEquals(List.of("images/a.png cat 0 10 50 100"), Folder.lines(set));
    assertEquals(200, set.pictures().get(0).width());
    assertEquals(100, set.pictures().get(0).height());
    assertEquals(4, set.pictures().get(0).boxes().get(0).place().line());
    assertTrue(
        set.remarks().get(0).startsWith("VOC pixels are taken to count from 0, the end exclusive"),
        set.remarks().get(0));
    assertTrue(set.remarks().get(0).contains("1 boxes begin at pixel 0"), set.remarks().get(0));
  }

  /** The whole of a picture of 200x100 is 1 1 200 100 there, and 0 0 200 100 here. */
  @Test
  void countedFromOneTheNearSidesMoveByOne() {
    folder.pictures("images/a.png").voc("annotations/a.xml", "a.png", 1, 1, 200, 100);
    assertEquals(
        List.of("images/a.png cat 0 0 200 100"),
        Folder.lines(folder.read(AnnotationFormat.VOC, VocOrigin.ONE)));
    assertEquals(
        List.of("images/a.png cat 1 1 200 100"),
        Folder.lines(folder.read(AnnotationFormat.VOC, VocOrigin.ZERO)));
    assertEquals(
        List.of("images/a.png cat 1 1 200 100"), Folder.lines(folder.read()), "one tells nothing");
  }

  @Test
  void aPileAtOneAndBoxesToTheFarSideTellThatCountingBeginsAtOne() {
    for (int i = 0; i < 4; i++) {
      folder
          .pictures("images/" + i + ".png")
          .voc("annotations/" + i + ".xml", i + ".png", i < 3 ? 1 : 7, 20, 200, 90);
    }
    AnnotatedSet set = folder.read();
    assertEquals("images/0.png cat 0 19 200 90", Folder.lines(set).get(0));
    assertEquals("images/3.png cat 6 19 200 90", Folder.lines(set).get(3));
    assertTrue(set.remarks().get(0).contains("from 1, the last pixel included"), "" + set);
    assertTrue(set.remarks().get(0).contains("3 begin at 1 and 4 end at the picture's size"));
    folder.pictures("images/z.png").voc("annotations/z.xml", "z.png", 0, 20, 30, 90);
    assertEquals("images/0.png cat 1 20 200 90", Folder.lines(folder.read()).get(0));
  }

  @Test
  void toolsThatAreKnownAreBelieved() {
    for (int i = 0; i < 4; i++) {
      folder
          .pictures("images/" + i + ".png")
          .text(
              "annotations/" + i + ".xml",
              "<annotation><filename>" + i + ".png</filename><path>/home/me/" + i + ".png</path>",
              "<source><database>Unknown</database></source>",
              "<size><width>200</width><height>100</height></size><object><name>cat</name><bndbox>",
              "<xmin>1</xmin><ymin>1</ymin><xmax>200</xmax><ymax>100</ymax></bndbox></object>",
              "</annotation>");
    }
    AnnotatedSet set = folder.read();
    assertEquals("images/0.png cat 1 1 200 100", Folder.lines(set).get(0));
    assertTrue(set.remarks().get(0).contains("labelImg"), set.remarks().get(0));
    assertEquals(List.of(), folder.faults(set), "the path was not needed");
    folder.text(
        "annotations/0.xml",
        "<annotation><filename>0.png</filename>",
        "<source><annotation>PASCAL VOC2007</annotation></source>",
        "<object><name>cat</name><bndbox>",
        "<xmin>3</xmin><ymin>4</ymin><xmax>5</xmax><ymax>6</ymax></bndbox></object></annotation>");
    for (int i = 1; i < 4; i++) {
      folder.voc("annotations/" + i + ".xml", i + ".png", 9, 9, 20, 20);
    }
    assertEquals("images/0.png cat 3 4 5 6", Folder.lines(folder.read()).get(0), "a minority");
  }

  @Test
  void boxfitsOwnFilesSayHowTheyCount() {
    Folder made = new Folder(path.resolve("made"));
    for (int i = 0; i < 3; i++) {
      made.pictures("images/" + i + ".png")
          .voc("annotations/" + i + ".xml", i + ".png", 1, 1, 200, 100);
    }
    AnnotatedSet set = made.read(AnnotationFormat.VOC, VocOrigin.ZERO);
    SetCopy.of(set, AnnotationFormat.VOC).write(path.resolve("copy"), done -> {});
    AnnotatedSet copy = new Folder(path.resolve("copy")).read();
    assertEquals(Folder.lines(set), Folder.lines(copy));
    assertEquals(List.of(), copy.remarks());
  }

  @Test
  void theOriginalsLayoutGivesThePartsByList() {
    folder.pictures("JPEGImages/1.jpg", "JPEGImages/2.jpg", "JPEGImages/3.jpg", "JPEGImages/4.jpg");
    for (int i = 1; i <= 4; i++) {
      folder.voc("Annotations/" + i + ".xml", i + ".jpg", 0, 1, 2, 3);
    }
    folder
        .text("ImageSets/Main/train.txt", "1")
        .text("ImageSets/Main/val.txt", "2")
        .text("ImageSets/Main/trainval.txt", "1", "2", "4")
        .text("ImageSets/Main/cat_train.txt", "3  1");
    assertEquals(
        List.of(
            "JPEGImages/1.jpg [train] cat 0 1 2 3",
            "JPEGImages/2.jpg [val] cat 0 1 2 3",
            "JPEGImages/3.jpg cat 0 1 2 3",
            "JPEGImages/4.jpg [train] cat 0 1 2 3"),
        Folder.lines(folder.read()));
    folder.text("ImageSets/Main/test.txt", "2", "3");
    assertEquals(
        List.of("leak ImageSets/Main/val.txt:1 2 is listed for val and for test"),
        folder.faults(folder.read()));
  }

  @Test
  void partsOfAPersonAndUnknownLeavesAreNoBoxes() {
    folder
        .pictures("a.png", "b.png")
        .text(
            "a.xml",
            "<?xml version='1.0' encoding='UTF-8'?>",
            "<annotation><folder>whatever</folder><filename>a.png</filename>",
            "<object><name> person </name>",
            "<part><name>head</name><bndbox><xmin>9</xmin><ymin>9</ymin><xmax>9</xmax>",
            "<ymax>9</ymax></bndbox></part>",
            "<bndbox><xmax>30.5</xmax><ymin>2</ymin><xmin>1.25</xmin><ymax>40</ymax></bndbox>",
            "</object><object><name>dog</name><bndbox>",
            "<xmin>0</xmin><ymin>0</ymin><xmax>5</xmax><ymax>6</ymax></bndbox></object>",
            "</annotation>")
        .text("b.xml", "<annotation><filename>b.png</filename></annotation>");
    AnnotatedSet set = folder.read();
    assertEquals(List.of("a.png person 1.25 2 30.5 40 dog 0 0 5 6", "b.png"), Folder.lines(set));
    assertEquals(List.of("person", "dog"), set.labels());
    assertEquals(0, set.pictures().get(0).width());
  }

  @Test
  void picturesOfOneNameStayApart() {
    folder
        .pictures("images/x/1.png", "images/y/1.png", "other/1.jpg")
        .voc("annotations/x/1.xml", "1.png", 0, 0, 1, 1)
        .voc("annotations/y/1.xml", "1.png", 0, 0, 2, 2)
        .voc("other/1.xml", "1.jpg", 0, 0, 3, 3);
    assertEquals(
        List.of(
            "images/x/1.png cat 0 0 1 1", "images/y/1.png cat 0 0 2 2", "other/1.jpg cat 0 0 3 3"),
        Folder.lines(folder.read()));
  }

  @Test
  void anEndingThatLacksIsFound() {
    folder.pictures("images/a.png", "images/b.png");
    folder.voc("annotations/a.xml", "a", 0, 0, 1, 1).voc("annotations/b.xml", "", 0, 0, 2, 2);
    assertEquals(
        List.of("images/a.png cat 0 0 1 1", "images/b.png cat 0 0 2 2"),
        Folder.lines(folder.read()));
  }
}
