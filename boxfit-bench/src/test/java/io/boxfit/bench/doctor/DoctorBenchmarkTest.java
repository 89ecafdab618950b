package io.boxfit.bench.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.recipe.RecipeYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorBenchmarkTest {

  /** The lines of a recipe, by the first key of each. */
  private static Map<String, String> keys(String yaml) {
    Map<String, String> keys = new TreeMap<>();
    String key = "";
    for (String line : yaml.lines().toList()) {
      key = line.startsWith(" ") ? key : line.split(":", 2)[0];
      keys.merge(key, line, (a, b) -> a + "\n" + b);
    }
    return keys;
  }

  @Test
  void everyFaultChangesOneThing() {
    Map<String, String> well = keys(RecipeYaml.write(Base.STRIDED.recipe(1, List.of())));
    for (Fault fault : Fault.all()) {
      assertEquals(1, fault.change().size(), fault.kind());
      Map<String, String> ill = keys(RecipeYaml.write(Base.STRIDED.recipe(1, fault.change())));
      Set<String> changed =
          well.keySet().stream()
              .filter(key -> !well.get(key).equals(ill.get(key)))
              .collect(Collectors.toSet());
      assertEquals(1, changed.size(), fault.kind() + " changes " + changed);
    }
  }

  @Test
  void thereAreEnoughKindsAndNoneTwice() {
    Set<String> kinds = Fault.all().stream().map(Fault::kind).collect(Collectors.toSet());
    assertEquals(Fault.all().size(), kinds.size());
    assertTrue(kinds.size() + Tampering.faults().size() >= 24);
    Set<String> names = Base.all().stream().map(Base::name).collect(Collectors.toSet());
    assertEquals(Base.all().size(), names.size());
  }

  @Test
  void aFaultIsFoundBesideItsHealthyTwin() {
    List<Visit> well = Ward.healthy(Base.STRIDED, 1);
    assertTrue(well.get(0).well(), "" + well.get(0));
    assertFalse(well.get(0).sick(), "" + well.get(0));
    assertEquals(1 + Tampering.noise().size() + Tampering.faults().size(), well.size());
    Fault story = Fault.all().get(0);
    Visit ill = Ward.faulty(Base.STRIDED, story, 1, well.get(0).meanIou());
    assertTrue(ill.ill() && ill.sick() && ill.right(), "" + ill);
    assertEquals("loss-turns-nan", ill.said());
  }

  @Test
  void workThatWasCutOffIsDoneAgain(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("visits.jsonl");
    Visit visit = new Visit("k", "g", true, true, false, true, true, "same-box", 0.5, 1);
    VisitBook.open(file).add("a", List.of(visit));
    Files.writeString(file, "\n{\"key\":\"b\",\"vis", StandardOpenOption.APPEND);
    VisitBook again = VisitBook.open(file);
    assertEquals(List.of(visit), again.of("a").orElseThrow());
    assertTrue(again.of("b").isEmpty());
  }

  @Test
  void tablesCountWhatWasMissed() {
    Visit found = new Visit("k", Ward.TRAININGS, true, true, false, true, true, "x", 0, 1);
    Visit missed = new Visit("k", Ward.TRAININGS, true, true, false, false, false, "", 0, 1);
    String table = DoctorTable.of(List.of(found, missed));
    assertTrue(table.contains("| 1 | 2 | 1 (50.0%, 9 to 91%) | 1 (50.0%, 9 to 91%) |"), table);
    assertTrue(table.contains("| k | yes | 2 | 1 | 1 | 1 nothing, 1 x |"), table);
    assertNotEquals(table, DoctorTable.of(List.of(found, found)));
  }
}
