package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.data.check.CheckResult;
import io.boxfit.data.check.SetStatistics;
import io.boxfit.data.check.Spread;
import io.boxfit.data.fault.Fault;
import java.util.Map;

/** The form in which programs read a check. */
final class CheckJson {
  private CheckJson() {}

  static ObjectNode tree(CheckResult result) {
    SetStatistics statistics = result.statistics();
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("folder", result.set().folder().toString());
    tree.put("format", result.set().format().key());
    tree.put("images", result.images());
    tree.put("boxes", result.boxes());
    put(tree.putObject("labels"), statistics.labels());
    put(tree.putObject("parts"), statistics.parts());
    put(tree.putObject("formats"), statistics.formats());
    put(tree.putObject("sizes"), statistics.sizes());
    ObjectNode objects = tree.putObject("imagesByBoxes");
    statistics.objects().forEach((boxes, images) -> objects.put(boxes.toString(), images));
    put(tree.putObject("width"), statistics.width());
    put(tree.putObject("height"), statistics.height());
    put(tree.putObject("boxWidthShare"), statistics.boxWidth());
    put(tree.putObject("boxHeightShare"), statistics.boxHeight());
    put(tree.putObject("boxAreaShare"), statistics.boxArea());
    ArrayNode remarks = tree.putArray("remarks");
    result.set().remarks().forEach(remarks::add);
    ArrayNode faults = tree.putArray("faults");
    for (Fault fault : result.faults()) {
      ObjectNode row = faults.addObject();
      row.put("code", fault.code().key());
      row.put("severity", fault.code().severity().key());
      row.put("file", fault.place().file().toString());
      if (fault.place().line() > 0) {
        row.put("line", fault.place().line());
      } else {
        row.putNull("line");
      }
      row.put("message", fault.message());
      row.put("remedy", fault.code().remedy());
    }
    return tree;
  }

  private static void put(ObjectNode into, Map<String, Integer> counts) {
    counts.forEach(into::put);
  }

  private static void put(ObjectNode into, Spread spread) {
    into.put("min", spread.min());
    into.put("median", spread.median());
    into.put("mean", spread.mean());
    into.put("max", spread.max());
  }
}
