package io.boxfit.app.command;

import io.boxfit.app.foreign.KnownPicture;
import io.boxfit.app.foreign.ModelExamination;
import io.boxfit.app.foreign.ModelQuestion;
import io.boxfit.core.BadInputException;
import io.boxfit.doctor.evidence.Evidence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Pictures whose boxes are known, and a network to be asked about them. */
final class DataDoor {
  private static final int MOST = 1_000;

  @Option(
      names = "--data",
      paramLabel = "letters[:PRESET]|DIR",
      required = true,
      converter = DataSource.Converter.class,
      description =
          "A folder of annotated pictures, by itself (boxfit check says more of it), or with"
              + " --model: also letters.")
  private DataSource data;

  @Option(
      names = "--target",
      paramLabel = "T",
      description = "Which object of a picture: largest, first, only, union or label=NAME.")
  private String target;

  @Option(
      names = "--skip-bad",
      description = "Leave out pictures of the folder that cannot be used.")
  private boolean skipBad;

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description = "A network from any framework, or a run folder; see docs/doctor-models.md.")
  private Path model;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "64",
      converter = WholeNumber.Count.class,
      description = "How many pictures to ask about, 8 to 1000 (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--preprocessing",
      paramLabel = "WORDS",
      description =
          "How you feed it, some of: rgb|bgr|gray, 0..1|0..255|-1..1|imagenet|..., nchw|nhwc,"
              + " stretch|letterbox|letterbox-corner (default: the commonest).")
  private String preprocessing;

  @Option(
      names = "--reading",
      paramLabel = "WORDS",
      description =
          "How you read its numbers, some of: xyxy|xywh|cxcywh|yxyx|..., pixels|relative|logits,"
              + " input|picture (default: xyxy).")
  private String reading;

  @Option(names = "--input", paramLabel = "NAME", description = "Which input takes the picture.")
  private String input;

  @Option(names = "--output", paramLabel = "NAME", description = "Which output is the box.")
  private String output;

  @Option(
      names = "--input-size",
      paramLabel = "WxH",
      description = "The input's size, where the file leaves it free.")
  private String inputSize;

  /** Whether there is a network to be asked about the pictures. */
  boolean hasModel() {
    return model != null;
  }

  /**
   * The folder, where it is looked at by itself.
   *
   * @throws BadInputException if the data are no folder
   */
  Path folder() {
    if (data instanceof DataSource.FolderSource source) {
      return source.folder();
    }
    throw new BadInputException("letters are made without fault; name a network by --model");
  }

  /**
   * What the network says of the pictures.
   *
   * @throws BadInputException if one or the other cannot be used
   */
  Evidence evidence(Console console) {
    if (count < ModelExamination.FEWEST || count > MOST) {
      throw new BadInputException(
          "--count: must be from %d to %d, got %d".formatted(ModelExamination.FEWEST, MOST, count));
    }
    Path file = ModelFile.of(model).file();
    List<KnownPicture> pictures = SampledPictures.of(data, settings(), count, console);
    try (LateProgress bar = new LateProgress(console, "asking", "ways")) {
      return new ModelExamination(question(), pictures, bar::at).of(file);
    }
  }

  /** How a folder is read, as keys of a recipe. */
  private List<String> settings() {
    List<String> settings = new ArrayList<>(data.settings());
    DataSource.set(settings, "target", target);
    if (skipBad) {
      settings.add("data.folder.skipBad=true");
    }
    return settings;
  }

  private ModelQuestion question() {
    return new ModelQuestion(
        Optional.ofNullable(input),
        Optional.ofNullable(output),
        Optional.ofNullable(inputSize),
        Optional.ofNullable(preprocessing),
        Optional.ofNullable(reading));
  }
}
