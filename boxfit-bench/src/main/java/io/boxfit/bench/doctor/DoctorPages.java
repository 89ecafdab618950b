package io.boxfit.bench.doctor;

import io.boxfit.core.file.AtomicFile;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.ConditionText;
import io.boxfit.doctor.diagnosis.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a page for each condition that the doctor knows, and a list of them. */
@Command(
    name = "doctor-pages",
    description = "Write docs/doctor from what the doctor knows.",
    mixinStandardHelpOptions = true)
public final class DoctorPages implements Callable<Integer> {
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
    StringBuilder list = new StringBuilder("# What the doctor knows\n");
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
    write(out.resolve("README.md"), list.toString());
    return 0;
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
        + text.explanation()
        + "\n\n## When the doctor says so\n\n"
        + text.rule()
        + "\n\n## What to do\n"
        + code("Boxfit", "", text.remedies().boxfit())
        + code("Keras", "python", text.remedies().keras())
        + code("PyTorch", "python", text.remedies().pytorch());
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
