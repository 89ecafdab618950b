package io.boxfit.bench.doctor;

import io.boxfit.search.study.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The benchmark's tables in Markdown. */
final class DoctorTable {
  private DoctorTable() {}

  static String of(List<Visit> visits) {
    StringBuilder text = new StringBuilder();
    text.append("| what | kinds | patients | said to be sick | cause right |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    overall(text, "faults in training, looked at before", visits, v -> trained(v) && v.tuned());
    overall(
        text, "faults in training, not looked at before", visits, v -> trained(v) && !v.tuned());
    overall(text, Ward.PREDICTIONS, visits, v -> v.ill() && v.group().equals(Ward.PREDICTIONS));
    well(text, Ward.HEALTHY, visits);
    well(text, Ward.NOISE, visits);
    text.append("\n").append(leftOut(visits)).append("\n");
    kinds(text, Ward.TRAININGS, visits);
    kinds(text, Ward.PREDICTIONS, visits);
    return text.toString();
  }

  private static boolean trained(Visit visit) {
    return visit.ill() && visit.group().equals(Ward.TRAININGS);
  }

  private static void overall(
      StringBuilder text, String name, List<Visit> all, Predicate<Visit> which) {
    List<Visit> ill = all.stream().filter(which).toList();
    Set<String> kinds = ill.stream().map(Visit::kind).collect(Collectors.toSet());
    if (!ill.isEmpty()) {
      text.append("| ").append(name).append(" | ").append(kinds.size()).append(" | ");
      text.append(ill.size()).append(" | ").append(share(count(ill, Visit::sick), ill.size()));
      text.append(" | ").append(share(count(ill, Visit::right), ill.size())).append(" |\n");
    }
  }

  private static void well(StringBuilder text, String group, List<Visit> all) {
    List<Visit> well = all.stream().filter(v -> v.well() && v.group().equals(group)).toList();
    Set<String> kinds = well.stream().map(Visit::kind).collect(Collectors.toSet());
    if (!well.isEmpty()) {
      text.append("| ").append(group).append(" | ").append(kinds.size()).append(" | ");
      text.append(well.size()).append(" | ").append(share(count(well, Visit::sick), well.size()));
      text.append(" (false alarms) | |\n");
    }
  }

  private static String leftOut(List<Visit> visits) {
    List<Visit> harmless =
        visits.stream().filter(v -> v.group().equals(Ward.TRAININGS) && !v.ill()).toList();
    List<Visit> unlearned =
        visits.stream().filter(v -> v.group().equals(Ward.HEALTHY) && !v.well()).toList();
    return String.format(
        Locale.ROOT,
        "Not counted: %d trainings whose fault did no harm (%d of them said to be sick), %d without a"
            + " fault that did not learn (%d of them said to be sick).%n",
        harmless.size(),
        count(harmless, Visit::sick),
        unlearned.size(),
        count(unlearned, Visit::sick));
  }

  private static void kinds(StringBuilder text, String group, List<Visit> visits) {
    Map<String, List<Visit>> byKind = new LinkedHashMap<>();
    visits.stream()
        .filter(v -> v.ill() && v.group().equals(group))
        .forEach(v -> byKind.computeIfAbsent(v.kind(), k -> new ArrayList<>()).add(v));
    text.append("\n").append(group).append(":\n\n");
    text.append(
        "| fault | looked at before | patients | said to be sick | cause right | the doctor said |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    byKind.forEach(
        (kind, ill) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %s |%n",
                    kind,
                    ill.get(0).tuned() ? "yes" : "no",
                    ill.size(),
                    count(ill, Visit::sick),
                    count(ill, Visit::right),
                    said(ill))));
  }

  private static String said(List<Visit> visits) {
    Map<String, Long> said =
        visits.stream()
            .collect(Collectors.groupingBy(Visit::said, TreeMap::new, Collectors.counting()));
    return said.entrySet().stream()
        .map(e -> e.getValue() + " " + (e.getKey().isEmpty() ? "nothing" : e.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static int count(List<Visit> visits, Predicate<Visit> which) {
    return (int) visits.stream().filter(which).count();
  }

  private static String share(int some, int all) {
    Share share = Share.of(some, all);
    return String.format(
        Locale.ROOT,
        "%d (%.1f%%, %.0f to %.0f%%)",
        some,
        100 * share.share(),
        100 * share.low(),
        100 * share.high());
  }
}
