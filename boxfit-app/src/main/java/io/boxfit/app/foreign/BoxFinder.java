package io.boxfit.app.foreign;

import io.boxfit.core.box.Box;
import java.util.List;

/** A network with a way to use it. */
@FunctionalInterface
interface BoxFinder {

  /** A box for each picture, px of the picture as it was, any four numbers. */
  List<Box> boxes(List<KnownPicture> pictures);
}
