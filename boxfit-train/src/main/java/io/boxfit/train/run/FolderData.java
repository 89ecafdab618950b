package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.digest.Sha256;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;
import io.boxfit.data.samples.FittedDataset;
import io.boxfit.data.samples.FolderDataset;
import io.boxfit.data.samples.LocatedPicture;
import io.boxfit.data.samples.PictureFolder;
import io.boxfit.data.samples.SplitLeaks;
import io.boxfit.data.samples.SplitRule;
import io.boxfit.data.samples.Splits;
import io.boxfit.model.augmentation.Augmentation;
import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.network.Input;
import io.boxfit.model.recipe.FolderRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.augment.AugmentedDataset;
import io.boxfit.train.batch.BatchPart;
import io.boxfit.train.batch.TrainingData;
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
  private final Optional<String> leaks;

  private FolderData(Recipe recipe, PictureFolder folder, Splits splits) {
    this.recipe = recipe;
    this.folder = folder;
    this.splits = splits;
    this.leaks = SplitLeaks.remark(folder.folder(), splits);
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
    List<LocatedPicture> present = present(splits.train());
    List<LocatedPicture> absent = absent(splits.train());
    int batch = recipe.batchSize();
    int without = learnsAbsence() ? absentPerBatch(batch, present.size(), absent.size()) : 0;
    FittedDataset train = fitted(present, KEPT_SHARE);
    List<BatchPart> parts = new ArrayList<>();
    parts.add(part("pictures", train, batch - without));
    if (without > 0) {
      // Last: whoever looks at the first samples of a batch sees objects.
      parts.add(part("absent", fitted(absent, KEPT_SHARE / 4), without));
    }
    boolean watched = !present(splits.validation()).isEmpty();
    Dataset probe = watched ? fitted(present(splits.validation()), 0) : train;
    Sha256 digest = new Sha256();
    parts.forEach(part -> digest.add(part.dataset().digest()));
    return new TrainingData(
        parts, probe, watched ? "validation" : "train", digest.add(probe.digest()).hex());
  }

  private BatchPart part(String name, FittedDataset pictures, int perBatch) {
    int samples = Math.toIntExact(recipe.stepsPerEpoch() * perBatch);
    Augmentation augmentation = recipe.augmentation().orElseGet(Augmentation::none);
    Input input = recipe.network().input();
    Seed seed = new Seed(recipe.seed());
    return new BatchPart(
        name, new AugmentedDataset(pictures, input, augmentation, seed, samples), perBatch);
  }

  /** Their share of the pictures, at least one where there are any, at most a quarter. */
  private static int absentPerBatch(int batch, int present, int absent) {
    long share = Math.round((double) batch * absent / (present + absent));
    return absent == 0 ? 0 : (int) Math.max(1, Math.min(batch / 4, share));
  }

  /** Only what decides between candidates can say that none of them is the object. */
  private boolean learnsAbsence() {
    return recipe.batchSize() >= 4
        && recipe.network().nodes().stream()
            .anyMatch(node -> node.layer() instanceof BestCandidate);
  }

  private static List<LocatedPicture> present(List<LocatedPicture> pictures) {
    return pictures.stream().filter(LocatedPicture::isPresent).toList();
  }

  private static List<LocatedPicture> absent(List<LocatedPicture> pictures) {
    return pictures.stream().filter(picture -> !picture.isPresent()).toList();
  }

  private FittedDataset fitted(List<LocatedPicture> pictures, double keptShare) {
    Input input = recipe.network().input();
    long room = (long) (Runtime.getRuntime().maxMemory() * keptShare);
    return new FittedDataset(
        new FolderDataset(pictures), input.resize(), input.width(), input.height(), room);
  }

  @Override
  public Dataset part(String split) {
    List<LocatedPicture> pictures = present(splits.part(split));
    if (pictures.isEmpty()) {
      throw new BadInputException("there is no picture for " + split + "; choose another split");
    }
    return new FolderDataset(pictures);
  }

  @Override
  public Optional<Dataset> absent(String split) {
    List<LocatedPicture> pictures = absent(splits.part(split));
    return pictures.isEmpty() ? Optional.empty() : Optional.of(new FolderDataset(pictures));
  }

  @Override
  public Optional<Dataset> kept(int most) {
    List<LocatedPicture> kept = present(splits.validation());
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new FolderDataset(kept.subList(0, Math.min(most, kept.size()))));
  }

  @Override
  public Box constantBaseline() {
    FittedDataset train = fitted(present(splits.train()), 0);
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
    long absent = folder.pictures().stream().filter(picture -> !picture.isPresent()).count();
    if (absent > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "pictures without the object: %,d%s",
              absent,
              learnsAbsence() ? "; the confidence learns from them" : " are not used"));
    }
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
    leaks.ifPresent(remarks::add);
    return remarks;
  }

  @Override
  public String title() {
    return folder.folder().getFileName().toString();
  }
}
