package io.boxfit.app.pictured;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Picture;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.image.PictureHeader;
import io.boxfit.data.image.PictureReader;
import io.boxfit.doctor.reading.PictureSize;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The picture of a row.
 *
 * @param name path below its folder
 * @param file where it lies
 * @param header what the file says of itself
 * @param stored whether the row speaks of the pixels as stored, not of the upright picture
 */
record RowPicture(String name, Path file, PictureHeader header, boolean stored) {

  /**
   * The upright picture.
   *
   * @throws BadInputException if its file cannot be read as a picture
   */
  static RowPicture upright(NamedPicture named) {
    return new RowPicture(named.name(), named.file(), PictureHeader.read(named.file()), false);
  }

  /** The same picture as it is stored. */
  RowPicture asStored() {
    return new RowPicture(name, file, header, true);
  }

  PictureSize size() {
    return stored
        ? new PictureSize(header.width(), header.height())
        : new PictureSize(header.uprightWidth(), header.uprightHeight());
  }

  /** Its pixels; empty where they cannot be decoded, which a header does not tell. */
  Optional<Picture> pixels() {
    try {
      return Optional.of(stored ? PictureReader.readStored(file) : PictureReader.read(file));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }
}
