package io.boxfit.model.keras;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an HDF5 file says that it ends: a cut one can hold all that is read here and still be
 * damaged ("HDF5 File Format Specification 3.0", section II.A: the superblock).
 */
final class Hdf5End {
  private static final int SUPERBLOCK = 52;
  private static final int VERSION = 8;

  private Hdf5End() {}

  /**
   * Refuses a file that is shorter than it says.
   *
   * @throws BadInputException if it is cut
   */
  static void require(Path file) throws IOException {
    ByteBuffer block;
    try (InputStream in = Files.newInputStream(file)) {
      block = ByteBuffer.wrap(in.readNBytes(SUPERBLOCK)).order(ByteOrder.LITTLE_ENDIAN);
    }
    long size = Files.size(file);
    if (block.limit() < SUPERBLOCK || size < end(block, size)) {
      throw new BadInputException("is a cut HDF5 file; save or fetch the model again");
    }
  }

  /** Addresses of another width than 8 bytes, which nobody writes, are left to the library. */
  private static long end(ByteBuffer block, long otherwise) {
    boolean old = block.get(VERSION) <= 1;
    if (block.get(old ? 13 : 9) != 8) {
      return otherwise;
    }
    return block.getLong(old ? block.get(VERSION) == 0 ? 40 : 44 : 28);
  }
}
