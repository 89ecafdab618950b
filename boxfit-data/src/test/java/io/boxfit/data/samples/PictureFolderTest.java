package io.boxfit.data.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.image.PictureHeader;
import io.boxfit.data.image.PictureWriter;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
  private static final Path TURNED =
      Path.of("src/test/resources/io/boxfit/data/image/golden/orientation-6.jpg");

  private static final Letters LETTERS = new Letters(LettersPreset.STORY_HALF, 1, "train", 6);

  @TempDir Path folder;

  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void letters() throws IOException {
    rows.add("filename,width,height,class,xmin,ymin,xmax,ymax");
    for (int i = 0; i < LETTERS.size(); i++) {
      Sample letter = LETTERS.get(i);
      String name = "letter" + i + ".png";
      Files.write(folder.resolve(name), PictureWriter.png(letter.picture()));
      Box box = letter.box();
      rows.add(
          name
              + ",100,50,letter,"
              + box.xMin()
              + ","
              + box.yMin()
              + ","
              + box.xMax()
              + ","
              + box.yMax());
    }
  }

  private PictureFolder read(String target, boolean skipBad) throws IOException {
    Files.write(folder.resolve("boxes.csv"), rows);
    FolderOptions options = new FolderOptions(ReadOptions.AUTOMATIC, Target.parse(target), skipBad);
    return PictureFolder.read(folder, options, (done, all) -> {});
  }

  @Test
  void picturesBoxesAndNamesAreThoseOfTheFolder() throws IOException {
    PictureFolder read = read("largest", false);
    assertEquals(List.of("letter"), read.names());
    assertEquals(LETTERS.size(), read.pictures().size());
    FolderDataset samples = new FolderDataset(read.pictures());
    for (int i = 0; i < LETTERS.size(); i++) {
      assertEquals(LETTERS.get(i).box(), samples.get(i).box());
      assertEquals("letter" + i + ".png", samples.get(i).id());
    }
  }

  /** Drawn on the stored pixels (x, y); upright a turn to the right makes it (height - y, x). */
  @Test
  void boxesOnTurnedPicturesAreTurnedWithThem() throws IOException {
    Files.copy(TURNED, folder.resolve("phone.jpg"));
    PictureHeader header = PictureHeader.read(TURNED);
    assertTrue(header.width() != header.height());
    rows.add("phone.jpg," + header.width() + "," + header.height() + ",letter,2,3,12,9");
    LocatedPicture phone = read("largest", false).pictures().get(LETTERS.size());
    assertEquals("phone.jpg", phone.name());
    int height = header.height();
    assertEquals(new Box(height - 9, 2, height - 3, 12), phone.box());
    assertEquals(header.height(), phone.width());
  }

  @Test
  void picturesWithoutATargetAreAbsentOnes() throws IOException {
    rows.set(1, "letter0.png,100,50,,,,,");
    PictureFolder read = read("label=letter", false);
    assertEquals(LETTERS.size(), read.pictures().size());
    assertTrue(!read.pictures().get(0).isPresent());
    assertTrue(read.pictures().get(1).isPresent());
    rows.add("letter1.png,100,50,letter,1,1,5,5");
    PictureFolder only = read("only", false);
    assertEquals(LETTERS.size() - 1, only.pictures().size(), "two letters are not one");
    assertTrue(only.remarks().contains("pictures with several targets are left out: 1"));
  }

  @Test
  void aSizeThatDiffersIsNamedOrLeftOut() throws IOException {
    rows.set(2, rows.get(2).replace("100,50", "100,60"));
    String message =
        assertThrows(BadInputException.class, () -> read("largest", false)).getMessage();
    assertTrue(
        message.contains("boxes.csv:3: the picture is 100x50, its annotation says 100x60"),
        message);
    assertEquals(LETTERS.size() - 1, read("largest", true).pictures().size());
  }

  /** What does not fit in memory is read again, and is the same. */
  @Test
  void roomChangesNothing() throws IOException {
    FolderDataset samples = new FolderDataset(read("largest", false).pictures());
    FittedDataset kept = new FittedDataset(samples, Resize.LETTERBOX, 64, 64, 1 << 20);
    FittedDataset none = new FittedDataset(samples, Resize.LETTERBOX, 64, 64, 0);
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < samples.size(); i++) {
        assertEquals(64, kept.content(i).width());
        assertEquals(32, kept.content(i).height());
        assertArrayEquals(kept.get(i).picture().pixels(), none.get(i).picture().pixels());
        assertEquals(samples.get(i).box().xMin() * 0.64, kept.box(i).xMin(), 1e-9);
      }
    }
    assertSame(kept.content(0), kept.content(0));
    assertNotSame(none.content(0), none.content(0));
  }

  /** A copy with one pixel changed is another file, and may come to lie on the other side. */
  @Test
  void nearCopiesAcrossASplitAreTold() throws IOException {
    Picture first = LETTERS.get(0).picture();
    byte[] changed = first.pixels().clone();
    changed[0] ^= 1;
    Files.write(
        folder.resolve("copy.png"),
        PictureWriter.png(new Picture(first.width(), first.height(), 3, changed)));
    rows.add(rows.get(1).replace("letter0.png", "copy.png"));
    List<LocatedPicture> all = read("largest", false).pictures();
    List<LocatedPicture> copies = all.stream().filter(p -> p.name().equals("copy.png")).toList();
    List<LocatedPicture> others = all.stream().filter(p -> !p.name().equals("copy.png")).toList();
    String told =
        SplitLeaks.remark(folder, new Splits(others, List.of(), copies, "by hand")).orElse("");
    assertTrue(told.contains("another side of the split: 1, the first "), told);
    assertTrue(told.contains("copy.png") && told.contains("letter0.png"), told);
    Splits apart = new Splits(others.subList(0, 3), List.of(), others.subList(3, 6), "by hand");
    assertEquals(Optional.empty(), SplitLeaks.remark(folder, apart));
  }
}
