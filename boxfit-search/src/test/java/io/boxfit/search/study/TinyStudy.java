package io.boxfit.search.study;

import io.boxfit.model.recipe.Recipes;
import io.boxfit.search.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Some very short trainings of a small network on half-size letters. */
final class TinyStudy {
  private TinyStudy() {}

  static Study of(int starts, String loss) {
    List<Trial> trials = new ArrayList<>();
    for (int seed = 1; seed <= starts; seed++) {
      List<String> options =
          List.of(
              "seed=" + seed,
              "loss=" + loss,
              "optimizer={name: adam, learningRate: 0.001}",
              "data.preset=story-half",
              "input={width: 100, height: 50}",
              "network=[{averagePool2d: {kernel: 5, stride: 5}}, flatten, {dense: {units: 4}},"
                  + " sigmoid, {boxHead: {format: xyxy, unit: relative}}]",
              "data.trainCount=320",
              "data.testCount=40",
              "data.validationShare=0",
              "batchSize=32",
              "epochs=1",
              "threads=1");
      trials.add(new Trial("tiny", Map.of("loss", loss), Recipes.load("article", options)));
    }
    return new Study("tiny", trials);
  }
}
