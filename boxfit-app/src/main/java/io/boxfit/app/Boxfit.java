package io.boxfit.app;

import io.boxfit.app.command.BoxfitCommand;
import io.boxfit.app.command.Console;
import io.boxfit.app.command.StandardOutput;
import io.boxfit.app.command.StopRequest;
import io.boxfit.app.progress.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The process behind the launcher. */
public final class Boxfit {
  private Boxfit() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    Console console = console(StopRequest.listening());
    System.exit(BoxfitCommand.run(List.of(args), console, debugging()));
  }

  private static boolean debugging() {
    return "1".equals(System.getenv("BOXFIT_DEBUG"));
  }

  /** What the launcher found out: whether output goes to a terminal, and how wide that is. */
  private static Console console(StopRequest stop) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    boolean terminal = Boolean.getBoolean("boxfit.errorTerminal");
    Screen screen = new Screen(err, terminal, Integer.getInteger("boxfit.columns", 80));
    boolean colors =
        Boolean.getBoolean("boxfit.outputTerminal") && System.getenv("NO_COLOR") == null;
    String name = System.getProperty("boxfit.name", "boxfit");
    return new Console(StandardOutput.ofProcess(), screen, colors, name, stop);
  }
}
