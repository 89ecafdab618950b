package io.boxfit.data.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** One JSON file for all pictures, or one for each part and one for the pictures without. */
final class CocoSink implements AnnotationSink {
  private static final String FOLDER = "annotations";

  private final Path folder;
  private final SetLayout layout;
  private final Map<String, CocoDocument> documents = new TreeMap<>();

  CocoSink(Path folder, SetLayout layout) throws IOException {
    this.folder = folder;
    this.layout = layout;
    if (layout.inParts()) {
      Files.createDirectories(folder.resolve(FOLDER));
    } else {
      documents.put("", new CocoDocument(folder.resolve("annotations.json"), layout));
    }
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    String part = annotation.part().orElse("");
    CocoDocument document = documents.get(part);
    if (document == null) {
      String name = "instances_" + (part.isEmpty() ? "unsplit" : part) + ".json";
      document = new CocoDocument(folder.resolve(FOLDER).resolve(name), layout);
      documents.put(part, document);
    }
    document.add(annotation, layout.path(annotation.name(), layout.inParts() ? FOLDER : ""));
  }

  @Override
  public void close() throws IOException {
    for (CocoDocument document : documents.values()) {
      document.close();
    }
  }
}
