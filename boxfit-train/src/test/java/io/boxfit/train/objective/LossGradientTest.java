package io.boxfit.train.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.CiouLoss;
import io.boxfit.model.loss.DiouLoss;
import io.boxfit.model.loss.GuardedLnIouLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.NegativeIouLoss;
import java.util.Arrays;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of all losses in all encodings. */
class LossGradientTest {
  private static final double STEP = 1e-6;

  /** Losses that see nothing but the overlap. */
  private static final Set<Class<?>> STANDING =
      Set.of(IouLoss.class, NegativeIouLoss.class, GuardedLnIouLoss.class);

  static Stream<BoxLoss> losses() {
    return BoxLosses.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void areThoseOfFiniteDifferences(BoxLoss loss) {
    RandomStream random = new Seed(3).stream("gradients");
    for (BoxLossFunction function : BoxLosses.inEveryEncoding(loss)) {
      for (int i = 0; i < 12; i++) {
        Box truth = box(random, 60, 30);
        boolean apart = i % 3 == 0 && !(loss instanceof LnIouLoss);
        Box predicted = apart ? box(random, 150, 80) : near(random, truth);
        assertGradient(function, predicted, truth, apart && STANDING.contains(loss.getClass()));
      }
    }
  }

  private static Box box(RandomStream random, double x, double y) {
    double left = x + 10 * random.nextDouble();
    double top = y + 6 * random.nextDouble();
    return new Box(
        left, top, left + 10 + 25 * random.nextDouble(), top + 8 + 20 * random.nextDouble());
  }

  private static Box near(RandomStream random, Box truth) {
    return new Box(
        truth.xMin() + 3 * random.nextGaussian(),
        truth.yMin() + 2 * random.nextGaussian(),
        truth.xMax() + truth.width() * (0.2 + random.nextDouble()),
        truth.yMax() + truth.height() * (random.nextDouble() - 0.2));
  }

  private static void assertGradient(
      BoxLossFunction function, Box predicted, Box truth, boolean still) {
    double[] numbers = numbers(function, predicted);
    double[] gradient = LossAt.of(function, numbers, sides(truth)).gradient();
    ToDoubleFunction<double[]> value = value(function, numbers, truth);
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    assertEquals(still, largest == 0, function + " stands still");
    for (int i = 0; i < 4; i++) {
      double[] more = numbers.clone();
      double[] less = numbers.clone();
      more[i] += STEP;
      less[i] -= STEP;
      double slope = (value.applyAsDouble(more) - value.applyAsDouble(less)) / (2 * STEP);
      assertEquals(slope, gradient[i], 1e-6 + 1e-5 * largest, function + " by number " + i);
    }
  }

  /** The loss as a function of the numbers; CIoU's alpha stays as it is. */
  private static ToDoubleFunction<double[]> value(
      BoxLossFunction function, double[] at, Box truth) {
    if (!(function.loss() instanceof CiouLoss)) {
      return numbers -> LossAt.of(function, numbers, sides(truth)).value();
    }
    BoxLossFunction diou =
        new BoxLossFunction(new DiouLoss(), function.encoding(), function.picture());
    double[] given = sides(truth);
    double shapes = LossAt.of(function, at, given).value() - LossAt.of(diou, at, given).value();
    double alpha = shapes / shape(function, at, truth);
    return numbers ->
        LossAt.of(diou, numbers, given).value() + alpha * shape(function, numbers, truth);
  }

  /** {@code v} of CIoU. */
  private static double shape(BoxLossFunction function, double[] numbers, Box truth) {
    Box box =
        function.encoding().decode(numbers, BoxLosses.PICTURE.width(), BoxLosses.PICTURE.height());
    double turn = Math.atan(truth.width() / truth.height()) - Math.atan(box.width() / box.height());
    return 4 / (Math.PI * Math.PI) * turn * turn;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void areFiniteAtKinks(BoxLoss loss) {
    if (loss instanceof LnIouLoss) {
      return;
    }
    Box truth = new Box(60, 30, 80, 40);
    Box[] predictions = {
      truth,
      new Box(80, 30, 100, 40),
      new Box(80, 40, 90, 50),
      new Box(60, 30, 70, 35),
      new Box(60, 25, 80, 45),
      new Box(50, 20, 90, 50),
      new Box(70, 35, 70, 35),
      new Box(60, 30, 60, 30),
      new Box(70, 30, 70, 40),
      new Box(65, 35, 75, 35),
      new Box(80, 40, 60, 30),
      new Box(80, 30, 60, 40),
      new Box(190, 90, 10, 10),
      new Box(100, 50, 100, 50),
      new Box(0, 0, 0, 0),
      new Box(0, 0, 200, 100),
      new Box(10, 10, 20, 20),
    };
    for (BoxLossFunction function : BoxLosses.inEveryEncoding(loss)) {
      for (Box predicted : predictions) {
        LossAt got = LossAt.of(function, numbers(function, predicted), sides(truth));
        String what = function + " of " + predicted;
        assertTrue(Double.isFinite(got.value()), what + ": " + got.value());
        for (double slope : got.gradient()) {
          assertTrue(Math.abs(slope) < 1e4, what + ": " + Arrays.toString(got.gradient()));
        }
      }
    }
  }

  private static double[] numbers(BoxLossFunction function, Box box) {
    return function.encoding().encode(box, BoxLosses.PICTURE.width(), BoxLosses.PICTURE.height());
  }

  private static double[] sides(Box box) {
    return new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()};
  }
}
