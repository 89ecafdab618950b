package io.boxfit.doctor.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads arrays of boxes from NumPy's files. Nothing in them is ever run. */
final class NpyTable {
  private NpyTable() {}

  /**
   * Reads one array to the end of the stream.
   *
   * @param place names the array in errors
   * @param file what the table is called
   */
  static BoxTable read(InputStream in, Place place, Place file) throws IOException {
    NpyHeader header = NpyHeader.read(in, place);
    int rows = header.rows(place);
    NpyNumber number = header.number();
    int size = rows * BoxTable.WIDTH * number.size();
    // Grows with what is there, whatever the header promises.
    byte[] data = in.readNBytes(size);
    if (data.length < size) {
      throw NpyHeader.cutOff(place);
    }
    if (in.read() >= 0) {
      throw place.error("something follows the array; save one array in a file");
    }
    ByteBuffer buffer = ByteBuffer.wrap(data).order(number.order());
    RowCollector collector = new RowCollector(file);
    for (int i = 0; i < rows; i++) {
      double[] row = new double[BoxTable.WIDTH];
      for (int j = 0; j < row.length; j++) {
        row[j] = number.get(buffer, header.fortran() ? j * rows + i : i * row.length + j);
      }
      collector.add("", row, place);
    }
    return collector.table();
  }
}
