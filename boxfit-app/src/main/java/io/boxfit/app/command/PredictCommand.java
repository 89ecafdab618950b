package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.evaluation.PicturePrediction;
import io.boxfit.core.box.Box;
import io.boxfit.data.image.PictureReader;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.Prediction;
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

  @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "Picture files.")
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
    List<Prediction> predictions = predict(file.file());
    List<Box> boxes = predictions.stream().map(Prediction::box).toList();
    if (folder != null) {
      folder.write(images, boxes, console);
    }
    if (json) {
      Json.print(document(predictions), console.out());
    } else {
      console.out().print(table(predictions));
    }
    return ExitCode.DONE;
  }

  private List<Prediction> predict(Path file) {
    List<Prediction> predictions = new ArrayList<>();
    try (BoxPredictor predictor = BoxPredictor.load(file)) {
      for (Path image : images) {
        console.requireGoingOn();
        predictions.add(PicturePrediction.of(PictureReader.read(image), predictor));
      }
    }
    return predictions;
  }

  private ArrayNode document(List<Prediction> predictions) {
    ArrayNode document = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < predictions.size(); i++) {
      ObjectNode entry = document.addObject();
      entry.put("image", images.get(i).toString());
      Box box = predictions.get(i).box();
      if (box.isProper()) {
        ObjectNode sides = entry.putObject("box");
        sides.put("xMin", box.xMin());
        sides.put("yMin", box.yMin());
        sides.put("xMax", box.xMax());
        sides.put("yMax", box.yMax());
      } else {
        entry.putNull("box");
      }
      predictions.get(i).confidence().ifPresent(sure -> entry.put("confidence", sure));
    }
    return document;
  }

  private String table(List<Prediction> predictions) {
    int width = images.stream().mapToInt(image -> image.toString().length()).max().orElse(5);
    String name = "%-" + Math.max(width, 5) + "s";
    StringBuilder text = new StringBuilder();
    boolean tells = predictions.stream().anyMatch(p -> p.confidence().isPresent());
    row(text, name, "image", "xMin", "yMin", "xMax", "yMax", tells ? "sure" : "");
    for (int i = 0; i < predictions.size(); i++) {
      Box box = predictions.get(i).box();
      String image = images.get(i).toString();
      String sure =
          predictions.get(i).confidence().isPresent()
              ? String.format(Locale.ROOT, "%.2f", predictions.get(i).confidence().getAsDouble())
              : "";
      if (box.isProper()) {
        row(
            text,
            name,
            image,
            px(box.xMin()),
            px(box.yMin()),
            px(box.xMax()),
            px(box.yMax()),
            sure);
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
