package io.boxfit.model.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({
    "12.0, 12",
    "0.015, 0.015",
    "0.0001, 0.0001",
    "0.00001, 1e-5",
    "1.25e-8, 1.25e-8",
    "-2.5e300, -2.5e300",
    "4.9e-324, 5e-324",
    "2.0e-3, 0.002",
    "123456789012345, 123456789012345",
    "-0.0, -0",
    "0.1234567890123456, 0.1234567890123456"
  })
  void fewestDigits(double value, String text) {
    assertEquals(text, Decimal.text(value));
  }

  @Test
  void readsBackAsTheSameNumber() {
    RandomStream random = new Seed(2).stream("doubles");
    for (int i = 0; i < 5000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Double.parseDouble(Decimal.text(value)));
      }
    }
  }
}
