package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CocoReaderTest {
  private static final String IMAGES =
      "\"images\":[{\"id\":7,\"file_name\":\"a.png\",\"width\":200,\"height\":100,\"date\":{\"x\":[]}},"
          + "{\"file_name\":\"b.png\",\"id\":\"x8\"}]";
  private static final String CATEGORIES =
      "\"categories\":[{\"id\":90,\"name\":\"dog\"},{\"name\":\"cat\",\"id\":2}]";
  private static final String ANNOTATIONS =
      "\"annotations\":[{\"id\":1,\"image_id\":7,\"category_id\":2,\"bbox\":[10,20,20.5,40],"
          + "\"segmentation\":[[1,2,3,4]],\"iscrowd\":0},"
          + "{\"category_id\":90,\"image_id\":7,\"bbox\":[0.1,0,0.6,\"3\"]}]";

  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void make() {
    folder = new Folder(path).pictures("images/a.png", "images/b.png");
  }

  private AnnotatedSet json(String... members) {
    return folder.text("annotations.json", "{" + String.join(",\n", members) + "}").read();
  }

  /** x 10, y 20, width 20.5, height 40 reach from 10 to 30.5 and from 20 to 60. */
  @Test
  void theOrderOfTheListsDoesNotMatter() {
    List<String> expected =
        List.of("images/a.png cat 10 20 30.5 60 dog 0.1 0 0.7 3", "images/b.png");
    for (String[] order :
        new String[][] {
          {"\"info\":{}", IMAGES, ANNOTATIONS, CATEGORIES},
          {CATEGORIES, ANNOTATIONS, IMAGES},
          {ANNOTATIONS, "\"licenses\":[]", CATEGORIES, IMAGES}
        }) {
      AnnotatedSet set = json(order);
      assertEquals(AnnotationFormat.COCO, set.format());
      assertEquals(expected, Folder.lines(set));
      assertEquals(List.of("dog", "cat"), set.labels());
      assertEquals(List.of(), folder.faults(set));
      assertEquals(200, set.pictures().get(0).width());
      int line = Arrays.asList(order).indexOf(ANNOTATIONS) + 1;
      assertEquals(line, set.pictures().get(0).boxes().get(0).place().line());
    }
  }

  @Test
  void namesOfFilesGiveThePartsAndCaptionsAreNoBoxes() {
    folder
        .text("annotations/instances_train2017.json", "{" + IMAGES + "," + ANNOTATIONS + "}")
        .text(
            "annotations/instances_val2017.json",
            "{\"images\":[{\"id\":1,\"file_name\":\"c.png\"}],\"annotations\":[]}")
        .text(
            "annotations/captions_val2017.json",
            "{\"images\":[{\"id\":1,\"file_name\":\"d.png\"}],\"annotations\":[{\"caption\":\"x\"}]}")
        .pictures("val2017/c.png", "val2017/d.png");
    AnnotatedSet set = folder.read();
    assertEquals(
        List.of(
            "images/a.png [train] 2 10 20 30.5 60 90 0.1 0 0.7 3",
            "images/b.png [train]",
            "val2017/c.png [val]"),
        Folder.lines(set),
        "without categories their numbers are the labels");
    assertEquals(List.of(), folder.faults(set));
  }

  @Test
  void foldersOfRoboflowGiveTheParts() {
    String one = "{\"images\":[{\"id\":0,\"file_name\":\"1.jpg\"}],\"annotations\":[]}";
    folder
        .pictures("train/1.jpg", "valid/1.jpg")
        .text("train/_annotations.coco.json", one)
        .text("valid/_annotations.coco.json", one);
    assertEquals(List.of("train/1.jpg [train]", "valid/1.jpg [val]"), Folder.lines(folder.read()));
  }

  @Test
  void entriesThatAreWrongAreNamed() {
    AnnotatedSet set =
        json(
            CATEGORIES,
            "\"images\":[{\"id\":1,\"file_name\":\"a.png\",\"width\":-3,\"height\":1e999}",
            "{\"file_name\":\"b.png\"},{\"id\":1,\"file_name\":\"b.png\"},5,"
                + "{\"id\":2,\"file_name\":\"../../x.png\"}]",
            "\"annotations\":[{\"image_id\":1,\"category_id\":2,\"bbox\":[NaN,1,2,3]}",
            "{\"image_id\":1,\"category_id\":2,\"bbox\":[1,2,3]}",
            "{\"image_id\":1,\"category_id\":3,\"bbox\":[1,2,3,4]}",
            "{\"image_id\":9,\"category_id\":2,\"bbox\":[1,2,3,4]}",
            "{\"category_id\":2,\"bbox\":[1,2,3,4]}",
            "{\"image_id\":1,\"category_id\":2}",
            "{\"image_id\":1,\"category_id\":2,\"iscrowd\":1,\"bbox\":[1,2,3,4]}",
            "{\"image_id\":1,\"bbox\":[1,2,-3,4]}]");
    assertEquals(List.of("images/a.png  1 2 -2 6"), Folder.lines(set));
    assertEquals(
        List.of(
            "bad-number annotations.json:2 the width of a picture is '-3'",
            "bad-number annotations.json:2 the height of a picture is '1e999'",
            "unreadable-annotation annotations.json:3 a picture has no id",
            "unreadable-annotation annotations.json:3 the picture id 1 stands here again",
            "unreadable-annotation annotations.json:3 holds a bare value for an entry",
            "bad-number annotations.json:4 the bbox [NaN, 1, 2, 3] is not four numbers of pixels",
            "bad-number annotations.json:5 the bbox [1, 2, 3] is not four numbers of pixels",
            "unreadable-annotation annotations.json:8 an annotation has no image_id",
            "unreadable-annotation annotations.json:9 an annotation has no bbox (1 such)",
            "unreadable-annotation annotations.json:6 the category_id 3 is of no category",
            "unreadable-annotation annotations.json:7 the image_id 9 is of no picture",
            "path-outside annotations.json:3 names '../../x.png', outside " + path),
        folder.faults(set));
    assertTrue(set.remarks().get(0).startsWith("1 regions of many objects"), "" + set.remarks());
  }

  @Test
  void whatIsCutOffKeepsThePicturesThatHaveBoxes() {
    String whole = "{" + IMAGES + ",\n" + CATEGORIES + ",\n" + ANNOTATIONS + "}";
    for (int length = whole.indexOf("0.6"); length < whole.length(); length++) {
      folder.bytes("annotations.json", whole.substring(0, length).getBytes(StandardCharsets.UTF_8));
      AnnotatedSet set = folder.read();
      assertEquals(1, set.pictures().size(), "the other's boxes may have been cut");
      assertEquals(1, set.faults().size());
      String fault = folder.faults(set).get(0);
      assertTrue(
          fault.startsWith(
              "unreadable-annotation annotations.json:3 the JSON is damaged or cut off"),
          fault);
    }
    folder.bytes("annotations.json", "{\"images\":[{\"id\":1,".getBytes(StandardCharsets.UTF_8));
    assertEquals(1, folder.read().faults().size());
  }

  @Test
  void depthAndBytesThatAreNoTextAreFaults() {
    AnnotatedSet set = json(IMAGES, "\"x\":" + "[".repeat(100_000));
    assertEquals(1, set.faults().size());
    assertTrue(folder.faults(set).get(0).contains("damaged or cut off"), "" + set.faults());
    byte[] latin =
        "{\"images\":[{\"id\":1,\"file_name\":\"K\u00e4fer.png\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    set = folder.bytes("annotations.json", latin).read();
    assertEquals(1, set.faults().size());
    assertTrue(folder.faults(set).get(0).startsWith("unreadable-annotation annotations.json:1 "));
  }
}
