package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.ConditionText;
import io.boxfit.doctor.diagnosis.DiagnosisJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every condition can be told, and has its page. */
final class ConditionsTest {

  @ParameterizedTest
  @EnumSource(Condition.class)
  void hasWordsAndAPage(Condition condition) throws Exception {
    ConditionText text = ConditionText.of(condition);
    assertFalse(text.title().endsWith("."), text.title());
    Path page = Path.of("../docs/doctor/" + condition.code() + ".md");
    String written = Files.readString(page);
    assertTrue(written.startsWith("# " + text.title()), page + " has another title");
    assertTrue(written.contains(text.remedies().pytorch()), page + " has another remedy");
  }

  @Test
  void aDiagnosisAsJsonHasTheFieldsThatProgramsRead() {
    JsonNode tree =
        DiagnosisJson.tree(Doctor.examine(Patients.changed(r -> new double[] {5, 5, 25, 25})));
    assertEquals("sick", tree.path("verdict").asText());
    assertTrue(tree.path("rootCause").isNull());
    assertEquals(0, tree.path("figures").path("tracking").path("left").asDouble(1));
    JsonNode first = tree.path("findings").path(0);
    assertEquals("same-box", first.path("code").asText());
    assertEquals("error", first.path("severity").asText());
    assertTrue(first.path("since").isNull());
    for (String framework : new String[] {"boxfit", "keras", "pytorch"}) {
      assertFalse(first.path("remedies").path(framework).asText().isBlank());
    }
  }
}
