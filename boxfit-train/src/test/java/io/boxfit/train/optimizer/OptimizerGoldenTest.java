package io.boxfit.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.model.recipe.Recipes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Step by step against Keras, PyTorch and TensorFlow.js; {@code src/test/python} and {@code
 * src/test/node} hold what wrote the files. A case is called as a recipe writes its optimiser, so
 * that defaults are compared, too.
 */
class OptimizerGoldenTest {

  @ParameterizedTest
  @CsvSource({"keras, 16", "pytorch, 4", "tfjs, 6"})
  void movesAsItsOracle(String oracle, int cases) throws IOException {
    JsonNode golden = golden(oracle);
    assertEquals(cases, golden.required("cases").size());
    golden
        .required("cases")
        .properties()
        .forEach(entry -> compare(golden, entry.getKey(), entry.getValue()));
  }

  private static void compare(JsonNode golden, String written, JsonNode expected) {
    // Another optimiser first: the recipe's own would lend its numbers to one of its kind.
    List<String> options =
        List.of("optimizer=" + (written.contains("sgd") ? "adam" : "sgd"), "optimizer=" + written);
    Optimizer optimizer = Recipes.load("reliable", options).optimizer();
    float[] values = floats(golden.required("start"));
    int kernel = golden.required("kernel").asInt();
    OptimizerState state =
        OptimizerState.of(
            optimizer,
            Layouts.of(
                Map.entry(Parameter.Role.KERNEL, kernel),
                Map.entry(Parameter.Role.BIAS, values.length - kernel)));
    double[] travelled = new double[values.length];
    for (int step = 0; step < golden.required("gradients").size(); step++) {
      float[] before = values.clone();
      double rate = optimizer.learningRate() * golden.required("factors").get(step).asDouble();
      state.step(values, floats(golden.required("gradients").get(step)), rate);
      float[] wanted = floats(expected.get(step));
      for (int i = 0; i < values.length; i++) {
        travelled[i] += Math.abs((double) values[i] - before[i]);
        // A rounding of the weight in each step, and one in 50,000 of the way.
        double allowed = (step + 1) * (double) Math.ulp(wanted[i]) + 2e-5 * travelled[i];
        assertTrue(
            Math.abs(values[i] - wanted[i]) <= allowed,
            written + ", step " + step + ", number " + i + ": " + values[i] + ", not " + wanted[i]);
      }
    }
  }

  private static float[] floats(JsonNode list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).floatValue();
    }
    return values;
  }

  private static JsonNode golden(String oracle) throws IOException {
    String name = "/golden/optimizers-" + oracle + ".json";
    try (InputStream in = OptimizerGoldenTest.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
