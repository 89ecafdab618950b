package io.boxfit.bench.doctor.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ObservedTest {

  @Test
  void firstWeightsAreThoseOfTheRecipe() {
    Recipe recipe =
        Recipes.load(
            "article",
            List.of(
                "network=[{name: flat, flatten: {}}, {name: wide, dense: {units: 50}}, relu,"
                    + " {name: last, dense: {units: 4}}, boxHead]",
                "initializer.kernel={randomNormal: {deviation: 0.5}}"));
    List<WeightFigures> weights =
        Observed.of(MadeUp.healthy().trace(), Optional.of(recipe)).firstWeights();
    assertEquals(List.of("wide", "last"), weights.stream().map(WeightFigures::layer).toList());
    assertEquals(0, weights.get(0).mean(), 0.01);
    assertEquals(0.25, weights.get(0).variance(), 0.01);
  }

  @Test
  void aForeignTraceHasNone() {
    assertEquals(List.of(), Observed.of(MadeUp.healthy().trace(), Optional.empty()).firstWeights());
  }

  @Test
  void noToolComplainsOfWhatIsNotTold() {
    TraceEvent.LayerState nothing = new TraceEvent.LayerState(Double.NaN, Double.NaN, 0);
    Observed training = new MadeUp().rate(Double.NaN).layer((step, name) -> nothing).observed();
    TraceEvent.Start start = new TraceEvent.Start("", "", "", "", "XYXY", 0, 0, 0, 0);
    Observed empty = Observed.of(TraceHistory.of(List.of(start)).orElseThrow(), Optional.empty());
    for (Peer peer : Peers.all()) {
      assertEquals(List.of(), MadeUp.rules(peer, training), peer.name());
      assertEquals(List.of(), MadeUp.rules(peer, empty), peer.name());
    }
  }

  @Test
  void thereAreFiveTools() {
    Set<String> names = Peers.all().stream().map(Peer::name).collect(Collectors.toSet());
    assertEquals(
        Set.of("AutoTrainer", "DeepDiagnosis", "SageMaker Debugger", "TheDeepChecker", "UMLAUT"),
        names);
  }
}
