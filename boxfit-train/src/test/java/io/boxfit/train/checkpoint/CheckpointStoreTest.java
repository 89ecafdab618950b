package io.boxfit.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.layer.Parameter;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Node;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.optimizer.OptimizerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
  @TempDir Path folder;

  private static TrainingState state() {
    Node node = new Node("a", new ReLU(), List.of("image"));
    Parameter kernel = new Parameter("kernel", Shape.of(2), Parameter.Role.KERNEL, 1, 1);
    ParameterLayout layout =
        new ParameterLayout(
            List.of(new ParameterLayout.Slot(new NodeParameter(node, kernel), 0, 2)));
    return new TrainingState(
        new float[] {1, 2},
        OptimizerState.of(new AdamW(0.01, 0.9, 0.99, 1e-8, 0.1), layout),
        EpochWatch.none());
  }

  private String bestStep() throws IOException {
    return Safetensors.read(folder.resolve("best.safetensors")).metadata().get("step");
  }

  /** What resumes after the newer checkpoint would never write its best again. */
  @Test
  void bestIsNeverOlderThanTheCheckpointThatKnowsOfIt() throws IOException {
    CheckpointStore store = new CheckpointStore(folder, "0123abcd");
    TrainingState state = state();
    state.resume(3, 1, 0, 0.5);
    store.save(state, true);
    assertEquals("3", bestStep());
    state.resume(4, 1, 0, 0.6);
    Path inTheWay = Files.createDirectory(folder.resolve("step-000000004.safetensors"));
    Files.createFile(inTheWay.resolve("file"));
    assertThrows(UncheckedIOException.class, () -> store.save(state, true));
    assertEquals("4", bestStep());
    TrainingState restored = state();
    assertTrue(store.restore(restored, warning -> {}));
    assertEquals(3, restored.step());
    assertEquals(0.5, restored.bestMeanIou());
  }
}
