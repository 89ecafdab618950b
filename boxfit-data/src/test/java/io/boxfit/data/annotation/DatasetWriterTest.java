package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.image.PictureReader;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

final class DatasetWriterTest {
  private static final Letters LETTERS = new Letters(LettersPreset.STORY, 5, "train", 70);

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void choose() {
    out = folder.resolve("set");
  }

  @ParameterizedTest
  @EnumSource(AnnotationFormat.class)
  void thePicturesAreThoseOfTheSet(AnnotationFormat format) throws IOException {
    List<Integer> progress = new ArrayList<>();
    new DatasetWriter(format, "letter", 2).write(LETTERS, out, progress::add);
    assertEquals(List.of(64, 70), progress);
    List<String> names = names(out.resolve("images"));
    assertEquals(70, names.size());
    for (int i = 0; i < 70; i++) {
      assertEquals(String.format("%06d.png", i), names.get(i));
      Picture back = PictureReader.read(out.resolve("images").resolve(names.get(i)));
      assertArrayEquals(LETTERS.get(i).picture().pixels(), back.pixels());
    }
    assertEquals(List.of("set"), names(folder), "nothing else is left");
  }

  @Test
  void vocBoxesAreFilledByTheInk() throws Exception {
    write(AnnotationFormat.VOC, "let<&>ter");
    for (int i = 0; i < 70; i++) {
      Path file = out.resolve("annotations").resolve(String.format("%06d.xml", i));
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement();
      assertEquals("annotation", root.getTagName());
      assertEquals("let<&>ter", text(root, "name"));
      assertEquals("story/train/" + i, text(root, "database"));
      assertEquals("200", text(root, "width"));
      assertEquals("3", text(root, "depth"));
      Box box =
          new Box(
              Integer.parseInt(text(root, "xmin")),
              Integer.parseInt(text(root, "ymin")),
              Integer.parseInt(text(root, "xmax")),
              Integer.parseInt(text(root, "ymax")));
      Path picture = out.resolve(text(root, "folder")).resolve(text(root, "filename"));
      assertEquals(darkBox(PictureReader.read(picture)), box);
    }
  }

  @Test
  void cocoIsOneFileWithWidthsAndHeights() throws IOException {
    write(AnnotationFormat.COCO, "letter");
    JsonNode root = new ObjectMapper().readTree(out.resolve("annotations.json").toFile());
    assertEquals("letter", root.at("/categories/0/name").asText());
    assertEquals(70, root.get("images").size());
    assertEquals(70, root.get("annotations").size());
    for (int i = 0; i < 70; i++) {
      JsonNode image = root.get("images").get(i);
      JsonNode annotation = root.get("annotations").get(i);
      assertEquals(image.get("id"), annotation.get("image_id"));
      assertEquals(String.format("%06d.png", i), image.get("file_name").asText());
      assertEquals(100, image.get("height").asInt());
      Box box = LETTERS.get(i).box();
      JsonNode four = annotation.get("bbox");
      assertEquals(box.xMin(), four.get(0).asDouble());
      assertEquals(box.yMin(), four.get(1).asDouble());
      assertEquals(box.width(), four.get(2).asDouble());
      assertEquals(box.height(), four.get(3).asDouble());
      assertEquals(box.area(), annotation.get("area").asDouble());
    }
  }

  @Test
  void yoloHasCentresAndSizesAsShares() throws IOException {
    write(AnnotationFormat.YOLO, "letter");
    assertTrue(Files.readString(out.resolve("data.yaml")).contains("0: 'letter'"));
    BoxEncoding encoding = new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.RELATIVE);
    for (int i = 0; i < 70; i++) {
      String line =
          Files.readString(out.resolve("labels").resolve(String.format("%06d.txt", i))).strip();
      double[] five = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
      assertEquals(0, five[0]);
      Box box = encoding.decode(Arrays.copyOfRange(five, 1, 5), 200, 100);
      assertEquals(LETTERS.get(i).box(), box.rounded());
      assertEquals(box.rounded().xMax(), box.xMax(), 1e-5);
    }
  }

  @Test
  void csvHasALineForEachPicture() throws IOException {
    write(AnnotationFormat.CSV, "a \"letter\", one");
    List<String> lines = Files.readAllLines(out.resolve("annotations.csv"));
    assertEquals("filename,width,height,class,xmin,ymin,xmax,ymax", lines.get(0));
    assertEquals(71, lines.size());
    Box box = LETTERS.get(3).box();
    assertEquals(
        String.format(
            "000003.png,200,100,\"a \"\"letter\"\", one\",%.0f,%.0f,%.0f,%.0f",
            box.xMin(), box.yMin(), box.xMax(), box.yMax()),
        lines.get(4));
  }

  @Test
  void theFilesDoNotDependOnThreads() throws IOException {
    new DatasetWriter(AnnotationFormat.COCO, "letter", 1).write(LETTERS, out, done -> {});
    Path other = folder.resolve("other");
    new DatasetWriter(AnnotationFormat.COCO, "letter", 3).write(LETTERS, other, done -> {});
    for (String name : names(out.resolve("images"))) {
      assertEquals(-1, Files.mismatch(images(out, name), images(other, name)), name);
    }
    assertEquals(
        -1, Files.mismatch(out.resolve("annotations.json"), other.resolve("annotations.json")));
  }

  @Test
  void anEmptyFolderIsFilledAndMissingParentsAreMade() throws IOException {
    Files.createDirectory(out);
    write(AnnotationFormat.CSV, "letter");
    assertEquals(List.of("annotations.csv", "images"), names(out));
    out = folder.resolve("a/b/c");
    write(AnnotationFormat.CSV, "letter");
    assertEquals(List.of("annotations.csv", "images"), names(out));
  }

  @Test
  void aFolderInUseAndAFileAreRefusedUntouched() throws IOException {
    Files.createDirectory(out);
    Files.writeString(out.resolve("mine.txt"), "precious");
    String message =
        assertThrows(BadInputException.class, () -> write(AnnotationFormat.CSV, "letter"))
            .getMessage();
    assertTrue(message.contains("not empty"), message);
    assertEquals(List.of("mine.txt"), names(out));
    out = out.resolve("mine.txt");
    message =
        assertThrows(BadInputException.class, () -> write(AnnotationFormat.CSV, "letter"))
            .getMessage();
    assertTrue(message.contains("is a file"), message);
    out = out.resolve("below");
    message =
        assertThrows(BadInputException.class, () -> write(AnnotationFormat.CSV, "letter"))
            .getMessage();
    assertTrue(message.contains("in the way") || message.contains("mine.txt"), message);
    assertEquals(1, message.lines().count(), message);
    assertEquals("precious", Files.readString(folder.resolve("set/mine.txt")));
  }

  @ParameterizedTest
  @EnumSource(AnnotationFormat.class)
  void aFailureInTheMiddleLeavesNothingBehind(AnnotationFormat format) throws IOException {
    Dataset failing =
        new Dataset() {
          @Override
          public int size() {
            return LETTERS.size();
          }

          @Override
          public Sample get(int index) {
            if (index == 66) {
              throw new BadInputException("picture 66 is broken");
            }
            return LETTERS.get(index);
          }

          @Override
          public String digest() {
            return "failing";
          }
        };
    DatasetWriter writer = new DatasetWriter(format, "letter", 2);
    String message =
        assertThrows(BadInputException.class, () -> writer.write(failing, out, done -> {}))
            .getMessage();
    assertEquals("picture 66 is broken", message);
    assertFalse(Files.exists(out));
    assertEquals(List.of(), names(folder));
  }

  @Test
  void wrongFormatsAreAnsweredWithTheNearest() {
    assertEquals(AnnotationFormat.YOLO, AnnotationFormat.parse("yolo"));
    String message =
        assertThrows(BadInputException.class, () -> AnnotationFormat.parse("yollo")).getMessage();
    assertTrue(message.contains("'yollo'") && message.contains("mean 'yolo'"), message);
  }

  private void write(AnnotationFormat format, String className) {
    new DatasetWriter(format, className, 2).write(LETTERS, out, done -> {});
  }

  private static Path images(Path set, String name) {
    return set.resolve("images").resolve(name);
  }

  private static String text(Element root, String tag) {
    return root.getElementsByTagName(tag).item(0).getTextContent();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static Box darkBox(Picture picture) {
    int left = picture.width();
    int top = picture.height();
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (picture.value(x, y, 0) <= 127) {
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
