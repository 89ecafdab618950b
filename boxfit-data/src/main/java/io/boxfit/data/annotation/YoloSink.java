package io.boxfit.data.annotation;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** One text file a picture, and the file that names the class. */
final class YoloSink implements AnnotationSink {
  private static final BoxEncoding ENCODING = new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.RELATIVE);

  private final Path labels;

  YoloSink(Path folder, String className) throws IOException {
    labels = Files.createDirectory(folder.resolve("labels"));
    // Loaders want both; another set of another split makes a true validation set.
    Files.writeString(
        folder.resolve("data.yaml"),
        "path: .\ntrain: images\nval: images\nnames:\n  0: '"
            + className.replace("'", "''")
            + "'\n");
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    double[] four = ENCODING.encode(annotation.box(), annotation.width(), annotation.height());
    Files.writeString(
        labels.resolve(annotation.name() + ".txt"),
        String.format(Locale.ROOT, "0 %.9f %.9f %.9f %.9f\n", four[0], four[1], four[2], four[3]));
  }

  @Override
  public void close() {}
}
