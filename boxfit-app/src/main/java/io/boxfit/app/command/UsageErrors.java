package io.boxfit.app.command;

import io.boxfit.core.text.NearestName;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what is wrong with the words of a command line, and what may have been meant. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
  private final PrintStream err;

  UsageErrors(PrintStream err) {
    this.err = err;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException failure, String[] args) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    err.println(
        "boxfit: "
            + Failures.oneLine(message(failure, command, args))
            + "; see "
            + command.qualifiedName()
            + " --help");
    return ExitCode.BAD_INPUT;
  }

  private static String message(
      CommandLine.ParameterException failure, CommandSpec command, String[] args) {
    // A misspelt option is told before the required one that is missing because of it.
    List<String> unmatched = failure.getCommandLine().getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      String word = unmatched.get(0);
      if (word.startsWith("-")) {
        return "unknown option '" + word + "'" + meant(word.split("=", 2)[0], options(command));
      }
      List<String> commands = List.copyOf(command.subcommands().keySet());
      return commands.isEmpty()
          ? "unexpected argument '" + word + "'"
          : "unknown command '" + word + "'" + meant(word, commands);
    }
    if (failure instanceof CommandLine.MissingParameterException
        || failure instanceof CommandLine.MutuallyExclusiveArgsException
        || failure instanceof CommandLine.MaxValuesExceededException) {
      Optional<String> trouble = OptionGroups.trouble(command, args);
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    String text = String.valueOf(failure.getMessage());
    return text.isEmpty() ? "bad usage" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String meant(String word, List<String> known) {
    return NearestName.near(word, known).map(name -> ", did you mean '" + name + "'?").orElse("");
  }

  private static List<String> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> Stream.of(option.names()))
        .filter(name -> name.startsWith("--"))
        .toList();
  }
}
