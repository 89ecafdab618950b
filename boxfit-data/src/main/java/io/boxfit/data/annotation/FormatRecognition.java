package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.RelativeName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises the format of a folder by what lies in it. */
final class FormatRecognition {
  private static final int START = 1 << 16;
  private static final int LOOKED_AT = 50;
  private static final Pattern COCO =
      Pattern.compile("\"(?:images|annotations|categories)\"\\s*:\\s*\\[");
  private static final Pattern YOLO_YAML =
      Pattern.compile("(?m)^(?:train|val|valid|test|path)\\s*:.*");
  private static final Pattern YOLO_LINE =
      Pattern.compile("\\s*[0-9]+(?:\\.0*)?(?:\\s+-?[0-9.eE+-]+){4,}\\s*");

  private final FileIndex files;
  private final Map<String, String> columns;

  private FormatRecognition(FileIndex files, Map<String, String> columns) {
    this.files = files;
    this.columns = columns;
  }

  /**
   * The only format that the folder holds.
   *
   * @param columns as {@link ReadOptions#columns}
   * @throws BadInputException if it holds none, or several
   */
  static AnnotationFormat of(FileIndex files, Map<String, String> columns) {
    FormatRecognition recognition = new FormatRecognition(files, columns);
    Map<AnnotationFormat, String> found = new EnumMap<>(AnnotationFormat.class);
    recognition
        .first(List.of("xml"), recognition::isVoc)
        .ifPresent(name -> found.put(AnnotationFormat.VOC, name));
    recognition
        .first(List.of("json"), recognition::isCoco)
        .ifPresent(name -> found.put(AnnotationFormat.COCO, name));
    recognition.yolo().ifPresent(name -> found.put(AnnotationFormat.YOLO, name));
    recognition
        .first(List.of("csv", "tsv"), recognition::isTable)
        .ifPresent(name -> found.put(AnnotationFormat.CSV, name));
    if (found.size() == 1) {
      return found.keySet().iterator().next();
    }
    if (files.names().isEmpty()) {
      throw new BadInputException(
          files.root() + " holds no files: name the folder of the pictures and their annotations.");
    }
    if (found.isEmpty()) {
      throw new BadInputException(
          files.root()
              + " holds no annotations that are known ("
              + (files.names().size() == 1 ? "1 file" : files.names().size() + " files")
              + "): Pascal VOC XML, COCO JSON, YOLO text with data.yaml or a CSV table with a"
              + " header; --format says which it should be.");
    }
    throw new BadInputException(
        files.root()
            + " holds annotations in several formats: "
            + found.entrySet().stream()
                .map(entry -> entry.getKey().key() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "))
            + "; say which with --format, for example --format "
            + found.keySet().iterator().next().key()
            + ".");
  }

  private Optional<String> first(List<String> endings, Predicate<String> kind) {
    List<String> names = files.withEnding(endings.toArray(String[]::new));
    // Spread over all, because a folder may begin with files of another kind.
    int step = Math.max(1, names.size() / LOOKED_AT);
    for (int i = 0; i < names.size(); i += step) {
      if (kind.test(names.get(i))) {
        return Optional.of(names.get(i));
      }
    }
    return Optional.empty();
  }

  private boolean isVoc(String name) {
    return start(files.path(name)).contains("<annotation");
  }

  private boolean isCoco(String name) {
    return COCO.matcher(start(files.path(name))).find();
  }

  private boolean isTable(String name) {
    try (CsvTable table = CsvTable.open(files.path(name))) {
      return CsvColumns.of(table.header(), columns).isPresent();
    } catch (BadInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private Optional<String> yolo() {
    return first(List.of("yaml", "yml"), name -> isYoloYaml(files.path(name)))
        .or(() -> first(List.of("txt"), this::isYoloLabels));
  }

  /** Whether it names classes and parts. */
  static boolean isYoloYaml(Path file) {
    String text = start(file);
    return text.contains("names") && YOLO_YAML.matcher(text).find();
  }

  /** A file of numbers that bears the name of a picture. */
  private boolean isYoloLabels(String name) {
    String stem = RelativeName.stem(RelativeName.file(name));
    return !files.picturesNamed(stem).isEmpty()
        && start(files.path(name))
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(line -> YOLO_LINE.matcher(line).matches())
            .isPresent();
  }

  private static String start(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      return new String(input.readNBytes(START), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
