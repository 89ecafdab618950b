package io.boxfit.train.checkpoint;

import io.boxfit.core.BadInputException;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.onnx.OnnxWeights;
import io.boxfit.train.engine.ParameterLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Weights from elsewhere that a training begins with: those of a run, of a safetensors file, or of
 * an ONNX file.
 *
 * <p>A parameter is taken over where the file has a tensor of its name and shape. Besides Boxfit's
 * own names, PyTorch's count: {@code weight} for a kernel or gain, {@code bias} for a shift, {@code
 * running_mean} and {@code running_var} for moving statistics, behind a prefix {@code module.},
 * {@code model.} or {@code backbone.} or none. So a network whose nodes are called as torchvision
 * calls its layers takes torchvision's weights.
 *
 * @param taken parameters that were taken over
 * @param left parameters that start as the recipe says
 * @param unused tensors of the file that nothing asked for
 * @param share of the network's numbers that were taken over
 */
public record StartingWeights(
    List<String> taken, List<String> left, List<String> unused, double share) {
  private static final List<String> PREFIXES = List.of("", "module.", "model.", "backbone.");
  private static final int NAMED = 4;

  private static final Map<String, String> PYTORCH =
      Map.of(
          "kernel", "weight",
          "gain", "weight",
          "shift", "bias",
          "mean", "running_mean",
          "variance", "running_var");

  /**
   * Puts a file's weights over initial ones.
   *
   * @param flat all parameters as the layout says; changed
   * @throws BadInputException if the file cannot be used, or has nothing for this network
   */
  public static StartingWeights into(float[] flat, ParameterLayout layout, Path file) {
    Map<String, Safetensors.Entry> tensors = read(file);
    List<String> taken = new ArrayList<>();
    List<String> left = new ArrayList<>();
    Set<String> unused = new LinkedHashSet<>(tensors.keySet());
    long numbers = 0;
    for (ParameterLayout.Slot slot : layout.slots()) {
      String found = find(slot.parameter(), tensors);
      if (found.isEmpty()) {
        left.add(slot.parameter().name());
      } else {
        System.arraycopy(tensors.get(found).values(), 0, flat, slot.offset(), slot.length());
        taken.add(slot.parameter().name());
        unused.remove(found);
        numbers += slot.length();
      }
    }
    if (taken.isEmpty()) {
      throw new BadInputException(
          file
              + ": none of its "
              + tensors.size()
              + " tensors has the name and shape of a parameter of this network; the network's"
              + " first is "
              + left.get(0)
              + ", the file's first "
              + tensors.keySet().stream().findFirst().orElse("none"));
    }
    double share = (double) numbers / layout.length();
    return new StartingWeights(taken, left, List.copyOf(unused), share);
  }

  private static String find(NodeParameter parameter, Map<String, Safetensors.Entry> tensors) {
    String name = parameter.name();
    String node = name.substring(0, name.lastIndexOf('.') + 1);
    String own = name.substring(node.length());
    for (String prefix : PREFIXES) {
      for (String word : List.of(own, PYTORCH.getOrDefault(own, own))) {
        Safetensors.Entry entry = tensors.get(prefix + node + word);
        if (entry != null && entry.sizes().equals(parameter.parameter().shape().sizes())) {
          return prefix + node + word;
        }
      }
    }
    return "";
  }

  private static Map<String, Safetensors.Entry> read(Path file) {
    try {
      if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
        return Safetensors.readForeign(file).tensors();
      }
      Map<String, Safetensors.Entry> entries = new LinkedHashMap<>();
      OnnxWeights.read(Files.readAllBytes(file), file.toString())
          .forEach(
              (name, tensor) ->
                  entries.put(name, new Safetensors.Entry(tensor.sizes(), tensor.values())));
      return entries;
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** What was and was not taken over, one line. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "taken over: %,d of %,d parameters (%.1f%% of the numbers)%s%s",
        taken.size(),
        taken.size() + left.size(),
        100 * share,
        named("; new here: ", left),
        named("; not used: ", unused));
  }

  private static String named(String before, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return before
        + first
        + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
  }
}
