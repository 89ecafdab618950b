package io.boxfit.app.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: words in, exit code out. */
@Command(
    name = "boxfit",
    versionProvider = Version.class,
    description = "Train a network that finds the one object in a picture, and use it.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with: boxfit demo",
      "Exit codes: 0 done, 1 the work failed, 2 bad input or usage, 3 something is sick."
    })
@SuppressWarnings("UnusedVariable") // Options that the parser itself acts on.
public final class BoxfitCommand implements Callable<Integer> {
  private static final String DEBUG = "--debug";

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  @Option(
      names = DEBUG,
      scope = ScopeType.INHERIT,
      description = "Show stack traces of errors; as BOXFIT_DEBUG=1.")
  private boolean debug;

  private BoxfitCommand() {}

  /**
   * Runs one command.
   *
   * @param debugging whether stack traces are shown also without {@code --debug}
   * @return one of {@link ExitCode}
   */
  public static int run(List<String> args, Console console, boolean debugging) {
    Failures failures = new Failures(console.screen().stream(), debugging || args.contains(DEBUG));
    int exitCode = execute(args, console, failures);
    Optional<IOException> lost = console.out().failure();
    if (lost.isEmpty()) {
      return exitCode;
    }
    int failed = failures.report(unprinted(lost.get()));
    return exitCode == ExitCode.DONE ? failed : exitCode;
  }

  private static int execute(List<String> args, Console console, Failures failures) {
    try {
      return commandLine(console)
          .setExecutionExceptionHandler((failure, line, result) -> failures.report(failure))
          .setParameterExceptionHandler(new UsageErrors(console.screen().stream()))
          .execute(args.toArray(String[]::new));
    } catch (RuntimeException | Error e) {
      return failures.report(e);
    }
  }

  private static UncheckedIOException unprinted(IOException lost) {
    return new UncheckedIOException(
        "the results did not arrive: cannot write to standard output: " + lost.getMessage(), lost);
  }

  private static CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new BoxfitCommand());
    line.addSubcommand(new DemoCommand(console));
    line.addSubcommand(new LettersCommand(console));
    line.addSubcommand(new CheckCommand(console));
    line.addSubcommand(new ConvertCommand(console));
    line.addSubcommand(new TrainCommand(console));
    line.addSubcommand(new EvaluateCommand(console));
    line.addSubcommand(new PredictCommand(console));
    line.addSubcommand(new DiagnoseCommand(console));
    line.addSubcommand(new RecipeCommand(console));
    line.addSubcommand(new ReproduceCommand(console));
    CommandLine study = new CommandLine(new StudyCommand());
    study.addSubcommand(new StudyArticleCommand(console));
    study.addSubcommand(new StudyLossesCommand(console));
    line.addSubcommand(study);
    return line.registerConverter(Path.class, BoxfitCommand::path)
        .setOut(writer(console.out()))
        .setErr(writer(console.screen().stream()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colors() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(100)
        .setUsageHelpLongOptionsMaxWidth(34)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setTrimQuotes(false);
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("must name a file or folder, got nothing");
    }
    return Path.of(text);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.BAD_INPUT;
  }
}
