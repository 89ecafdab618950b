package io.boxfit.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Node;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.fuzz.Fuzzing;
import io.boxfit.train.optimizer.OptimizerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFuzzTest {
  private static final String RUN = "0123abcd";
  private static final float[] INITIAL = {1, -2, 3, 0.5f};

  @TempDir Path folder;

  private static TrainingState state() {
    Node node = new Node("a", new ReLU(), List.of("image"));
    Parameter kernel = new Parameter("kernel", Shape.of(4), Parameter.Role.KERNEL, 1, 1);
    ParameterLayout layout =
        new ParameterLayout(
            List.of(new ParameterLayout.Slot(new NodeParameter(node, kernel), 0, 4)));
    return new TrainingState(
        INITIAL.clone(),
        OptimizerState.of(new AdamW(0.01, 0.9, 0.99, 1e-8, 0.1), layout),
        EpochWatch.none());
  }

  private static byte[] saved(int step) {
    TrainingState state = state();
    state.resume(step, 1.5, 0.25, step == 0 ? Double.NEGATIVE_INFINITY : 0.75);
    state.weights()[0] = step;
    return Checkpoint.write(state, RUN);
  }

  @Test
  void aDamagedCheckpointIsNamedAndTheOneBeforeItUsed() throws IOException {
    Files.write(folder.resolve("step-000000007.safetensors"), saved(7));
    Path newest = folder.resolve("step-000000009.safetensors");
    CheckpointStore store = new CheckpointStore(folder, RUN);
    Fuzzing.run(
        "checkpoint",
        1500,
        List.of(saved(9), saved(0), saved(2_000_000)),
        input -> {
          Files.write(newest, input);
          List<String> warnings = new ArrayList<>();
          TrainingState state = state();
          assertTrue(store.restore(state, warnings::add));
          assertTrue(warnings.size() <= 1, warnings.toString());
          if (!warnings.isEmpty()) {
            assertEquals(7, state.step());
            throw new BadInputException(warnings.get(0));
          }
        });
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  /** As from another program that knows how the checksum is made. */
  @Test
  void aCheckpointWithAFittingChecksumIsCheckedAllTheSame() throws IOException {
    Path path = folder.resolve("forged.safetensors");
    Fuzzing.run(
        "forged checkpoint",
        1500,
        List.of(saved(9), saved(0)),
        input -> {
          Files.write(path, input);
          Safetensors read = Safetensors.read(path);
          Map<String, String> words = new LinkedHashMap<>(read.metadata());
          words.remove("checksum");
          words.put("checksum", Checkpoint.checksum(words, read.tensors()));
          Files.write(path, new Safetensors(words, read.tensors()).bytes());
          restored(path);
        });
    for (String key : List.of("run", "step", "seconds", "epochLoss", "bestMeanIou")) {
      for (String value : new String[] {null, "", "many", "-1"}) {
        boolean harmless = "-1".equals(value) && !key.equals("run") && !key.equals("step");
        assertEquals(harmless, isRestored(path, key, value), key + "=" + value);
      }
    }
  }

  private static boolean isRestored(Path path, String key, String value) throws IOException {
    Files.write(path, saved(9));
    Safetensors read = Safetensors.read(path);
    Map<String, String> words = new LinkedHashMap<>(read.metadata());
    words.remove("checksum");
    words.remove(key);
    if (value != null) {
      words.put(key, value);
    }
    words.put("checksum", Checkpoint.checksum(words, read.tensors()));
    Files.write(path, new Safetensors(words, read.tensors()).bytes());
    try {
      restored(path);
      return true;
    } catch (BadInputException e) {
      assertFalse(e.getMessage().contains("\n"));
      return false;
    }
  }

  private static void restored(Path path) throws IOException {
    TrainingState state = state();
    try {
      Checkpoint.read(path, RUN, state);
    } catch (BadInputException e) {
      assertEquals(0, state.step());
      assertArrayEquals(INITIAL, state.weights(), "untouched where it fails");
      throw e;
    }
    assertTrue(state.step() >= 0);
  }
}
