package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.evaluation.StudyJson;
import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.app.report.StudyPage;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.search.article.ArticleStudy;
import io.boxfit.search.article.Budget;
import io.boxfit.search.study.Journal;
import io.boxfit.search.study.Study;
import io.boxfit.search.study.StudyRunner;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.train.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Settles what went wrong in the article that Boxfit began with. */
@Command(
    name = "article",
    description = "Why the article's training failed: its own recipe, changed one thing at a time.")
final class StudyArticleCommand implements Callable<Integer> {
  private static final String JOURNAL = "journal.jsonl";

  private final Console console;

  @Option(
      names = "--budget",
      paramLabel = "quick|full",
      defaultValue = "quick",
      description = "quick: some minutes; full: hours (default: quick).")
  private String budget;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new folder for study.json and report.html; with --resume that of the study.")
  private Path out;

  @Option(names = "--resume", description = "Go on with a study that was stopped.")
  private boolean resume;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "Trainings at once, one core each (default: all cores).")
  private Integer threads;

  @Option(names = "--json", description = "Print study.json, too.")
  private boolean json;

  StudyArticleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Study study = ArticleStudy.plan(Budget.parse(budget));
    prepare();
    Journal journal = Journal.open(out.resolve(JOURNAL), study);
    Engine.start();
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    boolean complete;
    AtomicLong done = new AtomicLong();
    Work work = new Work("study", "images", 0, study.pictures());
    try (Progress progress = Progress.start(console.screen(), work)) {
      complete =
          new StudyRunner(
                  study,
                  journal,
                  more -> {
                    synchronized (progress) {
                      progress.at(done.addAndGet(more), trials(journal, study));
                    }
                  },
                  console.stop())
              .run(workers);
    }
    if (!complete) {
      throw new StoppedException(
          "stopped; go on with: "
              + console.command("study article --budget " + budget + " --resume --out", out));
    }
    write(study, journal.results());
    return ExitCode.DONE;
  }

  private static String trials(Journal journal, Study study) {
    return journal.results().size() + " of " + study.trials().size() + " trainings";
  }

  private void prepare() {
    try {
      if (resume) {
        if (!Files.exists(out.resolve(JOURNAL))) {
          throw new BadInputException(
              out + ": holds no study to go on with; begin one without --resume");
        }
        return;
      }
      Files.createDirectories(out);
      try (Stream<Path> inside = Files.list(out)) {
        if (inside.findAny().isPresent()) {
          throw new BadInputException(
              out + ": is not empty; name a new folder, or go on with its study by --resume");
        }
      }
    } catch (IOException e) {
      throw new BadInputException(out + ": cannot be used as a folder: " + e.getMessage(), e);
    }
  }

  private void write(Study study, Map<String, TrialResult> results) {
    ObjectNode tree = StudyJson.tree(study, results, ArticleStudy.effects(study, results));
    Path file = out.resolve("study.json");
    try {
      String text = tree.toPrettyString() + "\n";
      AtomicFile.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    StudyPage.write(
        study, results, ArticleStudy.effects(study, results), out.resolve("report.html"));
    if (json) {
      Json.print(tree, console.out());
    } else {
      console.out().printf("rows          %s%n", file);
      console.out().printf("report        %s%n", out.resolve("report.html"));
    }
  }
}
