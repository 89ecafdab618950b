package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.box.Box;
import io.boxfit.predict.BoxPredictor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the object in pictures. */
@Command(
    name = "predict",
    description = "Find the object in pictures: one box each, in pixels of the picture.")
final class PredictCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--model",
      paramLabel = "RUN|FILE",
      required = true,
      description = "A run folder or an ONNX file.")
  private Path model;

  @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "PNG or JPEG files.")
  private List<Path> images;

  @Option(names = "--json", description = "Print the boxes as one JSON document.")
  private boolean json;

  @Option(
      names = "--draw",
      paramLabel = "DIR",
      description = "Write copies with the box drawn into this folder, a new one.")
  private Path drawings;

  PredictCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelFile file = ModelFile.of(model);
    DrawingFolder folder = drawings == null ? null : DrawingFolder.check(drawings);
    List<Box> boxes = predict(file.file());
    if (folder != null) {
      folder.write(images, boxes, console);
    }
    if (json) {
      Json.print(document(boxes), console.out());
    } else {
      console.out().print(table(boxes));
    }
    return ExitCode.DONE;
  }

  private List<Box> predict(Path file) {
    List<Box> boxes = new ArrayList<>();
    try (BoxPredictor predictor = BoxPredictor.load(file)) {
      for (Path image : images) {
        console.requireGoingOn();
        boxes.add(predictor.predict(image));
      }
    }
    return boxes;
  }

  private ArrayNode document(List<Box> boxes) {
    ArrayNode document = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < boxes.size(); i++) {
      ObjectNode entry = document.addObject();
      entry.put("image", images.get(i).toString());
      Box box = boxes.get(i);
      if (box.isProper()) {
        ObjectNode sides = entry.putObject("box");
        sides.put("xMin", box.xMin());
        sides.put("yMin", box.yMin());
        sides.put("xMax", box.xMax());
        sides.put("yMax", box.yMax());
      } else {
        entry.putNull("box");
      }
    }
    return document;
  }

  private String table(List<Box> boxes) {
    int width = images.stream().mapToInt(image -> image.toString().length()).max().orElse(5);
    String name = "%-" + Math.max(width, 5) + "s";
    StringBuilder text = new StringBuilder();
    row(text, name, "image", "xMin", "yMin", "xMax", "yMax");
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      String image = images.get(i).toString();
      if (box.isProper()) {
        row(text, name, image, px(box.xMin()), px(box.yMin()), px(box.xMax()), px(box.yMax()));
      } else {
        row(text, name, image, "no box", "", "", "");
      }
    }
    return text.toString();
  }

  private static String px(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void row(StringBuilder text, String name, String image, String... sides) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, name, image));
    for (String side : sides) {
      line.append(String.format(Locale.ROOT, "  %8s", side));
    }
    text.append(line.toString().stripTrailing()).append(System.lineSeparator());
  }
}
