package io.boxfit.bench.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.train.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures that people published, acted again in PyTorch: the doctor names what they were. */
class RealProgramsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void act() throws IOException {
    PythonScript.run("act_real_programs.py", "pytorch", folder, "torch", "torchvision");
  }

  @ParameterizedTest
  @CsvSource({
    "softmax_on_coordinates, SOFTMAX_OUTPUT",
    "rate_left_at_a_ten_millionth, LEARNING_RATE_TOO_LOW",
    "statistics_never_kept, BATCH_NORM_NOT_SETTLED"
  })
  void theCauseComesFirst(String program, Condition condition) {
    Path trace = folder.resolve(program + "-1.jsonl");
    TraceHistory history = TraceHistory.of(TraceReader.readForeign(trace)).orElseThrow();
    Diagnosis diagnosis = Doctor.examine(Evidence.of(Optional.empty(), history));
    assertEquals(Verdict.SICK, diagnosis.verdict());
    assertEquals(condition, diagnosis.findings().get(0).condition());
  }
}
