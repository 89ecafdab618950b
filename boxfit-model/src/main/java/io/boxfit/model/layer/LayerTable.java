package io.boxfit.model.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What somebody does with each kind of layer: one entry for every record that {@link Layer}
 * permits.
 *
 * <p>Java 17 cannot switch over sealed types; this table is the switch, and {@link Builder#build()}
 * fails where a kind is missing, so that a new layer cannot be forgotten by an interpreter or
 * writer.
 *
 * @param <C> what an entry works with besides the layer
 * @param <R> what an entry gives back
 */
public final class LayerTable<C, R> {
  private final Map<Class<? extends Layer>, BiFunction<Layer, C, R>> entries;

  private LayerTable(Map<Class<? extends Layer>, BiFunction<Layer, C, R>> entries) {
    this.entries = Map.copyOf(entries);
  }

  /** An empty table to fill. */
  public static <C, R> Builder<C, R> builder() {
    return new Builder<>();
  }

  /** Applies the entry of the layer's kind. */
  public R apply(Layer layer, C context) {
    return Objects.requireNonNull(entries.get(layer.getClass())).apply(layer, context);
  }

  /** Collects the entries of a table. */
  public static final class Builder<C, R> {
    private final Map<Class<? extends Layer>, BiFunction<Layer, C, R>> entries =
        new LinkedHashMap<>();

    private Builder() {}

    /** Sets what is done with one kind of layer. */
    public <L extends Layer> Builder<C, R> on(Class<L> kind, BiFunction<L, C, R> entry) {
      entries.put(kind, (layer, context) -> entry.apply(kind.cast(layer), context));
      return this;
    }

    /**
     * The table.
     *
     * @throws IllegalStateException if a kind of layer has no entry
     */
    public LayerTable<C, R> build() {
      for (Class<?> kind : Layer.class.getPermittedSubclasses()) {
        if (!entries.containsKey(kind)) {
          throw new IllegalStateException("no entry for layer " + kind.getSimpleName());
        }
      }
      return new LayerTable<>(entries);
    }
  }
}
