package io.boxfit.model.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of losses as PyTorch's and Keras's users write them. */
class LossNameTest {

  @ParameterizedTest
  @CsvSource({
    "mse, true, false",
    "MSE, true, false",
    "nn.MSELoss, true, false",
    "torch.nn.MSELoss(), true, false",
    "mse_loss, true, false",
    "mean_squared_error, true, false",
    "MeanSquaredError, true, false",
    "mse + 0.1 * penalty, true, false",
    "rmse, false, false",
    "mean_squared_logarithmic_error, false, false",
    "l1, false, true",
    "nn.L1Loss, false, true",
    "mae, false, true",
    "mean_absolute_error, false, true",
    "MeanAbsoluteError, false, true",
    "mean_absolute_percentage_error, false, false",
    "SmoothL1Loss, false, false",
    "l1 + giou, false, false",
    "giou, false, false",
    "'', false, false"
  })
  void meansAreKnownByAnyName(String name, boolean squares, boolean distances) {
    assertEquals(squares, LossName.isMeanOfSquares(name), name);
    assertEquals(distances, LossName.isMeanOfDistances(name), name);
  }

  @ParameterizedTest
  @CsvSource({
    "GIoULoss, GiouLoss",
    "generalized_box_iou_loss, GiouLoss",
    "complete_box_iou_loss, CiouLoss",
    "distance_box_iou_loss, DiouLoss",
    "minus_log_iou, LnIouLoss",
    "my_eiou, EiouLoss",
    "iou, IouLoss"
  })
  void overlapsAreKnownByAnyName(String name, String kind) {
    assertEquals(kind, LossName.overlap(name).orElseThrow().getClass().getSimpleName());
  }
}
