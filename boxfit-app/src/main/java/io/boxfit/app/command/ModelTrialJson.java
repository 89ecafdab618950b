package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.evidence.Way;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a network answered, in figures, for programs. */
final class ModelTrialJson {
  private ModelTrialJson() {}

  static ObjectNode tree(ModelTrial trial) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("said", trial.said());
    tree.set("claimed", way(trial.claimed()));
    tree.putNull("better");
    trial.better().ifPresent(way -> tree.set("better", way(way)));
    tree.put("tried", trial.tried());
    trial.others().forEach(way -> tree.withArray("best").add(way(way)));
    tree.put("constantBaseline", trial.baseline());
    tree.putNull("probes");
    trial.probes().ifPresent(probes -> tree.set("probes", probes(probes)));
    return tree;
  }

  private static ObjectNode way(Way way) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("preprocessing", way.preprocessing());
    tree.put("layout", way.reading().reading().layout().name().toLowerCase(Locale.ROOT));
    tree.put("scale", way.reading().reading().scale().name().toLowerCase(Locale.ROOT));
    tree.put("frame", way.reading().frame().name().toLowerCase(Locale.ROOT));
    tree.put("meanIouChosen", way.chosen());
    tree.put("meanIou", way.confirmed());
    return tree;
  }

  private static ObjectNode probes(ProbeFigures probes) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("pictures", probes.pictures());
    tree.put("changeBlack", probes.black());
    tree.put("changeShuffled", probes.shuffled());
    tree.put("changeAnother", probes.another());
    tree.put("changeTruth", probes.truth());
    put(tree, "movesAcross", probes.across());
    put(tree, "movesDown", probes.down());
    put(tree, "mirrors", probes.mirrored());
    return tree;
  }

  private static void put(ObjectNode tree, String key, OptionalDouble figure) {
    if (figure.isPresent()) {
      tree.put(key, figure.getAsDouble());
    } else {
      tree.putNull(key);
    }
  }
}
