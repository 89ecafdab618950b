package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.recipe.Recipes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HelpTest {
  private static final List<String> COMMANDS =
      List.of(
          "demo",
          "letters",
          "check",
          "convert",
          "train",
          "evaluate",
          "predict",
          "diagnose",
          "recipe",
          "reproduce",
          "study");

  @Test
  void everyCommandIsListedAndHasHelpOfItsOwn() {
    String help = CommandLineRun.of("--help").done().out();
    for (String command : COMMANDS) {
      assertTrue(help.contains("\n  " + command + " "), help);
      String own = CommandLineRun.of(command, "--help").done().out();
      assertTrue(own.startsWith("Usage: boxfit " + command), own);
    }
  }

  @Test
  void withoutACommandHelpIsShownAsAnError() {
    CommandLineRun run = CommandLineRun.of();
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("Usage: boxfit "), run.err());
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertTrue(CommandLineRun.of("--version").done().out().matches("boxfit \\d+\\.\\d+\\S*\\R"));
  }

  @Test
  void recipesAreListedAndPrintedInFull() {
    String list = CommandLineRun.of("recipe").done().out();
    assertEquals(Recipes.names().size(), list.lines().count());
    String printed = CommandLineRun.of("recipe", "reliable", "--set", "epochs=7").done().out();
    assertTrue(printed.contains("\nepochs: 7\n"), printed);
    assertEquals(
        Recipes.load("reliable", List.of("epochs=7")),
        Recipes.parse(printed, "what was printed", List.of()));
  }
}
