package io.boxfit.model.recipe;

import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.model.schedule.LearningRateSchedule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records into the trees that {@link RecordReader} and {@link NetworkReader} read. */
final class RecordTree {
  private static final List<Class<?>> NAMED =
      List.of(Loss.class, Optimizer.class, LearningRateSchedule.class);

  private RecordTree() {}

  static Map<String, Object> recipe(Recipe recipe) {
    Map<String, Object> tree = new LinkedHashMap<>();
    record(recipe)
        .forEach(
            (key, value) -> {
              if (key.equals("network")) {
                tree.put("input", record(recipe.network().input()));
              }
              tree.put(key, value);
            });
    return tree;
  }

  private static Map<String, Object> record(Object record) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = get(component, record);
      if (!Optional.empty().equals(value) && !leftOut(component, value)) {
        tree.put(component.getName(), value(value));
      }
    }
    return tree;
  }

  private static boolean leftOut(RecordComponent component, Object value) {
    Default standard = component.getAnnotation(Default.class);
    return standard != null
        && !standard.written()
        && standard.value().equals(value(value).toString());
  }

  private static Object value(Object value) {
    if (value instanceof Optional<?> optional) {
      return value(optional.orElseThrow());
    }
    if (value instanceof Network network) {
      return nodes(network);
    }
    if (value instanceof Initializer initializer) {
      String kind = Kinds.name(Initializer.class, initializer.getClass());
      Map<String, Object> numbers = record(initializer);
      return numbers.isEmpty() ? kind : Map.of(kind, numbers);
    }
    for (Class<?> family : NAMED) {
      if (family.isInstance(value)) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", Kinds.name(family, value.getClass()));
        tree.putAll(record(value));
        return tree;
      }
    }
    if (value instanceof Enum<?> constant) {
      return ScalarReader.constantName(constant);
    }
    return value instanceof Record ? record(value) : value;
  }

  /** What the reader would fill in for {@code from} is left out; names are not. */
  private static List<Object> nodes(Network network) {
    List<Object> list = new ArrayList<>();
    String before = Network.IMAGE;
    for (Node node : network.nodes()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("name", node.name());
      tree.put(Kinds.name(Layer.class, node.layer().getClass()), record(node.layer()));
      if (!node.inputs().equals(List.of(before))) {
        tree.put("from", node.inputs().size() == 1 ? node.inputs().get(0) : node.inputs());
      }
      list.add(tree);
      before = node.name();
    }
    return list;
  }

  private static Object get(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
