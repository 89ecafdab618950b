package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import java.util.List;

/**
 * What a network says of pictures as they are and changed. All boxes in shares of their picture,
 * finite, in the same order.
 *
 * @param truth of the pictures as they are
 * @param plain of the pictures as they are
 * @param black of black pictures
 * @param shuffled of the pictures with their pixels in random order
 * @param mirrored of the pictures with left and right exchanged
 * @param across of pictures that were moved to the right or left
 * @param down of pictures that were moved down or up
 */
public record Reactions(
    List<Box> truth,
    List<Box> plain,
    List<Box> black,
    List<Box> shuffled,
    List<Box> mirrored,
    List<Moved> across,
    List<Moved> down) {

  /** Copies the lists. */
  public Reactions {
    truth = List.copyOf(truth);
    plain = List.copyOf(plain);
    black = List.copyOf(black);
    shuffled = List.copyOf(shuffled);
    mirrored = List.copyOf(mirrored);
    across = List.copyOf(across);
    down = List.copyOf(down);
  }
}
