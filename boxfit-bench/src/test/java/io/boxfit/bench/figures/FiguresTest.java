package io.boxfit.bench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {

  @Test
  void middleOfAnOddNumber() {
    assertEquals(new Figures(1, 3, 100), Figures.of(List.of(100.0, 1.0, 3.0)));
  }

  @Test
  void meanOfTheMiddleTwoOfAnEvenNumber() {
    assertEquals(new Figures(1, 3.5, 9), Figures.of(List.of(9.0, 4.0, 1.0, 3.0)));
  }

  @Test
  void oneRoundIsAllThree() {
    assertEquals(new Figures(7, 7, 7), Figures.of(List.of(7.0)));
  }

  @Test
  void nothingHasNoFigures() {
    assertThrows(IllegalArgumentException.class, () -> Figures.of(List.of()));
  }
}
