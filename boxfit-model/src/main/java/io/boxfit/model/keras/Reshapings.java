package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.model.layer.Flatten;
import io.boxfit.model.layer.Reshape;
import io.boxfit.model.layer.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Layers that lay numbers out anew. Keras counts channels last, Boxfit first: between vectors and
 * maps that permutes the kernel next to them, between two maps it would move the picture's places.
 */
final class Reshapings {
  private Reshapings() {}

  static String flatten(Call call) {
    return call.shape().rank() == 1 ? call.input() : call.is(new Flatten());
  }

  static String reshape(Call call) {
    JsonNode written = call.config().node().path("target_shape");
    List<Integer> target = sizes(written);
    Shape from = call.shape();
    if (target.size() == 1 && (target.get(0) == -1 || target.get(0) == from.elements())) {
      return flatten(call);
    }
    boolean map = target.size() == 3;
    if (map && from.rank() == 3 && channelsFirst(target).equals(from.sizes())) {
      return call.input();
    }
    if (map && from.rank() == 1) {
      return call.is(new Reshape(channelsFirst(target)));
    }
    throw call.withoutCounterpart(
        ": to "
            + Fields.shown(written)
            + " it lays out a map or row whose channels come last in Keras");
  }

  private static List<Integer> sizes(JsonNode written) {
    return IntStream.range(0, written.size()).mapToObj(i -> written.get(i).asInt()).toList();
  }

  private static List<Integer> channelsFirst(List<Integer> last) {
    return List.of(last.get(2), last.get(0), last.get(1));
  }
}
