package io.boxfit.bench.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.recipe.RecipeYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** One key, but where data is made little: there epochs grow as pictures shrink. */
  @Test
  void everyFaultChangesOneThing() {
    Map<String, String> well = keys(RecipeYaml.write(Base.STRIDED.recipe(1, List.of())));
    for (Fault fault : BoxfitFaults.all()) {
      List<String> inRecipe =
          fault.change().stream().filter(setting -> !setting.startsWith("samples=")).toList();
      Map<String, String> ill = keys(RecipeYaml.write(Base.STRIDED.recipe(1, inRecipe)));
      Set<String> changed =
          well.keySet().stream()
              .filter(key -> !well.get(key).equals(ill.get(key)))
              .collect(Collectors.toSet());
      Set<String> few = Set.of("data", "epochs");
      assertTrue(
          changed.size() + fault.change().size() - inRecipe.size() == 1 || changed.equals(few),
          fault.kind() + " changes " + changed);
    }
  }

  @Test
  void thereAreEnoughKindsAndNoneTwice() {
    List<String> kinds =
        Stream.of(BoxfitFaults.all(), PyTorchFaults.all())
            .flatMap(List::stream)
            .map(Fault::kind)
            .toList();
    assertEquals(kinds.size(), Set.copyOf(kinds).size());
    assertTrue(kinds.size() >= 60, "" + kinds.size());
    Set<String> names = Base.all().stream().map(Base::name).collect(Collectors.toSet());
    assertEquals(Base.all().size(), names.size());
  }

  @Test
  void whatWasLookedAtEarlierDoesNotCountAsUnseen() {
    for (Fault fault : BoxfitFaults.all()) {
      assertTrue(!fault.known() || fault.half() == Half.SET, fault.kind());
    }
    long reported =
        Stream.of(BoxfitFaults.all(), PyTorchFaults.all())
            .flatMap(List::stream)
            .filter(fault -> fault.half() == Half.REPORTED)
            .count();
    assertTrue(reported >= 20, reported + " kinds");
  }

  @Test
  void aFaultIsFoundBesideItsHealthyTwin(@TempDir Path folder) {
    try (Ward ward = new BoxfitWard()) {
      Round round = new Round(new Records(folder), true);
      Subject well = new Subject(ward, Base.STRIDED, Optional.empty(), 1);
      round.records().of(well);
      List<Visit> visits = round.healthy(well);
      assertTrue(visits.get(0).well(), "" + visits.get(0));
      assertFalse(visits.get(0).opinion().sick(), "" + visits.get(0));
      assertEquals(1 + Tampering.noise().size() + Tampering.faults().size(), visits.size());
      Fault story = BoxfitFaults.all().get(0);
      Subject sick = new Subject(ward, Base.STRIDED, Optional.of(story), 1);
      round.records().of(sick);
      Visit ill = round.faulty(sick);
      assertTrue(ill.ill() && ill.opinion().sick() && ill.opinion().right(), "" + ill);
      assertEquals("loss-turns-nan", ill.opinion().said());
      assertEquals("loss-turns-nan", ill.traceAlone().orElseThrow().said());
      // It breaks off before a second probe: all that it tells, it tells at its end.
      assertEquals(OptionalDouble.of(1), ill.found());
      assertEquals(Optional.of(1), ill.cured());
      assertEquals(
          Set.of("AutoTrainer", "DeepDiagnosis", "SageMaker Debugger", "UMLAUT", "TheDeepChecker"),
          ill.others().keySet());
    }
  }

  @Test
  void aTrainingThatWasCutOffIsDoneAgain(@TempDir Path folder) throws Exception {
    assertTrue(Stay.in(folder).isEmpty());
    new Stay(0.5, 0.25, 0.75, 3).writeTo(folder);
    assertEquals(new Stay(0.5, 0.25, 0.75, 3), Stay.in(folder).orElseThrow());
    assertTrue(Stay.in(folder).orElseThrow().well());
    Files.writeString(folder.resolve("stay.json"), "{\"meanIou\":0.");
    assertTrue(Stay.in(folder).isEmpty());
  }

  private static Visit visit(boolean right) {
    return new Visit(
        "faults in letters",
        "k",
        Half.SET,
        true,
        false,
        new Opinion(right, right, right ? "x" : ""),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void tablesCountWhatWasMissed() {
    String table = DoctorTable.of(List.of(visit(true), visit(false)));
    assertTrue(
        table.contains("| 1 | 2 | 1 of 2 (50.0%, 9 to 91%) | 1 of 2 (50.0%, 9 to 91%) |"), table);
    assertTrue(table.contains("| k | set on | 2 | 1 | 1 |  |  | 1 nothing, 1 x |"), table);
    assertNotEquals(table, DoctorTable.of(List.of(visit(true), visit(true))));
  }
}
