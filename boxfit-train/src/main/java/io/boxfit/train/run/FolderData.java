package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;
import io.boxfit.data.samples.FittedDataset;
import io.boxfit.data.samples.FolderDataset;
import io.boxfit.data.samples.LocatedPicture;
import io.boxfit.data.samples.PictureFolder;
import io.boxfit.data.samples.SplitRule;
import io.boxfit.data.samples.Splits;
import io.boxfit.model.augmentation.Augmentation;
import io.boxfit.model.network.Input;
import io.boxfit.model.recipe.FolderRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.augment.AugmentedDataset;
import io.boxfit.train.batch.BatchPart;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.checkpoint.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pictures of a folder as a recipe asks for them. */
final class FolderData implements RecipeData {
  /** Of the Java heap: engine and batches need the rest. */
  private static final double KEPT_SHARE = 0.25;

  private final Recipe recipe;
  private final PictureFolder folder;
  private final Splits splits;

  private FolderData(Recipe recipe, PictureFolder folder, Splits splits) {
    this.recipe = recipe;
    this.folder = folder;
    this.splits = splits;
  }

  static FolderData read(Recipe recipe, FolderRecipe folder, PictureFolder.Progress progress) {
    String path =
        folder
            .path()
            .orElseThrow(
                () ->
                    new BadInputException(
                        "data.folder.path is empty: the recipe trains on a folder of pictures;"
                            + " name it with --data DIR"));
    PictureFolder pictures =
        PictureFolder.read(Path.of(path), FolderReading.options(folder), progress);
    SplitRule rule =
        SplitRule.parse(folder.split(), folder.groupBy().orElse(""), folder.testShare());
    Splits splits = Splits.of(pictures.pictures(), rule, recipe.data().validationShare());
    return new FolderData(recipe, pictures, splits);
  }

  @Override
  public TrainingData training() {
    FittedDataset train = fitted(splits.train(), KEPT_SHARE);
    Augmentation augmentation = recipe.augmentation().orElseGet(Augmentation::none);
    Input input = recipe.network().input();
    AugmentedDataset varied =
        new AugmentedDataset(
            train, input, augmentation, new Seed(recipe.seed()), recipe.data().trainedCount());
    boolean watched = !splits.validation().isEmpty();
    Dataset probe = watched ? fitted(splits.validation(), 0) : train;
    return new TrainingData(
        List.of(new BatchPart("pictures", varied, recipe.batchSize())),
        probe,
        watched ? "validation" : "train",
        new Sha256().add(varied.digest()).add(probe.digest()).hex());
  }

  private FittedDataset fitted(List<LocatedPicture> pictures, double keptShare) {
    Input input = recipe.network().input();
    long room = (long) (Runtime.getRuntime().maxMemory() * keptShare);
    return new FittedDataset(
        new FolderDataset(pictures), input.resize(), input.width(), input.height(), room);
  }

  @Override
  public Dataset part(String split) {
    List<LocatedPicture> pictures = splits.part(split);
    if (pictures.isEmpty()) {
      throw new BadInputException("there is no picture for " + split + "; choose another split");
    }
    return new FolderDataset(pictures);
  }

  @Override
  public Optional<Dataset> kept(int most) {
    List<LocatedPicture> kept = splits.validation();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new FolderDataset(kept.subList(0, Math.min(most, kept.size()))));
  }

  @Override
  public Box constantBaseline() {
    FittedDataset train = fitted(splits.train(), 0);
    int count = Math.min(train.size(), ConstantBaseline.LARGEST_SET);
    List<Box> truths =
        IntStream.range(0, count)
            .mapToObj(i -> train.box((int) ((long) i * train.size() / count)))
            .toList();
    return ConstantBaseline.fit(truths);
  }

  @Override
  public List<String> names() {
    return folder.names();
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(folder.remarks());
    remarks.add(
        String.format(
            Locale.ROOT,
            "%,d pictures to train with, %,d to test on%s: %s",
            splits.train().size(),
            splits.test().size(),
            splits.validation().isEmpty()
                ? ""
                : String.format(Locale.ROOT, ", %,d to watch", splits.validation().size()),
            splits.rule()));
    return remarks;
  }

  @Override
  public String title() {
    return folder.folder().getFileName().toString();
  }
}
