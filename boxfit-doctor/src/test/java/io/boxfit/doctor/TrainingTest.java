package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Restarts;
import io.boxfit.model.recipe.Recipes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a training's trace, or its recipe alone, tells. */
final class TrainingTest {
  private static final Box STILL = new Box(20, 10, 50, 40);
  private static final List<Box> WHOLE = Patients.same(new Box(0, 0, 200, 100));
  private static final List<Box> LEARNED = Patients.predictions(3);

  private static void assertRoot(Condition cause, Evidence evidence) {
    Diagnosis diagnosis = Doctor.examine(evidence);
    assertEquals(Optional.of(cause), diagnosis.root().map(Finding::condition), "" + diagnosis);
    assertEquals(Verdict.SICK, diagnosis.verdict());
  }

  private static Evidence recipe(String name, String... settings) {
    return Evidence.of(Recipes.load(name, List.of(settings)));
  }

  private static List<List<Box>> always(List<Box> boxes) {
    return List.of(boxes, boxes, boxes);
  }

  @Test
  void aTrainingThatLearnedIsHealthyWhateverItsOptimizer() {
    Evidence learned =
        Patients.training(
            "GIoU",
            "Adadelta",
            1e-6,
            Patients.falling(100),
            List.of(Patients.same(STILL), LEARNED, LEARNED));
    assertEquals(Verdict.HEALTHY, Doctor.examine(learned).verdict());
  }

  @Test
  void aLossThatTurnsIntoNoNumberIsNamedWithItsStep() {
    double[] losses = Patients.falling(40);
    Arrays.fill(losses, 6, 40, Double.NaN);
    Evidence evidence =
        Patients.training("-ln(IoU)", "Adam", 0.001, losses, always(Patients.same(STILL)));
    assertRoot(Condition.LOSS_TURNS_NAN, evidence);
    assertEquals(7, Doctor.examine(evidence).root().orElseThrow().since().orElseThrow());
  }

  @Test
  void theSameNumbersWithAGuardedLossAreAnotherCause() {
    double[] losses = Patients.falling(40);
    losses[3] = 50;
    Arrays.fill(losses, 6, 40, Double.NaN);
    assertRoot(
        Condition.LEARNING_RATE_TOO_HIGH,
        Patients.training("mse", "Adam", 0.2, losses, always(Patients.same(STILL))));
  }

  @Test
  void aJumpThatNeverComesBackIsAStepTooLarge() {
    double[] losses = new double[60];
    Arrays.fill(losses, 0.25);
    losses[0] = 0.06;
    assertRoot(
        Condition.LEARNING_RATE_TOO_HIGH,
        Patients.training("mse", "Adam", 0.08, losses, always(Patients.same(STILL))));
  }

  @Test
  void stepsThatMoveNothingAreTooSmall() {
    assertRoot(
        Condition.LEARNING_RATE_TOO_LOW,
        Patients.training("mse", "SGD", 1e-6, Patients.falling(60), always(Patients.same(STILL))));
  }

  @Test
  void adadeltaAtKerasDefaultIsNamedFirst() {
    Evidence evidence =
        Patients.training(
            "mse", "Adadelta", 1e-6, Patients.falling(60), always(Patients.same(STILL)));
    assertRoot(Condition.OPTIMIZER_DEFAULT, evidence);
    Diagnosis diagnosis = Doctor.examine(evidence);
    assertTrue(
        diagnosis.root().orElseThrow().consequences().stream()
            .anyMatch(f -> f.condition() == Condition.LEARNING_RATE_TOO_LOW),
        "" + diagnosis);
  }

  @Test
  void aBoxThatFillsThePictureUnderALossOfOverlapGrew() {
    assertRoot(
        Condition.FILLS_PICTURE,
        Patients.training(
            "GIoU",
            "Adam",
            0.001,
            Patients.falling(60),
            List.of(Patients.same(STILL), WHOLE, WHOLE)));
  }

  @Test
  void boxesThatMissGetNothingFromTheOverlapAlone() {
    assertRoot(
        Condition.LOSS_WITHOUT_OVERLAP,
        Patients.training(
            "1 - IoU",
            "Adam",
            0.001,
            Patients.falling(60),
            always(Patients.same(new Box(0, 0, 6, 6)))));
  }

  @Test
  void boxesWhoseSharesSumToOneComeFromASoftmax() {
    List<Box> boxes =
        Patients.truths().stream()
            .map(
                truth -> {
                  double left = truth.xMin() / 800;
                  double top = truth.yMin() / 400;
                  return new Box(200 * left, 100 * top, 200 * (0.5 - left), 100 * (0.5 - top));
                })
            .toList();
    assertRoot(
        Condition.SOFTMAX_OUTPUT,
        Patients.training("mse", "Adam", 0.001, Patients.falling(60), always(boxes)));
  }

  @Test
  void sidesAtTheirEndsAreNoSoftmax() {
    Evidence ends =
        Patients.training(
            "mse",
            "Adam",
            0.001,
            Patients.falling(60),
            always(Patients.same(new Box(0, 0, 0, 100))));
    Diagnosis diagnosis = Doctor.examine(ends);
    assertTrue(
        diagnosis.findings().stream().noneMatch(f -> f.condition() == Condition.SOFTMAX_OUTPUT),
        "" + diagnosis);
  }

  @Test
  void sidesThatCrossUnderALossOfOverlapAreNamed() {
    assertRoot(
        Condition.CROSSING_SIDES,
        Patients.training(
            "GIoU",
            "Adam",
            0.001,
            Patients.falling(60),
            always(Patients.same(new Box(60, 60, 40, 40)))));
  }

  @Test
  void otherStartsTellLuckFromRecipe() {
    Evidence still =
        Patients.training("mse", "Adam", 0.001, Patients.falling(60), always(Patients.same(STILL)));
    assertTrue(Doctor.examine(still).root().isEmpty());
    assertRoot(Condition.UNLUCKY_START, still.with(new Restarts(3, 1)));
    assertRoot(Condition.BAD_RECIPE, still.with(new Restarts(3, 0)));
  }

  @Test
  void whatIsKnownToFailIsForeseenFromTheRecipe() {
    assertRoot(Condition.LOSS_TURNS_NAN, recipe("article"));
    assertRoot(Condition.OPTIMIZER_DEFAULT, recipe("article", "loss=mse"));
    assertRoot(
        Condition.ZERO_START,
        recipe("article", "loss=mse", "optimizer=adam", "initializer.kernel=zeros"));
    assertRoot(Condition.CROSSING_SIDES, recipe("article", "loss=giou", "optimizer=adam"));
    assertRoot(
        Condition.LEARNING_RATE_TOO_HIGH,
        recipe("reliable", "optimizer={name: adamW, learningRate: 1}"));
    String[] network = {
      "network=[{conv2d: {filters: 4, kernel: 5, stride: 4}}, relu, %s, {dense: {units: 4}},"
          + " sigmoid, {boxHead: {format: xyxy, unit: relative}}]",
      "loss=mse",
      "optimizer={name: adam, learningRate: 0.001}"
    };
    assertRoot(
        Condition.DROPOUT_TOO_HIGH,
        recipe(
            "article",
            network[0].formatted("flatten, {dropout: {share: 0.95}}"),
            network[1],
            network[2]));
  }

  @Test
  void theScaleOfTheFirstWeightsShowsInTheFirstStep() {
    assertRoot(
        Condition.FIRST_WEIGHTS_TOO_SMALL,
        Patients.training("mse", "Adam", 30, Patients.falling(60), always(Patients.same(STILL))));
    assertRoot(
        Condition.FIRST_WEIGHTS_TOO_LARGE,
        Patients.training(
            "mse",
            "Adam",
            0.001,
            Patients.falling(60),
            always(Patients.same(new Box(0, 0, 0, 100)))));
  }

  @Test
  void batchNormNeedsTimeToForget() {
    String network =
        "network=[{conv2d: {filters: 4, kernel: 5, stride: 4}}, {batchNorm: {momentum: %s}}, relu,"
            + " flatten, {dense: {units: 4}}, sigmoid, {boxHead: {format: xyxy, unit: relative}}]";
    String[] adam = {"loss=mse", "optimizer={name: adam, learningRate: 0.0003}"};
    // 240 steps: 0.99 to the power of 240 is 0.09, 0.9 leaves nothing.
    assertRoot(
        Condition.BATCH_NORM_NOT_SETTLED,
        recipe("article", network.formatted("0.99"), adam[0], adam[1], "epochs=1"));
    assertEquals(
        Verdict.HEALTHY,
        Doctor.examine(recipe("article", network.formatted("0.9"), adam[0], adam[1], "epochs=1"))
            .verdict());
  }

  @Test
  void theRecipesThatWorkAreHealthy() {
    assertEquals(Verdict.HEALTHY, Doctor.examine(recipe("reliable")).verdict());
    assertEquals(Verdict.HEALTHY, Doctor.examine(recipe("reliable-long")).verdict());
    assertEquals(
        Verdict.HEALTHY,
        Doctor.examine(recipe("article", "loss=mse", "optimizer={name: adadelta, learningRate: 1}"))
            .verdict());
  }
}
