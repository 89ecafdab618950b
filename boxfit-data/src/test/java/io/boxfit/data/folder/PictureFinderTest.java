package io.boxfit.data.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.PictureFinder.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureFinderTest {
  private static final Path ROOT = Path.of("/data/set");
  private static final List<String> NAMES =
      List.of(
          "a.png",
          "annotations/a.png",
          "images/a.png",
          "images/b.png",
          "images/deep/er/c.png",
          "images/test/d.png",
          "images/train/d.png",
          "left/e.png",
          "notes.txt",
          "one/JPEGImages/f.JPG",
          "right/e.png");

  private final FaultLog faults = new FaultLog();
  private final PictureFinder finder = new PictureFinder(new FileIndex(ROOT, NAMES), faults);

  private Optional<String> find(String written, String folder, String part) {
    Fault.Place place = new Fault.Place(ROOT.resolve("list"), 7);
    Optional<String> known = Optional.ofNullable(part);
    return finder.find(written, new Source(folder, known, place)).map(NamedPicture::name);
  }

  @ParameterizedTest
  @CsvSource({
    "a.png, annotations, , annotations/a.png",
    "a.png, '', , a.png",
    "./a.png, annotations, , annotations/a.png",
    "../a.png, annotations, , a.png",
    "images/a.png, annotations, , images/a.png",
    "b.png, annotations, , images/b.png",
    "b, annotations, , images/b.png",
    "c.png, '', , images/deep/er/c.png",
    "er/c.png, '', , images/deep/er/c.png",
    "d.png, annotations, train, images/train/d.png",
    "d.png, annotations, test, images/test/d.png",
    "test/d.png, annotations, train, images/test/d.png",
    "e.png, left, , left/e.png",
    "e.png, right/labels, , right/e.png",
    "f.jpg, one/Annotations, , one/JPEGImages/f.JPG",
    "images\\a.png, annotations, , images/a.png",
    "/data/set/images/b.png, annotations, , images/b.png",
    "/home/me/images/train/d.png, '', , images/train/d.png",
    "D:\\work\\right\\e.png, '', , right/e.png",
    "file:///x/y/b.png, '', , images/b.png",
    "' b.png ', annotations, , images/b.png",
    "gone.png, annotations, , annotations/gone.png",
    "/x/gone.png, annotations, , annotations/gone.png"
  })
  void thePictureThatIsMeant(String written, String folder, String part, String name) {
    assertEquals(Optional.of(name), find(written, folder, part));
    assertEquals(List.of(), faults.faults());
  }

  @ParameterizedTest
  @CsvSource({
    "../../b.png, annotations, PATH_OUTSIDE",
    "images/../../b.png, '', PATH_OUTSIDE",
    "e.png, annotations, UNREADABLE_ANNOTATION",
    "'  ', annotations, UNREADABLE_ANNOTATION",
    "/, annotations, UNREADABLE_ANNOTATION"
  })
  void whatLeadsNowhereIsAFault(String written, String folder, FaultCode code) {
    assertEquals(Optional.empty(), find(written, folder, null));
    assertEquals(1, faults.faults().size());
    assertEquals(code, faults.faults().get(0).code());
    assertEquals(7, faults.faults().get(0).place().line());
  }

  @Test
  void namesThatNoFileCanHaveAreFaults() {
    for (String name : new String[] {"a\0.png", "\ud800.png", "x".repeat(5000)}) {
      assertEquals(Optional.empty(), find(name, "", null));
    }
    assertEquals(3, faults.faults().size());
  }

  @Test
  void theTwoThatMayBeMeantAreNamed() {
    find("e.png", "", null);
    String message = faults.faults().get(0).message();
    assertTrue(message.contains("left/e.png or right/e.png"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "train_labels.csv, train",
    "annotations/instances_val2017.json, val",
    "valid/_annotations.coco.json, val",
    "Testing/labels.csv, test",
    "train2017/x.csv, train",
    "labels.csv, ''",
    "training_and_test.csv, ''",
    "contest.csv, ''",
    "restrained/latest.csv, ''"
  })
  void namesTellParts(String file, String part) {
    assertEquals(part, PartName.ofFile(file).orElse(""));
  }
}
