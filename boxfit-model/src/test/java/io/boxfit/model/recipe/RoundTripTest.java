package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.initializer.RandomNormal;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.network.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

  static Stream<Recipe> recipes() {
    return Stream.of(
        Recipes.named("reliable"),
        Recipes.named("reliable-long"),
        Recipes.named("article"),
        Recipes.load("article", List.of("loss={name: smoothL1, beta: 0.1}")),
        Recipes.load(
            "reliable",
            List.of(
                "seed=-9223372036854775808",
                "optimizer.learningRate=0.1234567890123456",
                "optimizer.epsilon=4.9e-324",
                "initializer.kernel={randomNormal: {deviation: 1e300}}",
                "schedule=constant",
                "data.mix={true: 0.25, b-1: 0.75}")),
        Recipes.load(
            "reliable",
            List.of(
                "optimizer={name: rmsProp, momentum: 0.5, centered: true, clip: {globalNorm: 0.5}}",
                "initializer.kernel={orthogonal: {gain: 2}}",
                "initializer.bias={constant: {value: 0.1}}")),
        Recipes.load("reliable", List.of("optimizer.clip.value=1e-3", "initializer.bias=ones")),
        Recipes.parse(SmallRecipe.TEXT, "small.yaml", List.of()));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void writtenAndReadAgainIsEqual(Recipe recipe) {
    String text = RecipeYaml.write(recipe);
    Recipe again = Recipes.parse(text, "written.yaml", List.of());
    assertEquals(recipe, again);
    assertEquals(text, RecipeYaml.write(again));
    assertEquals(RecipeYaml.digest(recipe), RecipeYaml.digest(again));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void treesAreReadBack(Recipe recipe) {
    assertEquals(recipe, RecipeTree.read(RecipeTree.of(recipe), "run.json"));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void descriptionsAreRecipesToo(Recipe recipe) {
    assertEquals(recipe, Recipes.parse(RecipeYaml.describe(recipe), "described.yaml", List.of()));
  }

  @Test
  void everyKindOfLayerCanBeNamed() {
    for (Class<?> kind : Layer.class.getPermittedSubclasses()) {
      String name = Kinds.name(Layer.class, kind);
      assertTrue(name.matches("[a-z][A-Za-z0-9]*"), name);
      assertEquals(kind, Kinds.of(Layer.class).named(name, null, "network"));
    }
    assertEquals("pixelShuffle1d", Kinds.name(Layer.class, PixelShuffle1D.class));
    assertEquals("relu", Kinds.name(Layer.class, ReLU.class));
  }

  @Test
  void lossesAreNamedWithoutTheirFamily() {
    assertEquals(
        List.of(
            "centerPoint",
            "huber",
            "l1",
            "mse",
            "smoothL1",
            "ciou",
            "diou",
            "eiou",
            "giou",
            "guardedLnIou",
            "iou",
            "lnIou",
            "negativeIou",
            "coarseToFine"),
        Kinds.of(Loss.class).names());
  }

  @Test
  void treesHoldKindsDefaultsAndOwnInitialisers() {
    Map<String, Object> tree = RecipeTree.of(Recipes.named("reliable"));
    assertEquals(
        List.of(
            "seed",
            "data",
            "input",
            "network",
            "initializer",
            "loss",
            "optimizer",
            "schedule",
            "batchSize",
            "epochs",
            "threads",
            "output",
            "onNonFinite"),
        List.copyOf(tree.keySet()));
    assertEquals(1e-8, ((Map<?, ?>) tree.get("optimizer")).get("epsilon"));
    String text = RecipeYaml.write(Recipes.named("reliable"));
    assertTrue(
        text.contains(
            "  - {name: stem2, conv2d: {filters: 16, kernel: 5, stride: 2, padding: half, bias:"
                + " false}}\n"),
        text);
    assertTrue(text.contains("initializer: {randomNormal: {deviation: 0.01}}"), text);
    assertTrue(text.contains("  - {name: up, upsample2d: {factor: 2}, from: [lateral, at8.add]}"));
    assertTrue(text.contains("\n  epsilon: 1e-8\n"), text);
  }

  @Test
  void digestsDifferWhereRecipesDo() {
    Recipe recipe = Recipes.named("reliable");
    assertTrue(RecipeYaml.digest(recipe).matches("[0-9a-f]{64}"));
    assertNotEquals(
        RecipeYaml.digest(recipe), RecipeYaml.digest(Recipes.load("reliable", List.of("seed=2"))));
  }

  @Test
  void leftOutNamesInputsAndNumbersAreFilledIn() {
    Recipe recipe = Recipes.parse(SmallRecipe.TEXT, "small.yaml", List.of());
    List<Node> nodes = recipe.network().nodes();
    assertEquals("conv2d2", nodes.get(0).name(), "conv2d1 is taken further down");
    assertEquals(List.of("image"), nodes.get(0).inputs());
    assertEquals(new Conv2D(3, 3, 1, Padding.VALID, true, Optional.empty()), nodes.get(0).layer());
    assertEquals("relu1", nodes.get(1).name());
    assertEquals(List.of("conv2d2"), nodes.get(1).inputs());
    assertEquals(
        new Conv1D(8, 3, Padding.HALF, true, Optional.of(new RandomNormal(0.05))),
        nodes.get(4).layer());
    assertEquals(1, recipe.seed());
    assertEquals(32, recipe.batchSize());
    assertEquals(Map.of(), recipe.data().mix());
  }

  @Test
  void descriptionsListLayersWithShapesAndCounts() {
    List<String> lines =
        RecipeYaml.describe(Recipes.load("reliable", List.of("network=coarse-to-fine")))
            .lines()
            .map(String::strip)
            .toList();
    assertEquals(
        "# 295,205 parameters, 41,925,808 multiply-adds for a picture of 1x100x200", lines.get(0));
    assertEquals("# 1,837 steps of 32 samples", lines.get(1));
    assertEquals("# layer          kind            output      parameters", lines.get(3));
    assertTrue(lines.contains("# stem2          conv2d          16x50x100          400"));
    assertTrue(lines.contains("# alongX.a       conv1d          64x16           30,784"));
  }
}
