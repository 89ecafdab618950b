package io.boxfit.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearDuplicatesTest {

  private static Fingerprint random(RandomStream random) {
    byte[] thumbnail = new byte[Fingerprint.SIDE * Fingerprint.SIDE];
    for (int i = 0; i < thumbnail.length; i++) {
      thumbnail[i] = (byte) random.nextInt(256);
    }
    return new Fingerprint(random.nextLong(), thumbnail);
  }

  private static Fingerprint flipped(Fingerprint print, int bits, RandomStream random) {
    long hash = print.hash();
    while (Long.bitCount(hash ^ print.hash()) < bits) {
      hash ^= 1L << random.nextInt(64);
    }
    return new Fingerprint(hash, print.thumbnail());
  }

  private static CheckedPicture picture(Fingerprint print, int index) {
    String name = index + ".png";
    AnnotatedPicture annotated =
        new AnnotatedPicture(
            name,
            Path.of(name),
            10,
            10,
            List.of(),
            Optional.empty(),
            new Fault.Place(Path.of("a.csv"), index));
    PictureLook.Content content = new PictureLook.Content(new ContentKey(index, 0), print);
    return new CheckedPicture(
        annotated, new PictureLook(Optional.empty(), Optional.empty(), Optional.of(content)));
  }

  private static List<CheckedPicture> pictures(List<Fingerprint> prints) {
    List<CheckedPicture> pictures = new ArrayList<>();
    for (Fingerprint print : prints) {
      pictures.add(picture(print, pictures.size()));
    }
    return pictures;
  }

  /** All pairs compared one by one give the same. */
  @Test
  void noPairIsOverlooked() {
    RandomStream random = new Seed(1).stream("prints");
    List<Fingerprint> prints = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      prints.add(random(random));
      prints.add(flipped(prints.get(random.nextInt(prints.size())), random.nextInt(12), random));
    }
    List<List<Integer>> expected = new ArrayList<>();
    int pairs = 0;
    for (int i = 0; i < prints.size(); i++) {
      List<Integer> near = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (NearDuplicates.near(prints.get(i), prints.get(j))) {
          near.add(j);
        }
      }
      pairs += near.size();
      expected.add(near);
    }
    assertTrue(pairs > 100, pairs + " pairs");
    assertEquals(expected, new NearDuplicates(pictures(prints)).pairs());
  }

  /** A third of the thumbnail's rows changes a little, as under a caption. */
  @Test
  void theCloserTheHashesTheMoreMayDiffer() {
    RandomStream random = new Seed(4).stream("prints");
    Fingerprint print = random(random);
    byte[] captioned = print.thumbnail().clone();
    for (int i = 0; i < captioned.length / 3; i++) {
      captioned[i] = (byte) Math.min(255, (captioned[i] & 0xFF) + random.nextInt(80));
    }
    double correlation = print.correlation(new Fingerprint(0, captioned));
    assertTrue(correlation > 0.94 && correlation < 0.98, "correlation " + correlation);
    for (int bits = 0; bits <= 9; bits++) {
      Fingerprint same = flipped(print, bits, random);
      assertEquals(bits <= 7, NearDuplicates.near(print, same), bits + " bits");
      Fingerprint other = new Fingerprint(same.hash(), captioned);
      assertEquals(bits <= 3, NearDuplicates.near(print, other), bits + " bits");
    }
  }

  @Test
  void manyPicturesTakeSeconds() {
    RandomStream random = new Seed(2).stream("prints");
    Fingerprint first = random(random);
    List<Fingerprint> prints = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      prints.add(new Fingerprint(random.nextLong(), first.thumbnail()));
    }
    prints.set(40_000, flipped(prints.get(123), 7, random));
    List<CheckedPicture> pictures = pictures(prints);
    List<List<Integer>> near =
        assertTimeout(Duration.ofSeconds(20), () -> new NearDuplicates(pictures).pairs());
    assertEquals(List.of(123), near.get(40_000));
  }

  @Test
  void flatPicturesAreLikeEachOtherAndNothingElse() {
    byte[] flat = new byte[Fingerprint.SIDE * Fingerprint.SIDE];
    Fingerprint dark = new Fingerprint(0, flat);
    assertEquals(1, dark.correlation(new Fingerprint(0, flat.clone())));
    byte[] light = new byte[flat.length];
    Arrays.fill(light, (byte) 200);
    assertEquals(0, dark.correlation(new Fingerprint(0, light)));
    assertEquals(0, dark.correlation(random(new Seed(3).stream("print"))));
  }
}
