package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.keras.KerasFile;
import io.boxfit.model.keras.KerasModel;
import io.boxfit.model.keras.KerasModel.Choice;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.optimizer.Adam;
import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Keras model as a recipe: its layers, starts, optimiser and loss; what no model file tells
 * (data, batch size, epochs) is that of the recipe {@code article}.
 *
 * @param recipe the whole
 * @param notes what was left out or taken for granted, a line each
 */
public record KerasRecipe(Recipe recipe, List<String> notes) {
  private static final String BASE = "article";
  private static final Adam ADAM = new Adam(0.001, 0.9, 0.999, 1e-7, Optional.empty());

  /** Copies the list. */
  public KerasRecipe {
    notes = List.copyOf(notes);
  }

  /**
   * The recipe of a file.
   *
   * @param file {@code .keras}, {@code .h5}, or the text of {@code model.to_json()}
   * @param options {@code key=value}, applied in order
   * @throws BadInputException if the file or an option cannot be used
   */
  public static KerasRecipe read(Path file, List<String> options) {
    KerasModel model = KerasFile.read(file);
    List<String> notes = new ArrayList<>(model.notes());
    Loss loss = chosen("loss", model.loss(), new MseLoss(), "mse", notes);
    Optimizer optimizer = chosen("optimizer", model.optimizer(), ADAM, "adam at 0.001", notes);
    notes.add(
        "no model file tells how pixels were scaled, nor data, batch size and epochs: pixels come"
            + " as -1..1, the rest is that of the recipe "
            + BASE
            + ", changed by --set");
    return new KerasRecipe(recipe(model, loss, optimizer, file.toString(), options), notes);
  }

  /**
   * What there is to say about a recipe's source; nothing of one that is no Keras model.
   *
   * @param nameOrFile as {@link Recipes#load} takes it
   */
  public static List<String> notes(String nameOrFile) {
    return Recipes.keras(nameOrFile).map(file -> read(file, List.of()).notes()).orElse(List.of());
  }

  private static <T> T chosen(
      String key, Optional<Choice<T>> written, T otherwise, String name, List<String> notes) {
    Optional<T> counterpart = written.flatMap(Choice::counterpart);
    if (counterpart.isEmpty()) {
      String why =
          written
              .map(w -> "its " + key + " " + Quoted.of(w.name()) + " has no counterpart here")
              .orElse("the file holds no " + key);
      notes.add(why + ": " + name + " is taken; another by --set " + key + "=NAME");
    }
    return counterpart.orElse(otherwise);
  }

  private static Recipe recipe(
      KerasModel model, Loss loss, Optimizer optimizer, String source, List<String> options) {
    Recipe base = Recipes.named(BASE);
    Recipe whole;
    try {
      whole =
          new Recipe(
              base.seed(),
              base.data(),
              model.network(),
              new Initializers(model.kernel(), model.bias()),
              base.initFrom(),
              loss,
              optimizer,
              base.schedule(),
              base.earlyStopping(),
              base.augmentation(),
              base.batchSize(),
              base.epochs(),
              base.threads(),
              base.output(),
              base.onNonFinite());
    } catch (BadInputException e) {
      throw new BadInputException(source + ": " + e.getMessage(), e);
    }
    Setting tree = Setting.of(RecipeTree.of(whole), Origin.file(source));
    return RecipeReader.read(tree, options);
  }
}
