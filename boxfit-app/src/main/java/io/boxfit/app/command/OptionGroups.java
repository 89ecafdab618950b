package io.boxfit.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Says which options of a command exclude or need each other, by their names: the parser prints the
 * whole synopsis for it.
 */
final class OptionGroups {
  private final List<OptionSpec> given;

  private OptionGroups(List<OptionSpec> given) {
    this.given = given;
  }

  /** What is wrong; empty where it is something else than the choice among groups. */
  static Optional<String> trouble(CommandSpec command, String[] args) {
    List<OptionSpec> given =
        Arrays.stream(args)
            .map(word -> command.optionsMap().get(word.split("=", 2)[0]))
            .filter(Objects::nonNull)
            .toList();
    return command.argGroups().stream()
        .filter(ArgGroupSpec::exclusive)
        .map(group -> new OptionGroups(given).trouble(ways(group)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The options of each of the ways that a command can be used. */
  private static List<List<OptionSpec>> ways(ArgGroupSpec group) {
    List<List<OptionSpec>> ways = new ArrayList<>();
    group.args().forEach(arg -> ways.add(List.of((OptionSpec) arg)));
    for (ArgGroupSpec inner : group.subgroups()) {
      ways.add(inner.args().stream().map(OptionSpec.class::cast).toList());
    }
    return ways;
  }

  private Optional<String> trouble(List<List<OptionSpec>> ways) {
    List<List<OptionSpec>> taken =
        given.stream()
            .flatMap(option -> ways.stream().filter(way -> way.contains(option)))
            .distinct()
            .toList();
    if (taken.isEmpty()) {
      return Optional.of(
          ways.stream()
              .map(way -> name(leading(way)))
              .collect(Collectors.joining(", ", "one of these is needed: ", "")));
    }
    if (taken.size() > 1) {
      return Optional.of(
          given(taken.get(0))
              + " and "
              + given(taken.get(1))
              + " exclude each other"
              + belongs(taken.get(0))
              + belongs(taken.get(1)));
    }
    List<OptionSpec> way = taken.get(0);
    return way.stream()
        .filter(option -> option.required() && !given.contains(option))
        .findFirst()
        .map(missing -> given(way) + " goes with " + name(missing) + ", which is missing");
  }

  /** With what an option goes that cannot stand alone. */
  private String belongs(List<OptionSpec> way) {
    return given.contains(leading(way))
        ? ""
        : "; " + given(way) + " goes with " + name(leading(way));
  }

  private String given(List<OptionSpec> way) {
    return name(given.stream().filter(way::contains).findFirst().orElseThrow());
  }

  private static OptionSpec leading(List<OptionSpec> way) {
    return way.stream().filter(ArgSpec::required).findFirst().orElse(way.get(0));
  }

  private static String name(OptionSpec option) {
    return "'" + option.longestName() + "'";
  }
}
