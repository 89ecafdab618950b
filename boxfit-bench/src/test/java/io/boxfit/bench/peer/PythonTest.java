package io.boxfit.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.BadInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PythonTest {

  @Test
  void aPythonThatIsNotThereIsNamed() {
    BadInputException refusal =
        assertThrows(
            BadInputException.class,
            () -> Python.find(Optional.of("/no/such/python"), "torch", "numpy"));
    assertEquals(
        "--python /no/such/python: cannot run 'import torch, numpy'; name one that can",
        refusal.getMessage());
  }

  @Test
  void whoAsksForNoneGetsNoneWithoutTheModules() {
    assertEquals(Optional.empty(), Python.find(Optional.empty(), "no_such_module_anywhere"));
  }
}
