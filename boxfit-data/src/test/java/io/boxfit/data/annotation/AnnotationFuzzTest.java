package io.boxfit.data.annotation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.Seed;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.image.Fuzzing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged annotation files of every kind: boxes, or faults of one clear line each. */
final class AnnotationFuzzTest {
  @TempDir Path path;

  private void fuzz(
      String kind, int inputs, AnnotationFormat format, String file, List<byte[]> real) {
    Folder folder = new Folder(path.resolve("set")).pictures("images/a.png", "images/b.png");
    Fuzzing.run(
        kind,
        inputs,
        real,
        input -> {
          folder.bytes(file, input);
          AnnotatedSet set = folder.read(format, ReadOptions.VocOrigin.AUTO);
          for (Fault fault : set.faults()) {
            Fuzzing.requireOneClearLine(fault.line(), kind);
          }
          for (AnnotatedPicture picture : set.pictures()) {
            requireSound(picture, folder.path());
          }
          if (!set.faults().isEmpty()) {
            throw new BadInputException(set.faults().get(0).line());
          }
        });
  }

  private static void requireSound(AnnotatedPicture picture, Path root) {
    assertTrue(picture.file().normalize().startsWith(root), picture.name());
    assertTrue(picture.width() >= 0 && picture.height() >= 0, picture.name());
    for (LabelledBox box : picture.boxes()) {
      assertTrue(Math.abs(box.box().xMin()) <= 1e10, "" + box);
      assertTrue(Math.abs(box.box().width()) <= 1e10, "" + box);
      assertTrue(Math.abs(box.box().yMax()) <= 1e10, "" + box);
    }
  }

  /** Files of one ending as Boxfit writes them, from some sets that are made. */
  private List<byte[]> written(AnnotationFormat format, String ending) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Path made = path.resolve("made" + format + ending + i);
      AnnotatedSet set = MadeSet.random(made, new Seed(i).stream("fuzz"));
      Path out = path.resolve("out" + format + ending + i);
      SetCopy.of(set, format).write(out, done -> {});
      try (Stream<Path> all = Files.walk(out)) {
        for (Path file : all.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
          files.add(Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void voc() throws IOException {
    List<byte[]> real = written(AnnotationFormat.VOC, ".xml");
    real.add(
        text(
            "<?xml version=\"1.0\"?><annotation verified=\"yes\"><folder>images</folder>"
                + "<filename>a.png</filename><path>/home/me/a.png</path><size><width>200</width>"
                + "<height>100</height></size><object><name>x</name><bndbox><xmin>1</xmin>"
                + "<ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object></annotation>"));
    fuzz("voc", 2500, AnnotationFormat.VOC, "annotations/a.xml", real);
  }

  @Test
  void coco() throws IOException {
    fuzz(
        "coco",
        2500,
        AnnotationFormat.COCO,
        "annotations.json",
        written(AnnotationFormat.COCO, ".json"));
  }

  @Test
  void csv() throws IOException {
    List<byte[]> real = written(AnnotationFormat.CSV, ".csv");
    real.add(text("image;x;y;w;h;label\na.png;1;2;3;4;cat\nC:\\b.png;1,5;2;3;4;\"d;og\"\n"));
    fuzz("csv", 2500, AnnotationFormat.CSV, "t.csv", real);
  }

  @Test
  void yoloLabels() throws IOException {
    List<byte[]> real = written(AnnotationFormat.YOLO, "png.txt");
    real.add(text("0 0.5 0.5 0.25 0.75\n3 0.1 0.2 0.3 0.4 0.9\n1 0.1 0.1 0.2 0.2 0.3 0.1\n"));
    fuzz("yolo labels", 1250, AnnotationFormat.YOLO, "labels/a.txt", real);
  }

  @Test
  void yoloYaml() throws IOException {
    List<byte[]> real = written(AnnotationFormat.YOLO, ".yaml");
    real.add(text("path: ../x\ntrain: [images, ../images]\nval: list.txt\nnames:\n- a\n- b\n"));
    real.add(text("train: images\nval: images # same\nnc: 2\nnames: {0: a, 7: 'b c'}\n"));
    new Folder(path.resolve("set")).text("labels/a.txt", "0 0.5 0.5 1 1");
    fuzz("yolo yaml", 1250, AnnotationFormat.YOLO, "data.yaml", real);
  }
}
