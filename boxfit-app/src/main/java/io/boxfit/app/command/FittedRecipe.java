package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.AnnotationReader;
import io.boxfit.data.samples.FolderOptions;
import io.boxfit.data.samples.InputChoice;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.model.recipe.FolderRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.FolderReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The recipe for photographs in the sizes that suit a folder; other recipes say theirs. */
final class FittedRecipe {
  private static final String FITTED = "photographs";

  private FittedRecipe() {}

  /**
   * The recipe that the options ask for.
   *
   * @param said by the data source and its options, {@code key=value}
   * @throws BadInputException if the folder cannot be read or something is wrong in the recipe
   */
  static Recipe of(String nameOrFile, RecipeOptions options, List<String> said, Console console) {
    Recipe asked = options.applyTo(nameOrFile, said);
    if (!nameOrFile.equals(FITTED) || asked.data().folder().flatMap(FolderRecipe::path).isEmpty()) {
      return asked;
    }
    FolderRecipe folder = asked.data().folder().get();
    FolderOptions reading = FolderReading.options(folder);
    AnnotatedSet set =
        AnnotationReader.read(Path.of(folder.path().orElseThrow()), reading.reading());
    InputChoice choice = InputChoice.of(set, reading.target());
    List<String> fitted = new ArrayList<>(said);
    fitted.add("input.width=" + choice.width());
    fitted.add("input.height=" + choice.height());
    fitted.add("input.resize=" + choice.resize().name().toLowerCase(Locale.ROOT));
    Recipe recipe = options.applyTo(nameOrFile, fitted);
    console.say(
        String.format(
            Locale.ROOT,
            "input %dx%d; objects of about %.0f px in it",
            recipe.network().input().width(),
            recipe.network().input().height(),
            2 * choice.halfSize()));
    return recipe.with(sized(recipe.network(), choice.halfSize()));
  }

  private static Network sized(Network network, double halfSize) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : network.nodes()) {
      nodes.add(
          node.layer() instanceof CellBoxes cells
              ? new Node(node.name(), new CellBoxes(cells.cell(), halfSize), node.inputs())
              : node);
    }
    return new Network(network.input(), nodes);
  }
}
