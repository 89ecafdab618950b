package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.data.folder.FileIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One text file a picture, lists of the parts, and the file that names the classes. */
final class YoloSink implements AnnotationSink {
  private static final BoxEncoding ENCODING = new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.RELATIVE);

  /** Up to this size nine decimals bring a side back within half a millionth of a pixel. */
  private static final int NINE_DECIMALS = 600;

  private final Path folder;
  private final SetLayout layout;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, StringBuilder> lists = new TreeMap<>();

  YoloSink(Path folder, SetLayout layout) throws IOException {
    this.folder = folder;
    this.layout = layout;
    Files.createDirectories(folder.resolve("labels"));
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    String name = annotation.name();
    String file = YoloFiles.label(name);
    String other = owners.putIfAbsent(file, name);
    if (other != null) {
      throw new BadInputException(
          "YOLO keeps the boxes of "
              + other
              + " and "
              + name
              + " in the same file "
              + file
              + ": rename one of the pictures, or convert to another format.");
    }
    if (!FileIndex.isPicture(name)) {
      throw new BadInputException(
          "YOLO finds pictures by the ending of their names, and "
              + name
              + " has none that is a picture's: rename it, or convert to another format.");
    }
    StringBuilder lines = new StringBuilder();
    for (Annotation.Labelled object : annotation.objects()) {
      lines.append(line(annotation, object));
    }
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, lines);
    annotation
        .part()
        .ifPresent(
            part ->
                lists
                    .computeIfAbsent(part, key -> new StringBuilder())
                    .append("./")
                    .append(name)
                    .append('\n'));
  }

  private String line(Annotation annotation, Annotation.Labelled object) {
    double[] four = ENCODING.encode(object.box(), annotation.width(), annotation.height());
    int decimals = Math.max(annotation.width(), annotation.height()) <= NINE_DECIMALS ? 9 : 13;
    StringBuilder line = new StringBuilder().append(layout.number(object.label()));
    for (double number : four) {
      line.append(String.format(Locale.ROOT, " %." + decimals + "f", number));
    }
    return line.append('\n').toString();
  }

  @Override
  public void close() throws IOException {
    StringBuilder yaml = new StringBuilder("path: .\n");
    if (layout.inParts()) {
      for (Map.Entry<String, StringBuilder> list : lists.entrySet()) {
        Files.writeString(folder.resolve(list.getKey() + ".txt"), list.getValue());
      }
      entry(yaml, "train", Optional.of("train"));
      // Loaders insist on val: where there is none, test is the next best.
      entry(yaml, "val", List.of("val", "test").stream().filter(lists::containsKey).findFirst());
      entry(yaml, "test", Optional.of("test"));
    } else {
      // Loaders want both; another set of another split makes a true validation set.
      String pictures = layout.allInImages() ? Annotation.IMAGES : ".";
      yaml.append("train: ").append(pictures).append("\nval: ").append(pictures).append('\n');
    }
    yaml.append("names:\n");
    for (int i = 0; i < layout.labels().size(); i++) {
      String label = layout.labels().get(i).replace("'", "''");
      yaml.append("  ").append(i).append(": '").append(label).append("'\n");
    }
    Files.writeString(folder.resolve("data.yaml"), yaml);
  }

  private void entry(StringBuilder yaml, String key, Optional<String> part) {
    part.filter(lists::containsKey)
        .ifPresent(list -> yaml.append(key).append(": ").append(list).append(".txt\n"));
  }
}
