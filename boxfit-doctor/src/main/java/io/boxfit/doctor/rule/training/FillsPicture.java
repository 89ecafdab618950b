package io.boxfit.doctor.rule.training;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossFamily;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;

/**
 * Under a loss of overlap the mean box covers nine tenths of the picture, and it does not move or
 * is no better than the one best box.
 */
public final class FillsPicture implements Rule {
  private static final double COVERS = 0.9;

  @Override
  public Optional<Finding> check(Case patient) {
    LossFamily loss = patient.setup().loss();
    return patient
        .evidence()
        .predictions()
        .filter(p -> loss.isOverlap())
        .filter(p -> Stillness.of(p).everywhere() || patient.fitsLikeOneBox())
        .flatMap(FillsPicture::look);
  }

  private static Optional<Finding> look(Predictions predictions) {
    List<Box> boxes = Stillness.of(predictions).boxes();
    if (boxes.isEmpty()) {
      return Optional.empty();
    }
    Box mean =
        new Box(
            Side.LEFT.moments(boxes).mean(),
            Side.TOP.moments(boxes).mean(),
            Side.RIGHT.moments(boxes).mean(),
            Side.BOTTOM.moments(boxes).mean());
    double covered = mean.area() / predictions.width() / predictions.height();
    return covered < COVERS
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.FILLS_PICTURE,
                0.9,
                "The predicted box covers "
                    + Words.percent(covered)
                    + " of the picture: to a loss of overlap that is better than missing the"
                    + " object."));
  }
}
