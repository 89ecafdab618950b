package io.boxfit.bench.doctor.page;

import io.boxfit.core.file.AtomicFile;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.ConditionText;
import io.boxfit.doctor.diagnosis.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes a page for each condition that the doctor knows, and a list of them. Pictures that are
 * there are kept: whoever wants one anew deletes it.
 */
@Command(
    name = "doctor-pages",
    description = "Write docs/doctor from what the doctor knows.",
    mixinStandardHelpOptions = true)
public final class DoctorPages implements Callable<Integer> {
  private static final String INTRODUCTION =
      """
      # What the doctor knows

      `boxfit diagnose` shows it a [training of any framework](../trace-format.md), [predictions](../doctor-predictions.md), \
      [a network](../doctor-models.md), [a model that Keras saved](../keras.md), a run, a recipe or \
      [data](../check.md). It looks for *symptoms*, what goes wrong, and for *causes*, why, and answers in a word:

      | verdict | what it means | exit |
      | --- | --- | --- |
      | healthy | no error; what stands as a warning could still be better | 0 |
      | sick | at least one error; its *root* is the one cause that explains the rest, told with its confidence (0.6 and more) | 3 |
      | unsure | too little was seen, or no error and boxes that fit no better than one box for all pictures | 0 |

      Where what it sees does not decide between causes, there is no root, and it says which experiment would decide. An \
      error that a training learns in spite of is told as a warning. How often it is right: [measured](../doctor-benchmark.md).
      """;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the pages go: docs/doctor.")
  private Path out;

  private DoctorPages() {}

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    boolean drawn = draw();
    StringBuilder list = new StringBuilder(INTRODUCTION);
    for (Kind kind : Kind.values()) {
      list.append(kind == Kind.CAUSE ? "\n## Causes\n\n" : "\n## Symptoms\n\n");
      for (Condition condition : Condition.values()) {
        if (condition.kind() == kind) {
          String title = ConditionText.of(condition).title();
          String file = condition.code() + ".md";
          list.append("- [").append(title).append("](").append(file).append(") · `");
          list.append(condition.code()).append("`, ").append(severity(condition)).append("\n");
          write(out.resolve(file), page(condition));
        }
      }
    }
    write(out.resolve("README.md"), list + gallery());
    return drawn ? 0 : 1;
  }

  static String page(Condition condition) {
    ConditionText text = ConditionText.of(condition);
    return "# "
        + text.title()
        + "\n\n`"
        + condition.code()
        + "` · "
        + condition.kind().name().toLowerCase(Locale.ROOT)
        + ", "
        + severity(condition)
        + "\n\n"
        + picture(Scenes.of(condition))
        + text.explanation()
        + "\n\n## When the doctor says so\n\n"
        + rules(text.rules())
        + "\n\n## What to do\n"
        + code("Boxfit", "", text.remedies().boxfit())
        + code("Keras", "python", text.remedies().keras())
        + code("PyTorch", "python", text.remedies().pytorch());
  }

  private static String rules(List<String> rules) {
    return rules.size() == 1 ? rules.get(0) : "- " + String.join("\n- ", rules);
  }

  private static String picture(Scene scene) {
    String title = ConditionText.of(scene.condition()).title();
    return "![How it looks: " + title + "](" + image(scene) + ")\n\n*" + scene.caption() + ".*\n\n";
  }

  /** All pictures, small, three a row. */
  private static String gallery() {
    StringBuilder text = new StringBuilder("\n## How they look\n\n| | | |\n| --- | --- | --- |\n");
    int column = 0;
    for (Condition condition : Condition.values()) {
      String title = ConditionText.of(condition).title();
      text.append("| [<img src=\"").append(image(Scenes.of(condition)));
      text.append("\" width=\"270\" alt=\"\"><br>").append(title).append("](");
      text.append(condition.code()).append(".md) ");
      column = (column + 1) % 3;
      text.append(column == 0 ? "|\n" : "");
    }
    return text + (column == 0 ? "" : "| ".repeat(3 - column) + "|\n");
  }

  private static String image(Scene scene) {
    return "images/" + scene.condition().code() + ".png";
  }

  /**
   * Draws what is not drawn yet, all of one stage.
   *
   * @return whether every picture shows what it is to show; says of the others what they show
   */
  private boolean draw() throws IOException {
    Files.createDirectories(out.resolve("images"));
    boolean all = true;
    try (Stage stage = new Stage()) {
      for (Scene scene : Scenes.all()) {
        Path file = out.resolve(image(scene));
        all &= Files.exists(file) || draw(scene, stage, file);
      }
    }
    return all;
  }

  private static boolean draw(Scene scene, Stage stage, Path file) throws IOException {
    if (!stage.has(scene)) {
      System.err.println(
          "boxfit-bench: "
              + file
              + " is not drawn: no Python with torch and torchvision was found");
      return false;
    }
    Shown shown = scene.play().apply(stage);
    if (!shown.shows(scene.condition())) {
      System.err.println(
          "boxfit-bench: "
              + file
              + " would not show "
              + scene.condition().code()
              + ": the doctor says "
              + shown.said());
      return false;
    }
    AtomicFile.write(file.toAbsolutePath(), shown.sheet().png());
    return true;
  }

  private static String code(String framework, String language, String words) {
    return "\n" + framework + ":\n\n```" + language + "\n" + words + "\n```\n";
  }

  private static String severity(Condition condition) {
    return condition.severity().name().toLowerCase(Locale.ROOT);
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
  }
}
