package io.boxfit.app.foreign;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.reading.FramedReading;
import io.boxfit.doctor.reading.Placement;
import java.util.ArrayList;
import java.util.List;

/**
 * A network whose input is made in one way.
 *
 * @param network any
 * @param preprocessing of its input
 */
record WayUse(ForeignNetwork network, Preprocessing preprocessing) {

  /** Four numbers for each picture. */
  List<double[]> rows(List<KnownPicture> pictures) {
    return network.rows(fitted(pictures), preprocessing);
  }

  /** Where each picture lies in the input. */
  List<Placement> placements(List<KnownPicture> pictures) {
    InputShape shape = shape();
    return pictures.stream()
        .map(
            p ->
                preprocessing.fit().placement(p.width(), p.height(), shape.width(), shape.height()))
        .toList();
  }

  /** The network, its answers read as boxes. */
  BoxFinder read(FramedReading reading) {
    return pictures -> {
      List<FittedPicture> fitted = fitted(pictures);
      List<double[]> rows = network.rows(fitted, preprocessing);
      List<Box> boxes = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        boxes.add(reading.decode(rows.get(i), fitted.get(i).placement()));
      }
      return boxes;
    };
  }

  private List<FittedPicture> fitted(List<KnownPicture> pictures) {
    return pictures.stream()
        .map(picture -> FittedPicture.of(picture, preprocessing.fit(), shape()))
        .toList();
  }

  private InputShape shape() {
    return network.input().shape(preprocessing.axes()).orElseThrow();
  }
}
