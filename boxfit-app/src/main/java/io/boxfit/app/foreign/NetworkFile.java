package io.boxfit.app.foreign;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.boxfit.core.BadInputException;
import io.boxfit.predict.PredictorOptions;
import io.boxfit.predict.TensorModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens network files, and says in one line what is wrong with one that cannot be opened. */
final class NetworkFile {
  /** What ONNX Runtime brings along; the first two are the same. */
  private static final Set<String> DOMAINS =
      Set.of("", "ai.onnx", "ai.onnx.ml", "ai.onnx.preview.training", "com.microsoft");

  /** ONNX Runtime stops at the first operator that it does not know, and names it so or so. */
  private static final Pattern UNKNOWN =
      Pattern.compile("No Op registered for (\\S+)|(\\S+)\\(-?\\d+\\) is not a registered");

  private static final Pattern NEWEST = Pattern.compile("is till opset (\\d{1,9})");

  private static final String GIT_LFS = "version https://git-lfs";

  private static final int NAMED = 10;

  private NetworkFile() {}

  static TensorModel open(Path file, PredictorOptions options) {
    try {
      return TensorModel.load(file, options);
    } catch (BadInputException e) {
      throw why(file, e).map(reason -> new BadInputException(file + " " + reason, e)).orElse(e);
    }
  }

  private static Optional<String> why(Path file, BadInputException refused) {
    if (refused.getCause() == null || !Files.isReadable(file)) {
      return Optional.empty();
    }
    if (isPointer(file)) {
      return Optional.of("is the pointer that Git keeps of a large file: run git lfs pull");
    }
    ModelProto model;
    try (InputStream in = Files.newInputStream(file)) {
      model = ModelProto.parseFrom(in);
    } catch (IOException e) {
      return Optional.of(
          "is no ONNX file, or cut off: PyTorch writes one by torch.onnx.export, Keras by tf2onnx");
    }
    if (!model.hasGraph()) {
      return Optional.of("is no ONNX file: it holds no network");
    }
    String message = String.valueOf(refused.getCause().getMessage());
    return operators(model.getGraph(), message)
        .or(() -> tooNew(model, message))
        .or(() -> weights(model.getGraph(), file));
  }

  private static boolean isPointer(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(GIT_LFS.length()), StandardCharsets.UTF_8).equals(GIT_LFS);
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> tooNew(ModelProto model, String message) {
    Matcher matcher = NEWEST.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return model.getOpsetImportList().stream()
        .filter(set -> DOMAINS.contains(set.getDomain()))
        .filter(set -> set.getVersion() > Long.parseLong(matcher.group(1)))
        .findFirst()
        .map(
            set ->
                "is written for opset %d, and ONNX Runtime knows them up to %s: export it with"
                        .formatted(set.getVersion(), matcher.group(1))
                    + " opset_version="
                    + matcher.group(1));
  }

  private static Optional<String> operators(GraphProto graph, String message) {
    Set<String> unknown = new LinkedHashSet<>();
    Matcher matcher = UNKNOWN.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    unknown.add((matcher.group(1) != null ? matcher.group(1) : matcher.group(2)).replace(':', '.'));
    foreign(graph, unknown);
    String names = unknown.stream().limit(NAMED).collect(Collectors.joining(", "));
    return Optional.of(
        "uses what ONNX Runtime does not know, "
            + plain(names)
            + (unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more" : "")
            + ": export it with the standard operators of ONNX only");
  }

  private static void foreign(GraphProto graph, Set<String> unknown) {
    for (NodeProto node : graph.getNodeList()) {
      if (!DOMAINS.contains(node.getDomain())) {
        unknown.add(node.getDomain() + "." + node.getOpType());
      }
      for (AttributeProto attribute : node.getAttributeList()) {
        if (attribute.hasG()) {
          foreign(attribute.getG(), unknown);
        }
        attribute.getGraphsList().forEach(inner -> foreign(inner, unknown));
      }
    }
  }

  private static Optional<String> weights(GraphProto graph, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    for (TensorProto tensor : graph.getInitializerList()) {
      for (StringStringEntryProto entry : tensor.getExternalDataList()) {
        if (entry.getKey().equals("location") && !isBeside(folder, entry.getValue())) {
          return Optional.of(
              "keeps its weights in '"
                  + plain(entry.getValue())
                  + "', which is not beside it: copy both files into one folder");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isBeside(Path folder, String location) {
    try {
      Path weights = folder.resolve(location).normalize();
      return weights.startsWith(folder.normalize()) && Files.isRegularFile(weights);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String plain(String foreign) {
    return foreign.replaceAll("\\p{Cntrl}", "?");
  }
}
