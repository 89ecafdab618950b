package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of layers into a network.
 *
 * <p>Each is {@code relu} or {@code conv2d: {filters: 16, kernel: 3}}, with {@code name} and {@code
 * from} beside it where wanted. Without {@code from} a layer takes the one before it, the first the
 * picture; without {@code name} it is called after its kind and a running number.
 */
final class NetworkReader {
  private static final Pattern NAMED = Pattern.compile("layer '([^']+)'");

  private final Map<String, Origin> places = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  private NetworkReader() {}

  /**
   * The network.
   *
   * @param written where the input was written, for errors
   */
  static Network read(Setting layers, Input input, Setting written) {
    return new NetworkReader().network(layers, input, Blame.last(written));
  }

  private Network network(Setting layers, Input input, Origin inputPlace) {
    if (!(layers instanceof Setting.Listing list)) {
      throw ScalarReader.wrong(layers, "network", "the name of a network or a list of layers");
    }
    LayerNames names = new LayerNames(list.items());
    list.items().forEach(item -> add(item, names));
    try {
      return new Network(input, nodes);
    } catch (BadInputException e) {
      Matcher named = NAMED.matcher(e.getMessage());
      Origin place = named.find() ? places.get(named.group(1)) : list.origin();
      boolean inputLast = inputPlace.rank().compareTo(place.rank()) > 0;
      throw (inputLast ? inputPlace : place).error(e.getMessage(), e);
    }
  }

  private void add(Setting item, LayerNames names) {
    if (item instanceof Setting.Group group) {
      Setting.Group kind = group.without("name").without("from");
      String label = kindOf(kind);
      String name = names.next(item, label);
      append(name, label, kind, inputs(group, name));
    } else {
      String label = ScalarReader.text(item, "a layer");
      append(names.next(item, label), label, item, before());
    }
  }

  private void append(String name, String label, Setting kind, List<String> inputs) {
    String where = "layer " + Quoted.of(name) + " (" + label + ")";
    Layer layer = ValueReader.oneEntry(Layer.class, kind, "network", where + ": ");
    places.put(name, kind.origin());
    try {
      nodes.add(new Node(name, layer, inputs));
    } catch (BadInputException e) {
      throw kind.origin().error(e.getMessage(), e);
    }
  }

  private static String kindOf(Setting.Group kind) {
    if (kind.entries().size() != 1) {
      throw kind.origin()
          .error(
              "a layer must have one kind, got "
                  + (kind.entries().isEmpty() ? "none" : Quoted.of(kinds(kind))));
    }
    return kinds(kind);
  }

  private static String kinds(Setting.Group kind) {
    return String.join(", ", kind.entries().keySet());
  }

  private List<String> inputs(Setting.Group group, String name) {
    Setting from = group.entries().get("from");
    if (from == null) {
      return before();
    }
    String what = "layer '" + name + "': from";
    return from instanceof Setting.Listing list
        ? list.items().stream().map(item -> ScalarReader.text(item, what)).toList()
        : List.of(ScalarReader.text(from, what));
  }

  private List<String> before() {
    return List.of(nodes.isEmpty() ? Network.IMAGE : nodes.get(nodes.size() - 1).name());
  }
}
