package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.ReadOptions.VocOrigin;
import io.boxfit.data.folder.FolderScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recognising a format, and folders and files that are not as they should be. */
final class AnnotationReaderTest {
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void make() {
    folder = new Folder(path.resolve("set"));
  }

  private String refusal() {
    return assertThrows(BadInputException.class, () -> folder.read()).getMessage();
  }

  @Test
  void severalFormatsAreListedAndOneCanBeChosen() {
    folder
        .pictures("images/a.png")
        .voc("annotations/a.xml", "a.png", 0, 0, 1, 1)
        .text("labels.csv", "filename,class,xmin,ymin,xmax,ymax", "a.png,cat,1,2,3,4");
    String message = refusal();
    assertTrue(message.contains("voc (annotations/a.xml), csv (labels.csv)"), message);
    assertTrue(message.contains("--format voc"), message);
    assertEquals(
        List.of("images/a.png cat 1 2 3 4"),
        Folder.lines(folder.read(AnnotationFormat.CSV, VocOrigin.AUTO)));
    assertEquals(
        List.of("images/a.png cat 0 0 1 1"),
        Folder.lines(folder.read(AnnotationFormat.VOC, VocOrigin.AUTO)));
  }

  @Test
  void nothingThatIsKnownIsRefused() throws IOException {
    assertTrue(refusal().contains("is not a folder"), refusal());
    folder.pictures("a.png").text("readme.txt", "hello").text("pom.xml", "<project/>");
    folder.text("package.json", "{\"name\":\"x\"}").text("c.yaml", "a: b").text("d.csv", "a,b");
    assertTrue(refusal().contains("holds no annotations that are known (6 files)"), refusal());
    for (AnnotationFormat format : AnnotationFormat.values()) {
      String message =
          assertThrows(BadInputException.class, () -> folder.read(format, VocOrigin.AUTO))
              .getMessage();
      assertEquals(1, message.lines().count(), message);
    }
    folder = new Folder(folder.path().resolve("a.png"));
    assertTrue(refusal().contains("is not a folder"), refusal());
    folder = new Folder(Files.createDirectory(path.resolve("empty")));
    assertTrue(refusal().contains("holds no files: name the folder"), refusal());
  }

  @Test
  void filesOfOtherKindsDoNotDisturb() {
    folder
        .pictures("images/a.png", "images/b.png")
        .voc("annotations/a.xml", "a.png", 0, 0, 1, 1)
        .text("annotations/b.xml")
        .text("annotations/pom.xml", "<project><a>1</a></project>")
        .text("classes.txt", "cat")
        .text(".git/x.xml", "<annotation>")
        .text("__MACOSX/a.xml", "<annotation>");
    AnnotatedSet set = folder.read();
    assertEquals(List.of("images/a.png cat 0 0 1 1"), Folder.lines(set));
    assertEquals(1, set.faults().size(), "the empty one: " + set.faults());
    assertTrue(
        set.remarks().get(1).startsWith("1 picture in the folder is not"), "" + set.remarks());
  }

  @Test
  void damagedXmlIsNamedByFileAndLine() {
    folder.pictures("images/a.png").voc("annotations/a.xml", "a.png", 0, 0, 1, 1);
    folder
        .bytes("annotations/b.xml", new byte[0])
        .text("annotations/c.xml", "<annotation>", "<filename>a.png</filename>", "<object>")
        .text(
            "annotations/d.xml",
            "<!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>",
            "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>",
            "<annotation><filename>&d;</filename></annotation>")
        .text(
            "annotations/e.xml",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
            "<annotation><filename>&x;</filename></annotation>")
        .text("annotations/f.xml", "<annotation>", "<filename>&nbsp;</filename></annotation>")
        .text("annotations/g.xml", "<annotation>" + "<a>".repeat(100_000))
        .bytes(
            "annotations/h.xml",
            new byte[] {'<', 'a', 'n', 'n', 'o', 't', 'a', 't', 'i', 'o', 'n', '>', (byte) 0xE4});
    AnnotatedSet set = folder.read();
    assertEquals(1, set.pictures().size());
    List<String> faults = folder.faults(set);
    assertEquals(7, faults.size(), "" + faults);
    String[] starts = {
      "b.xml the file is empty",
      "c.xml:4 is not proper XML",
      "d.xml:2 declares a document type",
      "e.xml:1 declares a document type",
      "f.xml:2 ",
      "g.xml:1 is nested more than 64 deep",
      "h.xml"
    };
    for (int i = 0; i < 7; i++) {
      String start = "unreadable-annotation annotations/" + starts[i];
      assertTrue(faults.get(i).startsWith(start), start + " / " + faults.get(i));
    }
  }

  @Test
  void pathsThatClimbOutAreFaultsAlsoWhereTheFileExists() throws IOException {
    Files.writeString(Files.createDirectories(path).resolve("secret.png"), "x");
    folder
        .pictures("images/a.png")
        .voc("annotations/a.xml", "../../secret.png", 0, 0, 1, 1)
        .voc("annotations/b.xml", "../images/a.png", 0, 0, 2, 2)
        .voc("annotations/c.xml", "x\u0001/../../../a.png", 0, 0, 2, 2);
    AnnotatedSet set = folder.read();
    assertEquals(List.of("images/a.png cat 0 0 2 2"), Folder.lines(set));
    assertEquals(2, set.faults().size());
    assertTrue(
        folder
            .faults(set)
            .contains(
                "path-outside annotations/a.xml names '../../secret.png', outside "
                    + folder.path()),
        "" + set.faults());
  }

  @Test
  void loopsOfLinksEndAndLinkedFoldersAreFollowedOnce() throws IOException {
    folder.pictures("images/a.png").voc("annotations/a.xml", "a.png", 0, 0, 1, 1);
    Path pool = Files.createDirectories(path.resolve("pool"));
    MadeSet.write(pool, "b.png", 200, 100, 0);
    Files.createSymbolicLink(folder.path().resolve("annotations/loop"), folder.path());
    Files.createSymbolicLink(folder.path().resolve("more"), pool);
    Files.createSymbolicLink(folder.path().resolve("gone"), path.resolve("nowhere"));
    Files.createSymbolicLink(pool.resolve("up"), pool);
    folder.voc("annotations/b.xml", "b.png", 0, 0, 2, 2);
    AnnotatedSet set = folder.read();
    assertEquals(List.of("images/a.png cat 0 0 1 1", "more/b.png cat 0 0 2 2"), Folder.lines(set));
    assertEquals(
        List.of("annotations/loop", "more/up"),
        set.faults().stream()
            .map(fault -> folder.path().relativize(fault.place().file()).toString())
            .toList(),
        "" + set.faults());
    // Two links a level: a walk that follows all would meet two to the power of twenty folders.
    Path maze = folder.path().resolve("maze");
    for (int i = 0; i < 20; i++) {
      Path level = Files.createDirectories(maze.resolve("" + i));
      Path next = maze.resolve("" + (i + 1));
      Files.createSymbolicLink(level.resolve("l"), next);
      Files.createSymbolicLink(level.resolve("r"), next);
    }
    assertEquals(2, folder.read().pictures().size());
  }

  @Test
  void whatLiesTooDeepIsNamed() {
    folder.pictures("a.png").voc("a.xml", "a.png", 0, 0, 1, 1);
    folder.pictures("d/".repeat(FolderScan.DEEPEST) + "b.png");
    assertEquals(List.of(), folder.read().faults());
    folder.pictures("d/".repeat(FolderScan.DEEPEST + 1) + "b.png");
    assertEquals(1, folder.read().faults().size());
  }

  @Test
  void foldersAndFilesThatMustNotBeReadAreNamed() throws IOException {
    folder.pictures("a.png").voc("a.xml", "a.png", 0, 0, 1, 1).voc("b.xml", "a.png", 0, 0, 1, 1);
    folder.voc("closed/c.xml", "a.png", 0, 0, 1, 1);
    Path closed = folder.path().resolve("closed");
    Path file = folder.path().resolve("b.xml");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(file), "whoever may read everything meets no such fault");
      AnnotatedSet set = folder.read();
      assertEquals(
          List.of("closed", "b.xml"),
          set.faults().stream()
              .map(fault -> folder.path().relativize(fault.place().file()).toString())
              .toList());
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
