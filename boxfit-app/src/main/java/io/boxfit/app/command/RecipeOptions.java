package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that change a recipe; the same in every command that trains. */
final class RecipeOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change one key of the recipe, for example epochs=2; as often as you like.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Seed.class,
      description = "Seed of the starts, the order and the jitter.")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.Threads.class,
      description = "Cores that train; the weights do not depend on it.")
  private Integer threads;

  /**
   * A recipe with these options.
   *
   * @param nameOrFile of the recipe
   * @param said by the data source, {@code key=value}
   */
  Recipe applyTo(String nameOrFile, List<String> said) {
    return Recipes.load(nameOrFile, all(said));
  }

  /**
   * Makes sure that these options say nothing else than a run that goes on.
   *
   * @param source of the recipe, in the message
   * @throws BadInputException if one does, naming it
   */
  void requireNothingElse(Recipe recipe, List<String> said, String source) {
    String text = RecipeYaml.write(recipe);
    for (String option : all(said)) {
      if (!Recipes.parse(text, source, List.of(option)).equals(recipe)) {
        throw new BadInputException(
            source
                + ": a run goes on with the recipe it began with, which '"
                + option
                + "' contradicts; leave that out, or begin a new run in another folder");
      }
    }
  }

  private List<String> all(List<String> said) {
    List<String> all = new ArrayList<>(said);
    all.addAll(settings);
    Optional.ofNullable(seed).ifPresent(value -> all.add("seed=" + value));
    Optional.ofNullable(threads).ifPresent(value -> all.add("threads=" + value));
    return all;
  }
}
