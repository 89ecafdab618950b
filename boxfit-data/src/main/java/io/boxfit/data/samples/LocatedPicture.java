package io.boxfit.data.samples;

import io.boxfit.core.box.Box;
import io.boxfit.data.Sample;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One picture of a folder with the box of its target; its pixels stay on disk.
 *
 * @param name path below the folder
 * @param file the picture
 * @param width of the upright picture, px
 * @param height of the upright picture, px
 * @param box of the target, within the picture, px; {@link Sample#ABSENT} where there is none
 * @param content SHA-256 of the file, hexadecimal
 * @param part as the set's own lists say
 */
public record LocatedPicture(
    String name, Path file, int width, int height, Box box, String content, Optional<String> part) {

  /** Whether the picture shows the target. */
  public boolean isPresent() {
    return box.isProper();
  }
}
