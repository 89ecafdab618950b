package io.boxfit.data.check;

import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Pictures that show nearly the same: saved anew, resized, a little lighter, neighbours in a film.
 *
 * <p>Two are near where at most {@value #FARTHEST} of the 64 bits of their hashes differ and their
 * thumbnails correlate by at least {@value #LEAST_CORRELATION}; where at most {@value #CLOSE} bits
 * differ, {@value #LEAST_CLOSE_CORRELATION} is enough: a caption was written on one. Measured on
 * 672 photographs: copies saved as JPEG of quality 20, at a quarter of the size or 10% lighter
 * differ in at most 6 bits and correlate by 0.99 or more; of 131,000 pairs of different photographs
 * none within 14 bits correlates by more than 0.78. Crops of more than 1% are no longer near.
 *
 * <p>Of two hashes that differ in at most seven bits at least one of eight bytes is equal, so only
 * pictures that share a byte are compared: n^2 / 32 comparisons of two numbers, a second for
 * 100,000 pictures.
 */
final class NearDuplicates {
  static final int FARTHEST = 7;
  static final double LEAST_CORRELATION = 0.98;
  static final int CLOSE = 3;
  static final double LEAST_CLOSE_CORRELATION = 0.94;

  private static final int BYTES = 8;

  private final List<CheckedPicture> pictures;
  private final List<Fingerprint> prints;

  /**
   * @param pictures with pixels, no two with the same
   */
  NearDuplicates(List<CheckedPicture> pictures) {
    this.pictures = pictures;
    prints = pictures.stream().map(p -> p.look().content().orElseThrow().fingerprint()).toList();
  }

  /** Tells of each picture that has a near one before it: of another part first. */
  void tell(FaultLog faults) {
    List<List<Integer>> near = pairs();
    for (int i = 0; i < pictures.size(); i++) {
      if (!near.get(i).isEmpty()) {
        List<AnnotatedPicture> others =
            near.get(i).stream().map(j -> pictures.get(j).annotated()).toList();
        tell(pictures.get(i).annotated(), others, faults);
      }
    }
  }

  private static void tell(
      AnnotatedPicture picture, List<AnnotatedPicture> others, FaultLog faults) {
    Optional<AnnotatedPicture> across =
        others.stream().filter(other -> Duplicates.separate(other, picture)).findFirst();
    AnnotatedPicture other = across.orElse(others.get(0));
    String message = "shows nearly the same as " + other.name() + more(others.size() - 1);
    if (across.isPresent()) {
      message += Duplicates.parts(other, picture);
    }
    faults.add(
        across.isPresent() ? FaultCode.NEAR_LEAK : FaultCode.NEAR_DUPLICATE,
        picture.file(),
        message);
  }

  private static String more(int others) {
    return others == 0 ? "" : String.format(Locale.ROOT, " and %,d more", others);
  }

  /** Of each picture the earlier ones that are near, in their order. */
  List<List<Integer>> pairs() {
    List<Set<Integer>> near = new ArrayList<>();
    long[] hashes = new long[prints.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = prints.get(i).hash();
      near.add(null);
    }
    for (int part = 0; part < BYTES; part++) {
      for (int[] bucket : buckets(hashes, 8 * part)) {
        for (int a = 1; a < bucket.length; a++) {
          for (int b = 0; b < a; b++) {
            if (Long.bitCount(hashes[bucket[a]] ^ hashes[bucket[b]]) <= FARTHEST) {
              compare(bucket[a], bucket[b], near);
            }
          }
        }
      }
    }
    return near.stream()
        .map(set -> set == null ? List.<Integer>of() : set.stream().sorted().toList())
        .toList();
  }

  private void compare(int later, int earlier, List<Set<Integer>> near) {
    if (near(prints.get(later), prints.get(earlier))) {
      if (near.get(later) == null) {
        near.set(later, new HashSet<>());
      }
      near.get(later).add(earlier);
    }
  }

  static boolean near(Fingerprint one, Fingerprint other) {
    int distance = one.distance(other);
    double least = distance <= CLOSE ? LEAST_CLOSE_CORRELATION : LEAST_CORRELATION;
    return distance <= FARTHEST && one.correlation(other) >= least;
  }

  /** The indices by one byte of their hashes, each bucket in order. */
  private static int[][] buckets(long[] hashes, int shift) {
    int[] sizes = new int[256];
    for (long hash : hashes) {
      sizes[(int) (hash >>> shift) & 0xFF]++;
    }
    int[][] buckets = new int[256][];
    for (int i = 0; i < 256; i++) {
      buckets[i] = new int[sizes[i]];
      sizes[i] = 0;
    }
    for (int i = 0; i < hashes.length; i++) {
      int bucket = (int) (hashes[i] >>> shift) & 0xFF;
      buckets[bucket][sizes[bucket]++] = i;
    }
    return buckets;
  }
}
