package io.boxfit.bench;

import io.boxfit.bench.doctor.DoctorBenchmark;
import io.boxfit.bench.doctor.page.DoctorPages;
import io.boxfit.bench.report.MachineFacts;
import io.boxfit.bench.report.MarkedSection;
import io.boxfit.bench.report.Results;
import io.boxfit.bench.report.ResultsJson;
import io.boxfit.bench.report.ResultsTable;
import io.boxfit.bench.seeds.Seeds;
import io.boxfit.bench.suite.ArticleBenchmark;
import io.boxfit.bench.suite.Benchmark;
import io.boxfit.bench.suite.LettersBenchmark;
import io.boxfit.bench.suite.MemoryBenchmark;
import io.boxfit.bench.suite.PredictorBenchmark;
import io.boxfit.bench.suite.Session;
import io.boxfit.bench.suite.StartUpBenchmark;
import io.boxfit.bench.suite.TrainingBenchmark;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Boxfit side by side with its peers; {@code boxfit-bench/run} starts it. */
@Command(
    name = "boxfit-bench/run",
    description = "Measure Boxfit side by side with its peers: JSON, and a table in Markdown.",
    subcommands = {Seeds.class, DoctorBenchmark.class, DoctorPages.class},
    mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
  /** What can be measured alone. */
  enum Group {
    TRAINING,
    ARTICLE,
    LETTERS,
    PREDICTOR,
    STARTUP,
    MEMORY
  }

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each side takes its turn (default: 5).")
  private int rounds;

  @Option(
      names = "--only",
      paramLabel = "GROUP",
      split = ",",
      description = "Measure only: ${COMPLETION-CANDIDATES}; several with commas.")
  private Set<Group> only = EnumSet.allOf(Group.class);

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      description =
          "A Python with torch, numpy and PIL (default: the first python3 that has them).")
  private String python;

  @Option(names = "--demo", description = "Measure the memory of the whole demo, too: two minutes.")
  private boolean demo;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Write the table into the marked section of this page, too.")
  private Path page;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where benchmarks.json and benchmarks.md go (default: boxfit-bench/target).")
  private Path out;

  private Benchmarks() {}

  /** Runs and exits: 0 done, 1 the work failed, 2 bad input or usage. */
  public static void main(String[] args) {
    CommandLine command = new CommandLine(new Benchmarks());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(
        (failure, commandLine, parsed) -> {
          System.err.println("boxfit-bench: " + failure.getMessage());
          if (failure instanceof BadInputException) {
            return 2;
          }
          failure.printStackTrace();
          return 1;
        });
    System.exit(command.execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || rounds > 1000) {
      throw new BadInputException("--rounds must be in [1, 1000], got " + rounds);
    }
    Path home = Path.of(System.getProperty("boxfit.home", "."));
    Path folder = out == null ? home.resolve("boxfit-bench/target") : out;
    Files.createDirectories(folder);
    Path scratch = Files.createTempDirectory("boxfit-bench");
    try {
      Session session = new Session(home, scratch, rounds, Optional.ofNullable(python), System.err);
      for (Group group : Group.values()) {
        if (only.contains(group)) {
          benchmark(group).run(session);
        }
      }
      write(session, folder);
    } finally {
      delete(scratch);
    }
    return 0;
  }

  private Benchmark benchmark(Group group) {
    return switch (group) {
      case TRAINING -> new TrainingBenchmark();
      case ARTICLE -> new ArticleBenchmark();
      case LETTERS -> new LettersBenchmark();
      case PREDICTOR -> new PredictorBenchmark();
      case STARTUP -> new StartUpBenchmark();
      case MEMORY -> new MemoryBenchmark(demo);
    };
  }

  private void write(Session session, Path folder) throws IOException {
    Results results =
        new Results(command(), MachineFacts.read(), session.comparisons(), session.notes());
    String table = ResultsTable.of(results);
    writeText(folder.resolve("benchmarks.json"), ResultsJson.of(results));
    writeText(folder.resolve("benchmarks.md"), table);
    if (page != null) {
      MarkedSection.named("figures").write(page, table);
    }
    System.out.print(table);
  }

  /** What decides about the figures; folders and programs of this machine are nobody's business. */
  private String command() {
    String groups =
        only.stream()
            .sorted()
            .map(group -> group.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
    return "boxfit-bench/run --rounds "
        + rounds
        + (only.size() == Group.values().length ? "" : " --only " + groups)
        + (demo ? " --demo" : "");
  }

  private static void writeText(Path file, String text) throws IOException {
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      deepestFirst.stream().map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
