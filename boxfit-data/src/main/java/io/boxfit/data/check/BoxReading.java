package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.fault.FaultCode;

/** How the four numbers of a set's boxes are to be read. */
enum BoxReading {
  /** As the format says. */
  AS_WRITTEN(null) {
    @Override
    Box of(Box written) {
      return written;
    }
  },
  /** y stands where x should. */
  SWAPPED_AXES(FaultCode.SWAPPED_AXES) {
    @Override
    Box of(Box written) {
      return new Box(written.yMin(), written.xMin(), written.yMax(), written.xMax());
    }
  },
  /** Width and height stand where the lower right corner should. */
  SIZE_FOR_CORNER(FaultCode.SIZE_FOR_CORNER) {
    @Override
    Box of(Box written) {
      return new Box(
          written.xMin(),
          written.yMin(),
          written.xMin() + written.xMax(),
          written.yMin() + written.yMax());
    }
  },
  /** The lower right corner stands where width and height should. */
  CORNER_FOR_SIZE(FaultCode.CORNER_FOR_SIZE) {
    @Override
    Box of(Box written) {
      return new Box(written.xMin(), written.yMin(), written.width(), written.height());
    }
  };

  private final FaultCode fault;

  BoxReading(FaultCode fault) {
    this.fault = fault;
  }

  /** What was meant by a written box. */
  abstract Box of(Box written);

  /** What it is called where it is not as written. */
  FaultCode fault() {
    return fault;
  }
}
