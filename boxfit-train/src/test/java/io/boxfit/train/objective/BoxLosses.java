package io.boxfit.train.objective;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.CenterPointLoss;
import io.boxfit.model.loss.CiouLoss;
import io.boxfit.model.loss.DiouLoss;
import io.boxfit.model.loss.EiouLoss;
import io.boxfit.model.loss.GiouLoss;
import io.boxfit.model.loss.GuardedLnIouLoss;
import io.boxfit.model.loss.HuberLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.L1Loss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.loss.NegativeIouLoss;
import io.boxfit.model.loss.SmoothL1Loss;
import io.boxfit.model.network.Input;
import java.util.ArrayList;
import java.util.List;

/** Every loss of boxes, in every encoding of a picture that is not square. */
final class BoxLosses {
  static final Input PICTURE = new Input(200, 100, 1);

  static final List<BoxLoss> ALL =
      List.of(
          new LnIouLoss(),
          new GuardedLnIouLoss(1e-6),
          new IouLoss(),
          new NegativeIouLoss(),
          new GiouLoss(),
          new DiouLoss(),
          new CiouLoss(),
          new EiouLoss(),
          new MseLoss(),
          new L1Loss(),
          new SmoothL1Loss(0.05),
          new HuberLoss(0.05),
          new CenterPointLoss());

  private BoxLosses() {}

  static List<BoxLossFunction> inEveryEncoding(BoxLoss loss) {
    List<BoxLossFunction> functions = new ArrayList<>();
    for (BoxFormat format : BoxFormat.values()) {
      for (BoxUnit unit : BoxUnit.values()) {
        functions.add(new BoxLossFunction(loss, new BoxEncoding(format, unit), PICTURE));
      }
    }
    return functions;
  }
}
