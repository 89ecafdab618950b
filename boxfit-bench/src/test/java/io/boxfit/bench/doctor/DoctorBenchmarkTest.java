package io.boxfit.bench.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.bench.peer.Python;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.model.recipe.RecipeYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /**
   * One key, but where data is made little: there epochs grow as pictures shrink; and where
   * something happens after each epoch. What somebody published has the network and the optimiser
   * that it was published with.
   */
  @Test
  void everyFaultChangesOneThing() {
    Map<String, String> well = keys(RecipeYaml.write(Base.STRIDED.recipe(1, List.of())));
    Set<Set<String>> together =
        Set.of(
            Set.of("data", "epochs"),
            Set.of("data", "epochs", "schedule"),
            Set.of("data", "epochs", "earlyStopping"));
    List<Fault> published = PublishedBoxfitFaults.all();
    for (Fault fault : faults(new BoxfitWard())) {
      if (published.contains(fault)) {
        continue;
      }
      List<String> inRecipe =
          fault.change().stream().filter(setting -> !setting.startsWith("samples=")).toList();
      Map<String, String> ill = keys(RecipeYaml.write(Base.STRIDED.recipe(1, inRecipe)));
      Set<String> changed =
          Stream.of(well, ill)
              .flatMap(recipe -> recipe.keySet().stream())
              .filter(key -> !Objects.equals(well.get(key), ill.get(key)))
              .collect(Collectors.toSet());
      assertTrue(
          changed.size() + fault.change().size() - inRecipe.size() == 1
              || together.contains(changed),
          fault.kind() + " changes " + changed);
    }
  }

  private static List<Fault> faults(Ward ward) {
    return ward.injections().stream().flatMap(some -> some.faults().stream()).toList();
  }

  private static List<Fault> faults() {
    return wards().flatMap(ward -> faults(ward).stream()).toList();
  }

  /** None of their programs is started. */
  private static Stream<Ward> wards() {
    return Stream.of(new BoxfitWard(), new PyTorchWard(new Python("python3"), Path.of(".")));
  }

  @Test
  void thereAreEnoughKindsAndNoneTwice() {
    assertTrue(faults().size() >= 300, "" + faults().size());
    for (Ward ward : wards().toList()) {
      List<String> kinds =
          faults(ward).stream()
              .filter(fault -> fault.half() != Half.MOVED)
              .map(Fault::kind)
              .toList();
      assertEquals(kinds.size(), Set.copyOf(kinds).size());
      List<String> names = ward.bases().stream().map(Base::name).toList();
      assertEquals(names.size(), Set.copyOf(names).size());
    }
  }

  @Test
  void whatWasLookedAtEarlierDoesNotCountAsUnseen() {
    long reported = faults().stream().filter(fault -> fault.half() == Half.REPORTED).count();
    assertTrue(reported >= 20, reported + " kinds");
  }

  @Test
  void movedFaultsAreKnownOnesInOtherTrainings() {
    for (Ward ward : wards().toList()) {
      List<Fault> moved =
          faults(ward).stream().filter(fault -> fault.half() == Half.MOVED).toList();
      assertTrue(moved.size() >= 10, "" + moved.size());
      for (Fault fault : moved) {
        List<Base> homes =
            ward.injections().stream()
                .filter(some -> some.faults().stream().anyMatch(f -> isAtHome(f, fault)))
                .flatMap(some -> some.hosts().stream())
                .toList();
        assertFalse(homes.isEmpty(), fault.kind());
        ward.injections().stream()
            .filter(some -> some.faults().contains(fault))
            .forEach(some -> assertTrue(Collections.disjoint(some.hosts(), homes)));
      }
    }
  }

  private static boolean isAtHome(Fault known, Fault moved) {
    return known.half() == Half.SET && known.moved().equals(moved);
  }

  @Test
  void aRemedyTakesOutWhatItSpeaksOf() {
    List<String> program = List.of("written=mean", "loss=mse");
    assertEquals(
        List.of("written="), FurtherPyTorchFaults.undone(Condition.POSITION_LOST, program));
    assertEquals(List.of(), FurtherPyTorchFaults.undone(Condition.DEAD_UNITS, program));
    assertEquals(List.of(), FurtherPyTorchFaults.undone(Condition.OVERFITTING, program));
    assertEquals(
        List.of("clip=1"),
        ForwardFaults.undone(
            Condition.EXPLODING_GRADIENT, List.of("forward=sound", "forward=over and over")));
    assertEquals(
        List.of("loop="),
        LoopFaults.undone(Condition.WEIGHT_DECAY_TOO_HIGH, List.of("loop=penalty")));
    assertEquals(
        List.of(), LossFaults.undone(Condition.DEAD_UNITS, List.of("loss=mean of targets")));
    List<String> slipped = List.of("slip=log softmax", "loss=mse");
    assertEquals(List.of("slip="), SlipFaults.undone(Condition.SOFTMAX_OUTPUT, slipped));
    assertEquals(List.of(), SlipFaults.undone(Condition.POSITION_LOST, slipped));
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
