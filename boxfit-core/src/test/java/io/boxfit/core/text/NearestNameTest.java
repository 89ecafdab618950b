package io.boxfit.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearestNameTest {
  @Test
  void theFewestEditsWin() {
    List<String> known = List.of("batchSize", "epochs", "optimizer.name", "seed");
    assertEquals("epochs", NearestName.of("epoch", known));
    assertEquals("batchSize", NearestName.of("batchsize", known));
    assertEquals("optimizer.name", NearestName.of("optimiser.name", known));
    assertEquals("seed", NearestName.of("", known));
    assertThrows(IllegalArgumentException.class, () -> NearestName.of("seed", List.of()));
  }

  @Test
  void whatIsFarFetchedIsNotMeant() {
    List<String> known = List.of("article", "reliable");
    assertEquals(Optional.of("reliable"), NearestName.near("relyable", known));
    assertEquals(Optional.empty(), NearestName.near("letters", known));
  }

  @Test
  void theFirstOfEquallyNearOnesWins() {
    assertEquals("abc", NearestName.of("abx", List.of("abc", "abd")));
  }

  @Test
  void namesCutShortAreNear() {
    assertEquals("coarseToFine", NearestName.of("coarse", List.of("mse", "coarseToFine")));
    assertEquals("coarse", NearestName.of("coarse", List.of("coarseToFine", "coarse")));
    assertEquals("cd", NearestName.of("c", List.of("cd", "coarse")));
  }
}
