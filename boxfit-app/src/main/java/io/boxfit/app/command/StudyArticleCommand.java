package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.evaluation.StudyJson;
import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.app.report.StudyPage;
import io.boxfit.core.BadInputException;
import io.boxfit.search.article.ArticleStudy;
import io.boxfit.search.article.Budget;
import io.boxfit.search.study.Journal;
import io.boxfit.search.study.MainEffect;
import io.boxfit.search.study.Study;
import io.boxfit.search.study.StudyRunner;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.train.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
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
    StudyFolder folder = new StudyFolder(out);
    prepare(folder);
    Journal journal = Journal.open(folder.file(JOURNAL), study);
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
    write(study, journal.results(), folder);
    return ExitCode.DONE;
  }

  private static String trials(Journal journal, Study study) {
    return journal.results().size() + " of " + study.trials().size() + " trainings";
  }

  private void prepare(StudyFolder folder) {
    if (!resume) {
      folder.begin("name a new folder, or go on with its study by --resume");
    } else if (!Files.exists(folder.file(JOURNAL))) {
      throw new BadInputException(
          out + ": holds no study to go on with; begin one without --resume");
    }
  }

  private void write(Study study, Map<String, TrialResult> results, StudyFolder folder) {
    List<MainEffect> effects = ArticleStudy.effects(study, results);
    ObjectNode tree = StudyJson.tree(study, results, effects);
    folder.write("study.json", tree);
    StudyPage.write(study, results, effects, folder.file("report.html"));
    if (json) {
      Json.print(tree, console.out());
    } else {
      console.out().printf("rows          %s%n", folder.file("study.json"));
      console.out().printf("report        %s%n", folder.file("report.html"));
    }
  }
}
