package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.KerasRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows recipes. */
@Command(
    name = "recipe",
    description = "Print a recipe in full, with its layers; without a name, list the recipes.")
final class RecipeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "NAME|FILE",
      arity = "0..1",
      description = "A recipe that comes with Boxfit, a YAML file, or a model that Keras saved.")
  private String name;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change one key, for example epochs=2; as often as you like.")
  private List<String> settings = new ArrayList<>();

  RecipeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (name != null) {
      Recipe recipe = Recipes.load(name, settings);
      KerasRecipe.notes(name).forEach(note -> console.out().printf("# note: %s%n", note));
      console.out().print(RecipeYaml.describe(recipe));
    } else if (settings.isEmpty()) {
      for (String known : Recipes.names()) {
        console.out().printf("%-16s%s%n", known, Recipes.summary(known));
      }
    } else {
      throw new BadInputException("--set changes a recipe: name one, for example reliable");
    }
    return ExitCode.DONE;
  }
}
