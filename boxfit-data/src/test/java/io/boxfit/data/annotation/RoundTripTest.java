package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.Seed;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.FolderScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From every format to every other, nothing is lost that the target can hold. */
final class RoundTripTest {
  private static final int SETS = 12;

  /** Shares of a picture are decimals. */
  private static final double YOLO_PIXELS = 1e-6;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(AnnotationFormat.class)
  void everySetComesBackFromEveryOtherFormat(AnnotationFormat first) throws IOException {
    for (int i = 0; i < SETS; i++) {
      Path made = folder.resolve("made" + i);
      AnnotatedSet truth = MadeSet.random(made, new Seed(i).stream("sets"));
      AnnotatedSet from = written(truth, first, folder.resolve(first.key() + i));
      requireSame(truth, from, first == AnnotationFormat.YOLO, i + " " + first);
      for (AnnotationFormat second : AnnotationFormat.values()) {
        String what = i + " " + first + " " + second;
        AnnotatedSet back = written(from, second, folder.resolve(first.key() + i + second.key()));
        boolean yolo = first == AnnotationFormat.YOLO || second == AnnotationFormat.YOLO;
        requireSame(truth, back, yolo, what);
        if (holdsLabels(first) && holdsLabels(second)) {
          assertEquals(truth.labels(), back.labels(), what);
        }
      }
    }
  }

  private static boolean holdsLabels(AnnotationFormat format) {
    return Set.of(AnnotationFormat.COCO, AnnotationFormat.YOLO).contains(format);
  }

  /** Written as that, and read with nothing said, as people would. */
  private static AnnotatedSet written(AnnotatedSet set, AnnotationFormat format, Path out) {
    SetCopy copy = SetCopy.of(set, format);
    assertEquals(List.of(), copy.faults());
    copy.write(out, done -> {});
    AnnotatedSet back = AnnotationReader.read(out, ReadOptions.AUTOMATIC);
    assertEquals(format, back.format());
    assertEquals(List.of(), back.faults().stream().map(Fault::line).toList());
    assertEquals(List.of(), back.remarks());
    return back;
  }

  private static void requireSame(AnnotatedSet truth, AnnotatedSet back, boolean yolo, String what)
      throws IOException {
    assertEquals(
        truth.pictures().stream().map(AnnotatedPicture::name).toList(),
        back.pictures().stream().map(AnnotatedPicture::name).toList(),
        what);
    for (int i = 0; i < truth.pictures().size(); i++) {
      AnnotatedPicture a = truth.pictures().get(i);
      AnnotatedPicture b = back.pictures().get(i);
      String which = what + " " + a.name();
      assertEquals(-1, Files.mismatch(a.file(), b.file()), which);
      assertEquals(a.part(), b.part(), which);
      assertEquals(labels(a), labels(b), which);
      if (!yolo || !a.boxes().isEmpty()) {
        assertEquals(a.width(), b.width(), which);
        assertEquals(a.height(), b.height(), which);
      }
      for (int k = 0; k < a.boxes().size(); k++) {
        requireSame(a.boxes().get(k).box(), b.boxes().get(k).box(), yolo ? YOLO_PIXELS : 0, which);
      }
    }
  }

  private static List<String> labels(AnnotatedPicture picture) {
    return picture.boxes().stream().map(LabelledBox::label).toList();
  }

  private static void requireSame(Box a, Box b, double tolerance, String which) {
    double[] one = {a.xMin(), a.yMin(), a.xMax(), a.yMax()};
    double[] other = {b.xMin(), b.yMin(), b.xMax(), b.yMax()};
    for (int i = 0; i < 4; i++) {
      // -0.0 and 0.0 are one.
      assertTrue(Math.abs(one[i] - other[i]) <= tolerance, which + ": " + a + ", then " + b);
    }
  }

  @Test
  void wholePixelsComeBackWholeFromShares() {
    Path made = folder.resolve("made");
    for (int width : new int[] {7, 599, 601, 1024, 4000, 8191}) {
      String name = "images/" + width + ".png";
      Path file = MadeSet.write(made, name, width, width, 0);
      Fault.Place place = new Fault.Place(file, 0);
      Box box = new Box(Math.floor(width / 3.0), 1, width - 1, width);
      AnnotatedPicture picture =
          new AnnotatedPicture(
              name,
              file,
              width,
              width,
              List.of(new LabelledBox("x", box, place)),
              Optional.empty(),
              place);
      AnnotatedSet set =
          new AnnotatedSet(made, AnnotationFormat.VOC, List.of(picture), List.of(), List.of());
      AnnotatedSet back = written(set, AnnotationFormat.YOLO, folder.resolve("y" + width));
      assertEquals(box, back.pictures().get(0).boxes().get(0).box());
    }
  }

  @Test
  void partsAreWhereOtherToolsLookForThem() throws IOException {
    Path made = folder.resolve("made");
    Path file = MadeSet.write(made, "images/a.png", 10, 10, 0);
    Fault.Place place = new Fault.Place(file, 0);
    AnnotatedPicture picture =
        new AnnotatedPicture("images/a.png", file, 10, 10, List.of(), Optional.of("test"), place);
    AnnotatedSet set =
        new AnnotatedSet(made, AnnotationFormat.VOC, List.of(picture), List.of(), List.of());
    Map<AnnotationFormat, Set<String>> expected =
        Map.of(
            AnnotationFormat.VOC,
            Set.of("annotations/a.xml", "ImageSets/Main/test.txt", "images/a.png"),
            AnnotationFormat.COCO,
            Set.of("annotations/instances_test.json", "images/a.png"),
            AnnotationFormat.YOLO,
            Set.of("data.yaml", "images/a.png", "labels/a.txt", "test.txt"),
            AnnotationFormat.CSV,
            Set.of("images/a.png", "test_labels.csv"));
    for (AnnotationFormat format : AnnotationFormat.values()) {
      Path out = folder.resolve(format.key());
      written(set, format, out);
      assertEquals(expected.get(format), Set.copyOf(FolderScan.of(out, new FaultLog())));
    }
    assertEquals("a\n", Files.readString(folder.resolve("voc/ImageSets/Main/test.txt")));
    assertEquals("./images/a.png\n", Files.readString(folder.resolve("yolo/test.txt")));
    assertEquals(
        "filename,width,height,class,xmin,ymin,xmax,ymax\na.png,10,10,,,,,\n",
        Files.readString(folder.resolve("csv/test_labels.csv")));
  }
}
