package io.boxfit.data.check;

import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.image.PictureHeader;

/**
 * An annotated picture beside what its file showed.
 *
 * @param annotated what the annotation says
 * @param look what the file says
 */
record CheckedPicture(AnnotatedPicture annotated, PictureLook look) {

  /** Which picture the boxes were drawn on, as far as sizes tell. */
  enum Ground {
    /** On the picture as people see it. */
    UPRIGHT,
    /** On the pixels as stored, which the file says are to be turned. */
    STORED,
    /** On one of another size. */
    OTHER
  }

  private boolean declares() {
    return annotated.width() > 0 && annotated.height() > 0;
  }

  Ground ground() {
    if (!declares() || look.header().isEmpty()) {
      return Ground.UPRIGHT;
    }
    PictureHeader header = look.header().get();
    if (declares(header.uprightWidth(), header.uprightHeight())) {
      return Ground.UPRIGHT;
    }
    return declares(header.width(), header.height()) ? Ground.STORED : Ground.OTHER;
  }

  private boolean declares(int width, int height) {
    return annotated.width() == width && annotated.height() == height;
  }

  /** Columns of the picture on which the boxes were drawn; 0 where nothing tells. */
  int width() {
    return declares()
        ? annotated.width()
        : look.header().map(PictureHeader::uprightWidth).orElse(0);
  }

  /** Rows of the picture on which the boxes were drawn; 0 where nothing tells. */
  int height() {
    return declares()
        ? annotated.height()
        : look.header().map(PictureHeader::uprightHeight).orElse(0);
  }

  boolean hasSize() {
    return width() > 0 && height() > 0;
  }
}
