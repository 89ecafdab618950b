package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.AnnotationReader;
import io.boxfit.data.annotation.SetCopy;
import io.boxfit.data.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a folder of annotated pictures in another format. */
@Command(
    name = "convert",
    description =
        "Copy a folder of annotated pictures, its annotations in another format: the same names,"
            + " pixels, boxes, labels and parts.")
final class ConvertCommand implements Callable<Integer> {
  private static final int FAULTS_SHOWN = 20;

  private final Console console;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder of pictures with their annotations.")
  private Path data;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      required = true,
      description = "voc, coco, yolo or csv.")
  private String to;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      required = true,
      description = "The folder of the copy, a new one.")
  private Path out;

  @Mixin private AnnotationOptions annotations;

  @Option(
      names = "--skip-bad",
      description = "Leave out what cannot be used and say how much; otherwise it is an error.")
  private boolean skipBad;

  @Option(names = "--json", description = "Print what was written as one JSON document.")
  private boolean json;

  ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AnnotationFormat target = AnnotationFormat.parse(to);
    AnnotatedSet set = AnnotationReader.read(data, annotations.read());
    SetCopy copy = SetCopy.of(set, target);
    set.remarks().forEach(console::say);
    tell(copy);
    Work work = new Work("copying", "pictures", 0, copy.pictures().size());
    try (Progress progress = Progress.start(console.screen(), work)) {
      copy.write(
          out,
          done -> {
            console.requireGoingOn();
            progress.at(done, "");
          });
    }
    if (json) {
      Json.print(document(set, copy), console.out());
    } else {
      console
          .out()
          .printf(
              Locale.ROOT,
              "%,d pictures with %,d boxes in %s, from %s to %s%n",
              copy.pictures().size(),
              copy.boxes(),
              out,
              set.format().key(),
              target.key());
    }
    return ExitCode.DONE;
  }

  /** Lists the faults; errors end the command unless they are to be passed over. */
  private void tell(SetCopy copy) {
    List<Fault> faults = copy.faults();
    faults.stream().limit(FAULTS_SHOWN).forEach(fault -> console.say(line(fault)));
    if (faults.size() > FAULTS_SHOWN) {
      console.say("... and " + (faults.size() - FAULTS_SHOWN) + " more.");
    }
    List<Fault> errors = copy.errors();
    if (errors.isEmpty()) {
      return;
    }
    Fault first = errors.get(0);
    if (!skipBad) {
      throw new BadInputException(
          (errors.size() == 1 ? "1 error" : errors.size() + " errors, the first")
              + " in "
              + first.place()
              + ": "
              + first.message()
              + "; --skip-bad leaves out what it concerns.");
    }
    if (copy.pictures().isEmpty()) {
      throw new BadInputException(
          "nothing is left of " + data + ": " + first.place() + ": " + first.message() + ".");
    }
    console.say(errors.size() + " errors: what they concern is left out.");
  }

  private static String line(Fault fault) {
    return fault.code().severity().key() + ": " + fault.line();
  }

  private ObjectNode document(AnnotatedSet set, SetCopy copy) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("folder", out.toString());
    document.put("from", set.format().key());
    document.put("format", copy.target().key());
    document.put("pictures", copy.pictures().size());
    document.put("boxes", copy.boxes());
    ArrayNode labels = document.putArray("labels");
    copy.labels().forEach(labels::add);
    document.put("errors", copy.errors().size());
    ArrayNode remarks = document.putArray("remarks");
    set.remarks().forEach(remarks::add);
    ArrayNode faults = document.putArray("faults");
    for (Fault fault : copy.faults()) {
      ObjectNode entry = faults.addObject();
      entry.put("code", fault.code().key());
      entry.put("severity", fault.code().severity().key());
      entry.put("file", fault.place().file().toString());
      entry.put("line", fault.place().line());
      entry.put("message", fault.message());
      entry.put("remedy", fault.code().remedy());
    }
    return document;
  }
}
