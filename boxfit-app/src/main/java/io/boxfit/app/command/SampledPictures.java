package io.boxfit.app.command;

import io.boxfit.app.foreign.KnownPicture;
import io.boxfit.app.foreign.ModelExamination;
import io.boxfit.core.BadInputException;
import io.boxfit.core.fit.Fitting;
import io.boxfit.core.fit.Resize;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.data.resize.Resizing;
import io.boxfit.data.samples.FolderDataset;
import io.boxfit.data.samples.PictureFolder;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;

/** Some pictures of a data source with their boxes, spread evenly over it. */
final class SampledPictures {
  /** So that a thousand photographs fit into memory; a network's input is hardly ever larger. */
  private static final int LONGEST_SIDE = 1_024;

  private SampledPictures() {}

  /**
   * The pictures, in the source's order; letters are those to test on.
   *
   * @throws BadInputException if they cannot be read, or are too few
   */
  static List<KnownPicture> of(DataSource data, List<String> settings, int count, Console console) {
    Dataset all = dataset(data, settings, count, console);
    if (all.size() < ModelExamination.FEWEST) {
      throw new BadInputException(
          "a network must be asked about at least %d pictures, there are %d"
              .formatted(ModelExamination.FEWEST, all.size()));
    }
    int wanted = Math.min(count, all.size());
    List<KnownPicture> pictures = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      console.requireGoingOn();
      pictures.add(shrunk(all.get((int) ((long) i * all.size() / wanted))));
    }
    return pictures;
  }

  private static Dataset dataset(
      DataSource data, List<String> settings, int count, Console console) {
    if (data instanceof DataSource.LettersSource letters) {
      LettersPreset preset = letters.preset().orElse(LettersPreset.VARIED);
      return new Letters(preset, 1, "test", count);
    }
    Recipe recipe = Recipes.load(data.defaultRecipe(), settings);
    PictureFolder folder = SampleSource.folder(recipe.data().folder().orElseThrow(), console);
    return new FolderDataset(folder.pictures());
  }

  private static KnownPicture shrunk(Sample sample) {
    Picture picture = sample.picture();
    int width = picture.width();
    int height = picture.height();
    if (Math.max(width, height) > LONGEST_SIDE) {
      Fitting fitting = Fitting.of(Resize.LETTERBOX, width, height, LONGEST_SIDE, LONGEST_SIDE);
      picture = Resizing.content(picture, fitting);
    }
    return new KnownPicture(picture, width, height, sample.box());
  }
}
