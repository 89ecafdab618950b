package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.evaluation.LossesJson;
import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.app.report.LossesPage;
import io.boxfit.app.report.LossesPicture;
import io.boxfit.app.report.LossesTable;
import io.boxfit.search.losses.LossesStudy;
import io.boxfit.search.losses.Starts;
import io.boxfit.train.engine.Engine;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows where each loss is dead, slow or unstable. */
@Command(
    name = "losses",
    description = "Which losses walk home: each pulls boxes to their targets, without a network.")
final class StudyLossesCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new folder for losses.json, losses.html and losses.svg.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "Cores that walk (default: all); the results do not depend on it.")
  private Integer threads;

  @Option(names = "--json", description = "Print losses.json, too.")
  private boolean json;

  StudyLossesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StudyFolder folder = new StudyFolder(out);
    folder.begin("name a new folder");
    Engine.start();
    LossesStudy study = walk(new Starts(LossesStudy.CELLS));
    ObjectNode tree = LossesJson.tree(study);
    folder.write("losses.json", tree);
    folder.write("losses.svg", LossesPicture.render(study));
    folder.write("losses.html", LossesPage.render(study));
    if (json) {
      Json.print(tree, console.out());
    } else {
      console.out().print(LossesTable.text(study));
      console.out().printf("rows          %s%n", folder.file("losses.json"));
      console.out().printf("picture       %s%n", folder.file("losses.svg"));
      console.out().printf("report        %s%n", folder.file("losses.html"));
    }
    return ExitCode.DONE;
  }

  private LossesStudy walk(Starts starts) {
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    long pairs = starts.pairs();
    Work work = new Work("walking", "boxes", 0, pairs * LossesStudy.losses().size());
    AtomicLong done = new AtomicLong();
    try (Progress progress = Progress.start(console.screen(), work)) {
      return LossesStudy.run(
          starts,
          LossesStudy.STEPS,
          cores,
          (loss, more) -> {
            console.requireGoingOn();
            progress.at(done.addAndGet(more), loss);
          });
    }
  }
}
