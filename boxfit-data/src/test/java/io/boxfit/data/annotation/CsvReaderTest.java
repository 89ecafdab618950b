package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.ReadOptions.VocOrigin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvReaderTest {
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void make() {
    folder = new Folder(path).pictures("a.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename,width,height,class,xmin,ymin,xmax,ymax/a.png,200,100,cat,10,20,30.5,60",
        "image;label;x_min;y_min;x_max;y_max/a.png;cat;10;20;30.5;60",
        "Path\tName\tX1\tY1\tX2\tY2/a.png\tcat\t10\t20\t30.5\t60",
        "left,top,right,bottom,image_id,category/10,20,30.5,60,a,cat",
        "file,class,x,y,w,h/a.png,cat,10,20,20.5,40",
        "file_name,label_name,bbox_x,bbox_y,bbox_width,bbox_height,image_width,image_height"
            + "/a.png,cat,10,20,20.5,40,200,100",
        "image,x,y,width,height,label/a.png,10,20,20.5,40,cat",
        "image_name,left,top,width,height,label/a.png,10,20,20.5,40,cat",
        "\uFEFF\"filename\",\"class\",\"xmin\",\"ymin\",\"xmax\",\"ymax\""
            + "/\"a.png\",\"cat\",\"10\",\"20\",\"30.5\",\"60\"",
        "x min,y min,x max,y max,frame,File,class/10,20,30.5,60,7,a.png,cat"
      })
  void namesOfColumnsAsTheyAreFound(String table) {
    folder.text("t.csv", table.split("/", -1));
    AnnotatedSet set = folder.read();
    assertEquals(AnnotationFormat.CSV, set.format());
    assertEquals(List.of("a.png cat 10 20 30.5 60"), Folder.lines(set));
    boolean sized = set.pictures().get(0).width() != 0;
    assertEquals(table.contains(",200,100"), sized, "the size is the picture's only where it says");
    assertEquals(2, set.pictures().get(0).boxes().get(0).place().line());
  }

  @Test
  void columnsThatDoNotSpeakAreMapped() {
    folder.text("t.csv", "foto,k,links,oben,rechts,unten", "a.png,cat,1,2,3,4");
    String message = assertThrows(BadInputException.class, () -> folder.read()).getMessage();
    assertTrue(message.contains("no annotations that are known"), message);
    message =
        assertThrows(
                BadInputException.class, () -> folder.read(AnnotationFormat.CSV, VocOrigin.AUTO))
            .getMessage();
    assertTrue(message.contains("foto, k, links") && message.contains("--columns"), message);
    Map<String, String> columns =
        Map.of(
            "filename",
            "Foto",
            "class",
            "k",
            "xmin",
            "links",
            "ymin",
            "oben",
            "xmax",
            "rechts",
            "ymax",
            "unten");
    ReadOptions options = new ReadOptions(Optional.empty(), VocOrigin.AUTO, columns);
    assertEquals(List.of("a.png cat 1 2 3 4"), Folder.lines(AnnotationReader.read(path, options)));
    ReadOptions slip = new ReadOptions(Optional.empty(), VocOrigin.AUTO, Map.of("xmim", "links"));
    message =
        assertThrows(BadInputException.class, () -> AnnotationReader.read(path, slip)).getMessage();
    assertTrue(message.contains("'xmim'") && message.contains("mean 'xmin'"), message);
  }

  @Test
  void pairsOfTablesGiveTheParts() {
    folder
        .pictures("images/train/b.png", "images/test/c.png", "images/c.png")
        .text("annotations/train_labels.csv", "filename,xmin,ymin,xmax,ymax", "b.png,1,2,3,4")
        .text("annotations/test_labels.csv", "filename,xmin,ymin,xmax,ymax", "c.png,1,2,3,4")
        .text("notes.csv", "day,hours", "monday,3");
    AnnotatedSet set = folder.read();
    assertEquals(
        List.of("images/c.png [test]  1 2 3 4", "images/train/b.png [train]  1 2 3 4"),
        Folder.lines(set),
        "a usual folder goes before a search by name");
    assertTrue(set.remarks().get(0).startsWith("2 pictures in the folder"), "" + set.remarks());
  }

  @Test
  void aPartOfItsOwnColumnAndRowsOfOnePictureComeTogether() {
    folder
        .pictures("b.png")
        .text(
            "t.csv",
            "split,filename,class,xmin,ymin,xmax,ymax",
            "train,a.png,cat,1,2,3,4",
            "validation,b.png,\"a \"\"dog\"\", big\",5,6,7,8",
            "train,a.png,cow,9,10,11,12",
            "",
            "train,a.png,cat,1,2,3,4");
    assertEquals(
        List.of(
            "a.png [train] cat 1 2 3 4 cow 9 10 11 12 cat 1 2 3 4",
            "b.png [val] a \"dog\", big 5 6 7 8"),
        Folder.lines(folder.read()));
  }

  @Test
  void theFullTableBesideItsPartsCountsOnce() {
    String header = "filename,class,xmin,ymin,xmax,ymax";
    folder
        .pictures("b.png")
        .text("all_labels.csv", header, "a.png,cat,1,2,3,4", "b.png,cat,5,6,7,8")
        .text("test_labels.csv", header, "b.png,cat,5,6,7,8")
        .text("train_labels.csv", header, "a.png,cat,1,2,3,4");
    assertEquals(
        List.of("a.png [train] cat 1 2 3 4", "b.png [test] cat 5 6 7 8"),
        Folder.lines(folder.read()));
  }

  @Test
  void badRowsAreNamedAndTheOthersRead() {
    folder.pictures("b.png", "c.png");
    String table =
        """
        filename,width,height,class,xmin,ymin,xmax,ymax
        a.png,200,100,cat,1,2,3,4
        a.png,200,100,cat,NaN,2,3,4
        a.png,200,100,cat,1,1e308,3,4
        a.png,200,100,cat,1,2
        a.png,-5,100,cat,1,2,3,4
        ../../etc/passwd,200,100,cat,1,2,3,4
        ,200,100,cat,1,2,3,4
        a.png,201,100,cat,1,2,3,4
        b.png,200,100,,,,,
        c.png,200,100,K\u00e4fer,1,2,3,4
        """;
    folder.bytes("t.csv", table.getBytes(StandardCharsets.ISO_8859_1));
    AnnotatedSet set = folder.read();
    assertEquals(List.of("a.png cat 1 2 3 4 cat 1 2 3 4 cat 1 2 3 4", "b.png"), Folder.lines(set));
    assertEquals(
        List.of(
            "bad-number t.csv:3 xmin is 'NaN'",
            "bad-number t.csv:4 ymin is '1e308'",
            "bad-number t.csv:5 xmax is ''",
            "bad-number t.csv:6 width is '-5'",
            "path-outside t.csv:7 names '../../etc/passwd', outside " + path,
            "unreadable-annotation t.csv:8 names no picture",
            "size-differs t.csv:9 says 201x100 of a.png, but " + path + "/t.csv:2 says 200x100",
            "unreadable-annotation t.csv:11 is not UTF-8 text"),
        folder.faults(set));
  }

  @Test
  void aQuoteThatNeverEndsIsAFaultOfItsLine() {
    folder.text(
        "t.csv", "filename,xmin,ymin,xmax,ymax", "a.png,1,2,3,4", "\"" + "x\n".repeat(600_000));
    AnnotatedSet set = folder.read();
    assertEquals(List.of("a.png  1 2 3 4"), Folder.lines(set));
    assertEquals(1, set.faults().size(), "" + set.faults());
    assertTrue(
        folder.faults(set).get(0).startsWith("unreadable-annotation t.csv:3 the table is damaged"),
        "" + set.faults());
  }

  @Test
  void ofManyFaultsAHundredAreKept() {
    folder.text(
        "t.csv",
        "filename,xmin,ymin,xmax,ymax",
        "a.png,1,2,3,4\n" + "a.png,?,2,3,4\n".repeat(5000));
    List<String> faults = folder.faults(folder.read());
    assertEquals(101, faults.size());
    assertEquals("bad-number t.csv 4900 more of this kind are not listed", faults.get(100));
  }

  @Test
  void pathsOfAnotherMachineAreFoundByNameAndToldOnce() {
    folder
        .pictures("images/b.png", "images/train/c.png", "images/test/c.png")
        .text(
            "t.csv",
            "path,xmin,ymin,xmax,ymax",
            "/home/me/a.png,1,2,3,4",
            "C:\\data\\images\\b.png,1,2,3,4",
            "https://example.org/set/test/c.png,1,2,3,4",
            path + "/images/train/c.png,1,2,3,4");
    AnnotatedSet set = folder.read();
    assertEquals(
        List.of(
            "a.png  1 2 3 4",
            "images/b.png  1 2 3 4",
            "images/test/c.png [test]  1 2 3 4",
            "images/train/c.png [train]  1 2 3 4"),
        Folder.lines(set));
    assertEquals(1, set.remarks().size());
    assertTrue(
        set.remarks().get(0).startsWith("3 absolute paths such as '/home/me/a.png'"),
        set.remarks().get(0));
    assertEquals(
        List.of(
            "foreign-path t.csv:2 names '/home/me/a.png', a path of another machine (3 such"
                + " paths)"),
        folder.faults(set));
  }

  @Test
  void whatIsMissingIsStillInTheSet() {
    folder.text("sub/t.csv", "path,xmin,ymin,xmax,ymax", "gone.png,1,2,3,4");
    AnnotatedSet set = folder.read();
    assertEquals(List.of("sub/gone.png  1 2 3 4"), Folder.lines(set));
    assertEquals(path.resolve("sub/gone.png"), set.pictures().get(0).file());
    assertEquals(List.of(), set.faults());
  }
}
