package io.boxfit.model.recipe;

import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.model.setting.YamlText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recipes as YAML. */
public final class RecipeYaml {
  private RecipeYaml() {}

  /**
   * The recipe in full, every default written out. Equal recipes give equal text on every machine,
   * and {@link Recipes#parse} gives the recipe back.
   */
  public static String write(Recipe recipe) {
    return YamlText.write(RecipeTree.of(recipe));
  }

  /** SHA-256 of {@link #write}'s text in UTF-8, 64 lower-case hexadecimal digits. */
  public static String digest(Recipe recipe) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(write(recipe).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** {@link #write} below a table of the layers, with shapes and counts, in comment lines. */
  public static String describe(Recipe recipe) {
    Network network = recipe.network();
    Map<String, Shape> shapes = network.shapes();
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%,d parameters, %,d multiply-adds for a picture of %s",
        network.parameterCount(),
        network.multiplyAdds(),
        network.input().shape());
    line(text, "%,d steps of %d samples", recipe.steps(), recipe.batchSize());
    line(text, "");
    String row = "%-" + nameWidth(network) + "s  %-14s  %-10s  %10s";
    line(text, row, "layer", "kind", "output", "parameters");
    line(text, row, Network.IMAGE, "", network.input().shape(), "");
    for (Node node : network.nodes()) {
      List<Shape> inputs = node.inputs().stream().map(shapes::get).toList();
      long parameters =
          node.layer().parameters(inputs).stream().mapToLong(p -> p.shape().elements()).sum();
      line(
          text,
          row,
          node.name(),
          Kinds.name(Layer.class, node.layer().getClass()),
          shapes.get(node.name()),
          parameters == 0 ? "" : String.format(Locale.ROOT, "%,d", parameters));
    }
    return text.append('\n').append(write(recipe)).toString();
  }

  private static int nameWidth(Network network) {
    return network.nodes().stream().mapToInt(node -> node.name().length()).max().orElse(5);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    String line = "# " + String.format(Locale.ROOT, format, values);
    text.append(line.stripTrailing()).append('\n');
  }
}
