package io.boxfit.predict;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file must offer to be a Boxfit model.
 *
 * <p>Input {@code image}: uint8 [N, H, W, C], N free, H and W both free or both fixed, C 3 (RGB) or
 * 1 (gray). Output {@code box}: float32 [N, 4], left, top, right, bottom in pixels of the picture.
 * Second output {@code boxUnrounded}, alike, exactly where the model rounds to whole pixels.
 * Further output {@code confidence}: float32 [N], where the model tells how sure it is.
 */
final class ModelContract {
  static final String IMAGE = "image";
  static final String BOX = "box";
  static final String UNROUNDED = "boxUnrounded";
  static final String CONFIDENCE = "confidence";

  private final String name;
  private final Map<String, String> metadata;

  private ModelContract(String name, Map<String, String> metadata) {
    this.name = name;
    this.metadata = metadata;
  }

  /**
   * Checks a model and reads what it says about itself.
   *
   * @param name of the model in messages
   * @throws BadInputException if the model departs from the contract, naming where
   */
  static ModelInfo check(OrtSession session, String name) {
    try {
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      return new ModelContract(name, metadata)
          .info(session.getInputInfo(), session.getOutputInfo());
    } catch (OrtException e) {
      throw new BadInputException(name + " cannot be read: " + OnnxRuntime.gist(e), e);
    }
  }

  private ModelInfo info(Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {
    requireNames("inputs", inputs.keySet(), Set.of(IMAGE));
    boolean rounds = outputs.containsKey(UNROUNDED);
    boolean tells = outputs.containsKey(CONFIDENCE);
    Set<String> boxes = rounds ? Set.of(BOX, UNROUNDED) : Set.of(BOX);
    Set<String> others = new TreeSet<>(outputs.keySet());
    others.remove(CONFIDENCE);
    requireNames("outputs", others, boxes);
    for (String output : boxes) {
      requireBoxes(output, outputs.get(output));
    }
    if (tells) {
      requireNumbers(outputs.get(CONFIDENCE));
    }
    long[] shape = imageShape(inputs.get(IMAGE));
    String version = metadata("boxfit.version");
    if (!metadata("boxfit.format").equals("XYXY")) {
      throw wrong("boxfit.format", "XYXY");
    }
    if (!metadata("boxfit.wholePixels").equals(String.valueOf(rounds))) {
      throw wrong("boxfit.wholePixels", rounds + " as its outputs are");
    }
    ModelInfo info =
        new ModelInfo(
            version,
            names(),
            metadata("boxfit.recipeDigest"),
            constantBaseline(),
            size("boxfit.inputWidth"),
            size("boxfit.inputHeight"),
            (int) shape[3],
            shape[1] < 0,
            resize(),
            rounds,
            tells);
    if (!info.anySize() && (shape[1] != info.inputHeight() || shape[2] != info.inputWidth())) {
      throw wrong(
          "boxfit.inputWidth and boxfit.inputHeight",
          shape[2] + " and " + shape[1] + " as its input is");
    }
    return info;
  }

  private void requireNames(String what, Set<String> found, Set<String> wanted) {
    if (!found.equals(wanted)) {
      throw refused(
          "has the "
              + what
              + " "
              + OneLine.of(found.toString())
              + " where a Boxfit model has "
              + wanted);
    }
  }

  private void requireBoxes(String output, NodeInfo node) {
    if (!(node.getInfo() instanceof TensorInfo tensor)
        || tensor.type != OnnxJavaType.FLOAT
        || tensor.getShape().length != 2
        || (tensor.getShape()[1] != 4 && tensor.getShape()[1] >= 0)) {
      throw refused("has the output " + output + " as " + describe(node) + ", not float32 [N, 4]");
    }
  }

  private void requireNumbers(NodeInfo node) {
    if (!(node.getInfo() instanceof TensorInfo tensor)
        || tensor.type != OnnxJavaType.FLOAT
        || tensor.getShape().length != 1) {
      throw refused("has the output " + CONFIDENCE + " as " + describe(node) + ", not float32 [N]");
    }
  }

  private long[] imageShape(NodeInfo node) {
    if (node.getInfo() instanceof TensorInfo tensor
        && tensor.type == OnnxJavaType.UINT8
        && tensor.getShape().length == 4) {
      long[] shape = tensor.getShape();
      boolean channelsFit = shape[3] == 1 || shape[3] == 3;
      if (shape[0] < 0 && channelsFit && (shape[1] < 0) == (shape[2] < 0)) {
        return shape;
      }
    }
    throw refused(
        "has the input "
            + IMAGE
            + " as "
            + describe(node)
            + ", not uint8 [N, H, W, C] with N free, H and W both free or both fixed, C 1 or 3");
  }

  private static String describe(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? tensor.type + " " + Arrays.toString(tensor.getShape())
        : "something that is not a tensor";
  }

  private String metadata(String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw refused("lacks the metadata " + key + ": it was not written by Boxfit");
    }
    return value;
  }

  private List<String> names() {
    try {
      return JsonArray.strings(metadata("boxfit.names"));
    } catch (IllegalArgumentException e) {
      throw wrong("boxfit.names", "a JSON array of strings");
    }
  }

  private Box constantBaseline() {
    String key = "boxfit.constantBaseline";
    List<Double> sides;
    try {
      sides = JsonArray.numbers(metadata(key));
    } catch (IllegalArgumentException e) {
      throw wrong(key, "a JSON array of four numbers");
    }
    if (sides.size() != 4) {
      throw wrong(key, "a JSON array of four numbers");
    }
    return new Box(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
  }

  private Resize resize() {
    String value = metadata.getOrDefault("boxfit.resize", "stretch");
    return switch (value) {
      case "stretch" -> Resize.STRETCH;
      case "letterbox" -> Resize.LETTERBOX;
      default -> throw wrong("boxfit.resize", "stretch or letterbox");
    };
  }

  private int size(String key) {
    String value = metadata(key);
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw wrong(key, "a whole number of pixels, 1 to 9999999");
    }
    return Integer.parseInt(value);
  }

  private BadInputException wrong(String key, String wanted) {
    String value = metadata.containsKey(key) ? " \"" + OneLine.of(metadata.get(key)) + "\"" : "";
    return refused("has the metadata " + key + value + ", not " + wanted);
  }

  private BadInputException refused(String why) {
    return new BadInputException(name + " is not a Boxfit model: it " + why);
  }
}
