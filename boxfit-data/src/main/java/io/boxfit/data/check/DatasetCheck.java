package io.boxfit.data.check;

import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/** Looks through a set of annotated pictures for what is wrong with it. */
public final class DatasetCheck {
  private DatasetCheck() {}

  /**
   * Opens every picture once.
   *
   * <p>Memory: a few hundred bytes a picture, and one decoded picture for each thread.
   *
   * @param threads that decode pictures, at least 1; the result does not depend on it
   * @param progress told how many pictures are looked at so far, on the calling thread
   * @throws CancellationException if the thread is interrupted
   */
  public static CheckResult of(AnnotatedSet set, int threads, IntConsumer progress) {
    List<CheckedPicture> pictures = PictureLooks.of(set.pictures(), threads, progress);
    SetReading reading = SetReading.of(pictures);
    FaultLog log = new FaultLog();
    reading.fault().ifPresent(fault -> log.add(fault.code(), fault.place(), fault.message()));
    for (CheckedPicture picture : pictures) {
      PictureRules.look(picture, log);
      BoxRules.look(picture, reading, log);
    }
    SetStatistics statistics = SetStatistics.of(pictures, reading);
    SetRules rules = new SetRules(set, log);
    rules.unlabelled();
    rules.objects();
    rules.rareLabels(statistics.labels());
    rules.alike(pictures, reading);
    List<Duplicates> duplicates = Duplicates.of(pictures);
    duplicates.forEach(group -> group.tell(log));
    new NearDuplicates(different(pictures, duplicates)).tell(log);
    List<Fault> faults = new ArrayList<>(set.faults());
    faults.addAll(log.faults());
    faults.sort(
        Comparator.comparing((Fault fault) -> fault.code().severity()).thenComparing(Fault::code));
    return new CheckResult(set, pictures, reading, statistics, faults);
  }

  /** Those that could be decoded, one of each content. */
  private static List<CheckedPicture> different(
      List<CheckedPicture> pictures, List<Duplicates> duplicates) {
    Set<CheckedPicture> copies = new HashSet<>();
    duplicates.forEach(group -> copies.addAll(group.copies()));
    return pictures.stream()
        .filter(picture -> picture.look().content().isPresent() && !copies.contains(picture))
        .toList();
  }
}
