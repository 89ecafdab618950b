package io.boxfit.data.samples;

import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.check.DatasetCheck;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pictures of one part that show the same as one of another: what they score says too much. */
public final class SplitLeaks {
  /** Larger sets take minutes to compare; {@code boxfit check} does. */
  private static final int LARGEST_SET = 5_000;

  private static final Set<FaultCode> LEAKS = Set.of(FaultCode.LEAK, FaultCode.NEAR_LEAK);

  private SplitLeaks() {}

  /**
   * A remark on copies and near copies across a split; empty where there are none, or too many
   * pictures to compare them all.
   *
   * @param folder of the pictures
   */
  public static Optional<String> remark(Path folder, Splits splits) {
    List<AnnotatedPicture> pictures = new ArrayList<>();
    add(pictures, splits.train(), "train");
    add(pictures, splits.validation(), "validation");
    add(pictures, splits.test(), "test");
    if (pictures.size() > LARGEST_SET) {
      return Optional.empty();
    }
    AnnotatedSet set =
        new AnnotatedSet(folder, AnnotationFormat.CSV, pictures, List.of(), List.of());
    int threads = Runtime.getRuntime().availableProcessors();
    List<Fault> leaks =
        DatasetCheck.of(set, threads, done -> {}).faults().stream()
            .filter(fault -> LEAKS.contains(fault.code()))
            .toList();
    if (leaks.isEmpty()) {
      return Optional.empty();
    }
    Fault first = leaks.get(0);
    return Optional.of(
        "pictures that show nearly the same as one on another side of the split: "
            + leaks.size()
            + ", the first "
            + first.place().file().getFileName()
            + " "
            + first.message()
            + "; --group-by keeps such pictures together");
  }

  private static void add(List<AnnotatedPicture> pictures, List<LocatedPicture> part, String name) {
    for (LocatedPicture picture : part) {
      pictures.add(
          new AnnotatedPicture(
              picture.name(),
              picture.file(),
              picture.width(),
              picture.height(),
              List.of(),
              Optional.of(name),
              new Fault.Place(picture.file(), 0)));
    }
  }
}
