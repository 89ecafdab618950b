package io.boxfit.model.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneCycleTest {

  /**
   * PyTorch 1.13: {@code OneCycleLR(optimizer, 1.0, total_steps=200, pct_start=0.15, div_factor=25,
   * final_div_factor=400, cycle_momentum=False)}.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0.040000000000000036",
    "1, 0.042813780565907456",
    "7, 0.17152216387689723",
    "15, 0.5459866761210004",
    "28, 0.9971862194340926",
    "29, 1.0",
    "30, 0.9999146337665034",
    "31, 0.9996585642185044",
    "100, 0.6279585966583381",
    "150, 0.19144175326616808",
    "198, 0.00018536623349654785",
    "199, 0.0001"
  })
  void goesAsPyTorch(long step, double factor) {
    assertEquals(factor, new OneCycle(0.15, 25, 400).factor(step, new Course(200, 10)), 1e-12);
  }

  @Test
  void isDefinedForAnyNumberOfSteps() {
    for (double warmup : new double[] {0.01, 0.05, 0.15, 0.5, 0.99}) {
      OneCycle cycle = new OneCycle(warmup, 25, 400);
      for (long steps = 1; steps < 50; steps++) {
        for (long step = 0; step < steps; step++) {
          double factor = cycle.factor(step, new Course(steps, 1));
          assertTrue(factor >= 1e-4 - 1e-12 && factor <= 1, steps + " " + step + " " + factor);
        }
      }
    }
  }

  @Test
  void constantIsOne() {
    assertEquals(1, new Constant().factor(7, new Course(9, 3)));
  }
}
