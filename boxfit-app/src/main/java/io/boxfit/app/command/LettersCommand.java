package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.DatasetWriter;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes synthetic letters as files. */
@Command(
    name = "letters",
    description = "Write synthetic letters as PNG files with exact boxes beside them.")
final class LettersCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--count",
      paramLabel = "N",
      required = true,
      converter = WholeNumber.Count.class,
      description = "How many letters.")
  private Integer count;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder, a new one.")
  private Path out;

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      defaultValue = "varied",
      description = "story, story-half, varied or clutter (default: varied).")
  private String preset;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "voc",
      description = "voc, coco, yolo or csv (default: voc).")
  private String format;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "test",
      description =
          "train, validation or test (default: test, letters that no training with the same data"
              + " seed sees).")
  private String split;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = WholeNumber.Seed.class,
      description = "Which letters: the data seed (default: 1).")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "Cores that draw (default: all); the letters do not depend on it.")
  private Integer threads;

  @Option(names = "--json", description = "Print what was written as one JSON document.")
  private boolean json;

  LettersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AnnotationFormat form = AnnotationFormat.parse(format);
    Letters letters = new Letters(LettersPreset.parse(preset), seed, split, count);
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Work work = new Work("drawing", "images", 0, count);
    try (Progress progress = Progress.start(console.screen(), work)) {
      new DatasetWriter(form, "letter", cores)
          .write(
              letters,
              out,
              done -> {
                console.requireGoingOn();
                progress.at(done, "");
              });
    }
    if (json) {
      Json.print(document(letters, form), console.out());
    } else {
      console.out().printf(Locale.ROOT, "%,d letters in %s, boxes as %s%n", count, out, form.key());
    }
    return ExitCode.DONE;
  }

  private ObjectNode document(Letters letters, AnnotationFormat form) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("folder", out.toString());
    document.put("count", count);
    document.put("preset", letters.preset().key());
    document.put("split", split);
    document.put("seed", seed);
    document.put("format", form.key());
    document.put("digest", letters.digest());
    return document;
  }
}
