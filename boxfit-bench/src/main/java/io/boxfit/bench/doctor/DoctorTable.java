package io.boxfit.bench.doctor;

import io.boxfit.search.study.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The benchmark's tables in Markdown. */
final class DoctorTable {
  private static final String DOCTOR = "Boxfit's doctor";
  private static final List<Half> HALVES = List.of(Half.REPORTED, Half.MOVED, Half.SET);

  private DoctorTable() {}

  static String of(List<Visit> visits) {
    StringBuilder text = new StringBuilder();
    text.append("| what | kinds | patients | noticed | cause right | trace alone | cured |\n");
    text.append("| --- | --- | --- | --- | --- | --- | --- |\n");
    for (Half half : HALVES) {
      for (String group : groups(visits)) {
        overall(text, group, half, visits);
      }
    }
    text.append("\n| healthy | kinds | patients | said to be sick |\n| --- | --- | --- | --- |\n");
    for (Half half : HALVES) {
      well(text, Visit.HEALTHY, half, visits);
      well(text, Visit.NOISE, half, visits);
    }
    text.append("\n").append(leftOut(visits)).append("\n");
    text.append(others(visits));
    for (String group : groups(visits)) {
      kinds(text, group, visits);
    }
    return text.toString();
  }

  private static Set<String> groups(List<Visit> visits) {
    return visits.stream()
        .filter(Visit::ill)
        .map(Visit::group)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void overall(StringBuilder text, String group, Half half, List<Visit> all) {
    List<Visit> ill = all.stream().filter(v -> v.illOf(group) && v.half() == half).toList();
    if (ill.isEmpty()) {
      return;
    }
    text.append("| ").append(group).append(", ").append(half.words()).append(" | ");
    text.append(ill.stream().map(Visit::kind).distinct().count()).append(" | ");
    text.append(ill.size()).append(" | ");
    text.append(share(ill, v -> v.opinion().noticed())).append(" | ");
    text.append(share(ill, v -> v.opinion().right())).append(" | ");
    List<Visit> bare = ill.stream().filter(v -> v.traceAlone().isPresent()).toList();
    text.append(bare.isEmpty() ? "" : share(bare, v -> v.traceAlone().orElseThrow().right()));
    text.append(" | ").append(cured(ill)).append(" |\n");
  }

  private static String cured(List<Visit> ill) {
    List<Visit> tried = ill.stream().filter(v -> v.cured().isPresent()).toList();
    return tried.isEmpty() ? "" : share(tried, v -> v.cured().orElseThrow() > 0);
  }

  private static void well(StringBuilder text, String group, Half half, List<Visit> all) {
    List<Visit> well =
        all.stream().filter(v -> v.well() && v.group().equals(group) && v.half() == half).toList();
    if (!well.isEmpty()) {
      text.append("| ").append(group).append(", ").append(half.words()).append(" | ");
      text.append(well.stream().map(Visit::kind).distinct().count()).append(" | ");
      text.append(well.size()).append(" | ");
      text.append(share(well, v -> v.opinion().sick())).append(" |\n");
    }
  }

  private static String leftOut(List<Visit> visits) {
    List<Visit> harmless =
        visits.stream().filter(v -> !v.ill() && v.group().startsWith("faults in")).toList();
    List<Visit> unlearned =
        visits.stream().filter(v -> v.group().equals(Visit.HEALTHY) && !v.well()).toList();
    return String.format(
        Locale.ROOT,
        "Not counted: %d trainings whose fault did no harm (%d of them said to be sick), %d without a"
            + " fault that did not learn all four sides (%d of them said to be sick).%n",
        harmless.size(),
        count(harmless, v -> v.opinion().sick()),
        unlearned.size(),
        count(unlearned, v -> v.opinion().sick()));
  }

  /** All tools over the same trainings. */
  private static String others(List<Visit> visits) {
    List<Visit> ill = visits.stream().filter(v -> v.ill() && !v.others().isEmpty()).toList();
    List<Visit> well = visits.stream().filter(v -> v.well() && !v.others().isEmpty()).toList();
    StringBuilder text = new StringBuilder();
    text.append("\n| tool, over all trainings | noticed | cause right | false alarms |\n");
    text.append("| --- | --- | --- | --- |\n");
    row(text, DOCTOR, ill, well, Visit::opinion);
    Set<String> names = new LinkedHashSet<>();
    ill.forEach(v -> names.addAll(v.others().keySet()));
    for (String name : names) {
      row(text, name, ill, well, v -> v.others().get(name));
    }
    return text.toString();
  }

  private interface Said {
    Opinion of(Visit visit);
  }

  private static void row(
      StringBuilder text, String name, List<Visit> ill, List<Visit> well, Said said) {
    text.append("| ").append(name).append(" | ");
    text.append(share(ill, v -> said.of(v).noticed())).append(" | ");
    text.append(share(ill, v -> said.of(v).right())).append(" | ");
    text.append(share(well, v -> said.of(v).sick())).append(" |\n");
  }

  private static void kinds(StringBuilder text, String group, List<Visit> visits) {
    Map<String, List<Visit>> byKind = new LinkedHashMap<>();
    visits.stream()
        .filter(v -> v.illOf(group))
        .forEach(v -> byKind.computeIfAbsent(v.kind() + v.half(), k -> new ArrayList<>()).add(v));
    text.append("\n").append(group).append(":\n\n");
    text.append("| fault | half | patients | noticed | cause right | found after | cured | ");
    text.append("the doctor said |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    byKind.forEach(
        (key, ill) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %s | %s | %s |%n",
                    ill.get(0).kind(),
                    ill.get(0).half() == Half.SET
                        ? "set on"
                        : ill.get(0).half().name().toLowerCase(Locale.ROOT),
                    ill.size(),
                    count(ill, v -> v.opinion().noticed()),
                    count(ill, v -> v.opinion().right()),
                    found(ill),
                    curedOf(ill),
                    said(ill))));
  }

  /** Median share of the steps, of those that were named. */
  private static String found(List<Visit> ill) {
    double[] shares =
        ill.stream()
            .filter(v -> v.found().isPresent())
            .mapToDouble(v -> v.found().orElseThrow())
            .sorted()
            .toArray();
    return shares.length == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%.0f%%",
            100 * Arrays.stream(shares).skip(shares.length / 2).findFirst().orElseThrow());
  }

  private static String curedOf(List<Visit> ill) {
    List<Integer> tried = ill.stream().map(Visit::cured).flatMap(Optional::stream).toList();
    return tried.isEmpty()
        ? ""
        : tried.stream().filter(attempts -> attempts > 0).count() + " of " + tried.size();
  }

  private static String said(List<Visit> visits) {
    Map<String, Long> said =
        visits.stream()
            .collect(
                Collectors.groupingBy(
                    v -> v.opinion().said(), TreeMap::new, Collectors.counting()));
    return said.entrySet().stream()
        .map(e -> e.getValue() + " " + (e.getKey().isEmpty() ? "nothing" : e.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static int count(List<Visit> visits, Predicate<Visit> which) {
    return (int) visits.stream().filter(which).count();
  }

  private static String share(List<Visit> of, Predicate<Visit> which) {
    if (of.isEmpty()) {
      return "";
    }
    int some = count(of, which);
    Share share = Share.of(some, of.size());
    return String.format(
        Locale.ROOT,
        "%d of %d (%.1f%%, %.0f to %.0f%%)",
        some,
        of.size(),
        100 * share.share(),
        100 * share.low(),
        100 * share.high());
  }
}
