package io.boxfit.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.search.study.Study;
import io.boxfit.search.trial.Ending;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StudyJsonTest {

  @Test
  void eachTrialWithAResultIsARow() {
    List<Trial> trials = List.of(trial(1, "learningRate", 0.5), trial(2, "learningRate", 0.5));
    Box box = new Box(0, 0, 8, 10);
    Outcome outcome = new Outcome(box, new Box(0, 0, 10, 10), 20, 10);
    Metrics metrics = Metrics.of(List.of(outcome), box);
    TrialResult result = new TrialResult(Ending.SAME_BOX, metrics, 300, 0, 1.5, List.of(box));
    JsonNode tree =
        StudyJson.tree(new Study("s", trials), Map.of(trials.get(1).key(), result), List.of());
    assertEquals(2, tree.path("planned").asInt());
    assertEquals(1, tree.path("runs").size());
    JsonNode row = tree.path("runs").path(0);
    assertEquals(2, row.path("seed").asInt());
    assertEquals(0.5, row.path("learningRate").asDouble());
    assertEquals("same box for every image", row.path("class").asText());
    assertEquals(0.8, row.path("meanIou").asDouble(), 1e-12);
    assertEquals(300, row.path("images").asInt());
    double nothing = tree.path("doNothing").path("stage").path("meanIou").asDouble();
    assertTrue(nothing > 0.01 && nothing < 0.1, "" + nothing);
  }

  private static Trial trial(int seed, String factor, Object value) {
    List<String> options =
        List.of(
            "seed=" + seed,
            "threads=1",
            "data.trainCount=400",
            "data.testCount=100",
            "data.validationShare=0");
    return new Trial("stage", Map.of(factor, value), Recipes.load("article", options));
  }
}
