package io.boxfit.train.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.model.loss.CoarseToFineLoss;
import io.boxfit.model.network.Network;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.batch.PictureEncoder;
import io.boxfit.train.batch.Shard;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.EngineArrays;
import io.boxfit.train.engine.EngineParameters;
import io.boxfit.train.engine.Guide;
import io.boxfit.train.engine.Interpreter;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.engine.TrainingPass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * With equal weights and pictures the interpreter and the loss give what an independent
 * implementation in plain PyTorch wrote into the golden file.
 */
class ReferenceTest {
  private static final float TOLERANCE = 1e-4f;
  private static final int COUNT = 4;
  private static Golden golden;
  private static Network network;
  private static ParameterLayout layout;

  @BeforeAll
  static void load() {
    Engine.start();
    golden = Golden.load();
    Recipe recipe = Recipes.load("reliable", List.of("network=coarse-to-fine"));
    network = recipe.network();
    layout = ParameterLayout.of(network);
  }

  @Test
  void everyOutputAgrees() {
    try (PointerScope scope = new PointerScope()) {
      Map<String, Tensor> outputs = interpreter(parameters()).outputs(image());
      agree("cells", outputs.get("boxes"));
      agree("coarse", outputs.get("coarse").narrow(1, 1, 4));
      agree("window", outputs.get("window"));
      agree("crop", outputs.get("crop.standard"));
      agree("box", outputs.get(network.output()));
    }
  }

  @Test
  void theLossItsTermsAndItsGradientAgree() {
    EngineParameters parameters = parameters();
    try (PointerScope scope = new PointerScope()) {
      CoarseToFineLoss loss = new CoarseToFineLoss(1, 2, 0.5, 2, 0.5, 0.3, 0.35, 1, 1, 0, 1);
      CoarseToFineObjective objective = new CoarseToFineObjective(loss, network, new Seed(1));
      float[] truth = golden.values("train.truth");
      Shard shard = new Shard(image(), truth, COUNT, 0, 0, 1);
      Tensor start = EngineArrays.tensor(golden.values("train.start"), COUNT, 4);
      TrainingPass pass = new TrainingPass(new Seed(1), 0).guidedBy(new FixedGuide(start));
      Map<String, Tensor> outputs = interpreter(parameters).train(image(), pass);
      agree("train.box", outputs.get(network.output()));
      CoarseToFineObjective.Terms terms =
          objective.terms(
              outputs,
              shard,
              EngineArrays.tensor(truth, COUNT, 4),
              new float[] {1, 1, 1, 1},
              Presence.of(shard));
      float[] expected = golden.values("train.terms");
      assertEquals(expected[0], terms.where().item_float(), TOLERANCE, "cells");
      assertEquals(expected[1], terms.rough().item_float(), TOLERANCE, "rough boxes");
      assertEquals(expected[2], terms.sides().item_float(), 5 * TOLERANCE, "sides");
      assertEquals(expected[3], terms.box().item_float(), TOLERANCE, "final box");
      Tensor total = terms.weighted(loss);
      assertEquals(golden.values("train.loss")[0], total.item_float(), 5 * TOLERANCE, "loss");
      parameters.clearGradient();
      total.backward();
      assertGradientNorms(parameters);
    }
  }

  /** Points the network where the golden file says. */
  private record FixedGuide(Tensor start) implements Guide {
    @Override
    public Tensor window(Tensor cells) {
      return start;
    }

    @Override
    public Tensor anchor(Tensor box) {
      throw new AssertionError("the reference has no anchors");
    }
  }

  private static void assertGradientNorms(EngineParameters parameters) {
    float[] gradient = new float[layout.length()];
    parameters.readGradient(gradient);
    float[] expected = golden.values("train.gradient");
    assertEquals(expected.length, layout.slots().size(), "parameters");
    for (int p = 0; p < expected.length; p++) {
      ParameterLayout.Slot slot = layout.slots().get(p);
      double sum = 0;
      for (int i = slot.offset(); i < slot.offset() + slot.length(); i++) {
        sum += (double) gradient[i] * gradient[i];
      }
      double norm = Math.sqrt(sum);
      assertEquals(expected[p], norm, 1e-3 * expected[p] + TOLERANCE, slot.parameter().name());
    }
  }

  private static void agree(String name, Tensor actual) {
    // Pixels up to 200: float32 carries about seven digits.
    float tolerance = name.equals("cells") || name.equals("crop") ? 5e-4f : 1e-3f;
    assertArrayEquals(golden.values(name), EngineArrays.array(actual), tolerance, name);
  }

  private static EngineParameters parameters() {
    EngineParameters parameters = new EngineParameters(layout);
    parameters.load(golden.weights());
    return parameters;
  }

  private static Interpreter interpreter(EngineParameters parameters) {
    return new Interpreter(network, parameters);
  }

  private static Tensor image() {
    byte[] pixels = golden.bytes("pictures");
    PictureEncoder encoder = new PictureEncoder(network.input());
    float[] images = new float[COUNT * encoder.length()];
    int length = pixels.length / COUNT;
    for (int i = 0; i < COUNT; i++) {
      byte[] one = Arrays.copyOfRange(pixels, i * length, (i + 1) * length);
      Sample sample = new Sample("golden", new Picture(200, 100, 3, one), new Box(0, 0, 1, 1));
      encoder.write(sample, images, i * encoder.length());
    }
    return EngineArrays.tensor(images, COUNT, 1, 100, 200);
  }
}
