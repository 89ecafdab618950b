package io.boxfit.app.command;

import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.AnnotationReader;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.check.CheckResult;
import io.boxfit.data.check.CleanedCopy;
import io.boxfit.data.check.DatasetCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks through a folder of annotated pictures. */
@Command(
    name = "check",
    description = "Say what is in a folder of annotated pictures and what is wrong with it.",
    footer = {
      "",
      "Exit codes: 0 no error, 2 bad input or usage, 3 some fault is an error.",
      "Each fault is explained in docs/check.md."
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder of pictures with their annotations.")
  private Path data;

  @Mixin private AnnotationOptions annotations;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write contact-sheet.png, faulty.png and heat-map.png into this folder, a new one.")
  private Path out;

  @Option(
      names = "--fix",
      paramLabel = "OUT",
      description =
          "Write a cleaned copy into this folder, a new one, with a log of every change; the"
              + " original is not touched.")
  private Path fix;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "Cores that decode (default: all); the result does not depend on it.")
  private Integer threads;

  @Option(names = "--json", description = "Print what was found as one JSON document.")
  private boolean json;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    CheckFolder pictures = out == null ? null : CheckFolder.check(out);
    CheckResult result = check(data, annotations.read(), cores, console);
    if (pictures != null) {
      pictures.write(result);
    }
    if (fix != null) {
      fix(result);
    }
    if (json) {
      Json.print(CheckJson.tree(result), console.out());
    } else {
      console.out().print(new CheckText(console.colors()).of(result));
    }
    return result.isSick() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  /** With a progress bar. */
  static CheckResult check(Path folder, ReadOptions options, int threads, Console console) {
    AnnotatedSet set = AnnotationReader.read(folder, options);
    Work work = new Work("checking", "pictures", 0, set.pictures().size());
    try (Progress progress = Progress.start(console.screen(), work)) {
      return DatasetCheck.of(
          set,
          threads,
          done -> {
            console.requireGoingOn();
            progress.at(done, "");
          });
    }
  }

  private void fix(CheckResult result) {
    CleanedCopy copy = CleanedCopy.of(result);
    Work work = new Work("copying", "pictures", 0, copy.pictures());
    try (Progress progress = Progress.start(console.screen(), work)) {
      copy.write(
          fix,
          done -> {
            console.requireGoingOn();
            progress.at(done, "");
          });
    }
    console.say(
        "a cleaned copy of "
            + copy.pictures()
            + " pictures is in "
            + fix
            + ": "
            + copy.changes().size()
            + " changes, listed in "
            + CleanedCopy.LOG);
  }
}
