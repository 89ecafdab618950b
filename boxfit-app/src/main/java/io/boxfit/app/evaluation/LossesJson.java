package io.boxfit.app.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.search.losses.Fate;
import io.boxfit.search.losses.LossResult;
import io.boxfit.search.losses.LossesStudy;
import io.boxfit.search.losses.Place;

/** The form of {@code losses.json}: a row a loss. */
public final class LossesJson {
  private LossesJson() {}

  /**
   * All figures. {@code homeByPlace} are in the order of {@code places}, the starts of one quarter;
   * the other three mirror it.
   */
  public static ObjectNode tree(LossesStudy study) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("study", "losses");
    tree.put("pairs", study.starts().pairs());
    tree.put("steps", study.steps());
    ArrayNode places = tree.putArray("places");
    for (Place place : study.starts().places()) {
      places.addArray().add(place.x()).add(place.y());
    }
    ArrayNode rows = tree.putArray("losses");
    study.results().forEach((name, result) -> row(rows.addObject(), study, name, result));
    return tree;
  }

  private static void row(ObjectNode row, LossesStudy study, String name, LossResult result) {
    row.put("loss", name);
    row.put("home", result.share(Fate.HOME));
    row.put("stillMoving", result.share(Fate.STILL_MOVING));
    row.put("dead", result.share(Fate.DEAD));
    row.put("notANumber", result.share(Fate.NOT_A_NUMBER));
    row.put("neverMoved", result.neverMoved());
    row.put("leftHome", result.leftHome());
    row.put("inverted", result.inverted());
    if (result.medianSteps() < 0) {
      row.putNull("medianSteps");
    } else {
      row.put("medianSteps", result.medianSteps());
    }
    row.put("meanIou", result.meanIou());
    ArrayNode errors = row.putArray("meanErrors");
    for (double error : result.meanErrors()) {
      errors.add(error);
    }
    ArrayNode homes = row.putArray("homeByPlace");
    for (int place = 0; place < study.starts().places().size(); place++) {
      homes.add(result.homeFrom(place));
    }
  }
}
