package io.boxfit.bench.seeds;

import io.boxfit.bench.report.MarkedSection;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains one recipe from several starts on the same letters and compares what they reach. */
@Command(
    name = "seeds",
    description = "Train one recipe from several starts on the same letters and compare them.",
    mixinStandardHelpOptions = true)
public final class Seeds implements Callable<Integer> {
  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      defaultValue = "reliable",
      description = "What is trained (default: ${DEFAULT-VALUE}).")
  private String recipe;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "10",
      description = "Seeds 1 to N (default: ${DEFAULT-VALUE}).")
  private int starts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Run folders, one a seed; those that are finished are not trained again.")
  private Path out;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Write the table into this page's section of the recipe's name, too.")
  private Path page;

  private Seeds() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (starts < 1 || starts > 1000) {
      throw new BadInputException("--starts must be in [1, 1000], got " + starts);
    }
    Files.createDirectories(out);
    List<SeedFigures> figures = new ArrayList<>();
    for (int seed = 1; seed <= starts; seed++) {
      figures.add(SeedFigures.read(seed, run(seed)));
    }
    String command =
        "boxfit-bench/run seeds --recipe " + recipe + " --starts " + starts + " --out S";
    String table = SeedTable.of(command, figures);
    Path file = out.resolve(recipe + ".md");
    AtomicFile.write(file.toAbsolutePath(), table.getBytes(StandardCharsets.UTF_8));
    if (page != null) {
      MarkedSection.named(recipe).write(page, table);
    }
    System.out.print(table);
    return 0;
  }

  /** The finished run of a seed. */
  private Path run(int seed) throws IOException, InterruptedException {
    Path run = out.resolve(recipe + "-" + seed);
    if (Files.exists(run.resolve("metrics.json"))) {
      return run;
    }
    Path home = Path.of(System.getProperty("boxfit.home", "."));
    List<String> command = new ArrayList<>(List.of(home.resolve("boxfit").toString(), "train"));
    if (Files.exists(run.resolve("run.json"))) {
      command.add("--resume");
    } else {
      command.addAll(List.of("--data", "letters", "--recipe", recipe, "--seed", "" + seed));
    }
    command.addAll(List.of("--out", run.toString()));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
    }
    return run;
  }
}
