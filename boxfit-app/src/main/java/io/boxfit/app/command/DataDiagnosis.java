package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.data.check.CheckResult;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * A check of a data set in the doctor's form: a verdict, then findings, one for each kind of fault.
 * Faults of data are seen, not concluded: the confidence is 1, and the remedy is the same for every
 * framework.
 */
final class DataDiagnosis {
  private final CheckResult result;
  private final Map<FaultCode, List<Fault>> findings;

  DataDiagnosis(CheckResult result) {
    this.result = result;
    findings =
        result.faults().stream()
            .collect(Collectors.groupingBy(Fault::code, LinkedHashMap::new, Collectors.toList()));
  }

  /** As {@code diagnose} prints for programs. */
  ObjectNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("verdict", verdict());
    FaultCode first = findings.isEmpty() ? null : findings.keySet().iterator().next();
    if (first != null && first.severity() == Severity.ERROR) {
      tree.putObject("rootCause").put("code", first.key()).put("confidence", 1.0);
    } else {
      tree.putNull("rootCause");
    }
    tree.putNull("experiment");
    ArrayNode rows = tree.putArray("findings");
    findings.forEach(
        (code, faults) -> {
          ObjectNode row = rows.addObject();
          row.put("code", code.key());
          row.put("title", code.title());
          row.put("kind", "cause");
          row.put("severity", code.severity().key());
          row.put("confidence", 1.0);
          row.putNull("since");
          row.put("evidence", evidence(faults));
          row.put("explanation", code.title() + ".");
          row.putObject("remedies")
              .put("boxfit", code.remedy())
              .put("keras", code.remedy())
              .put("pytorch", code.remedy());
          row.putArray("consequences");
        });
    return tree;
  }

  /** As {@code diagnose} prints for people. */
  String text(boolean colors) {
    Ansi ansi = colors ? Ansi.ON : Ansi.OFF;
    StringBuilder text = new StringBuilder();
    String color = result.isSick() ? "red" : "green";
    text.append(ansi.string("@|bold,fg(" + color + ") " + verdict() + "|@")).append("\n");
    findings.forEach(
        (code, faults) ->
            text.append("\n")
                .append(
                    ansi.string(
                        "@|" + CheckText.style(code.severity()) + " " + code.title() + "|@"))
                .append("  [")
                .append(code.key())
                .append("]\n  ")
                .append(evidence(faults))
                .append("\n  ")
                .append(code.remedy())
                .append("\n"));
    return text.toString().replace("\n", System.lineSeparator());
  }

  private String verdict() {
    return result.isSick() ? "sick" : "healthy";
  }

  private static String evidence(List<Fault> faults) {
    Fault first = faults.get(0);
    String words = first.place() + ": " + first.message();
    return faults.size() == 1
        ? words
        : String.format(Locale.ROOT, "%,d times, first %s", faults.size(), words);
  }
}
