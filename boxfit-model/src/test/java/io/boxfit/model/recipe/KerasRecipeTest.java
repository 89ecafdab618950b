package io.boxfit.model.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.initializer.GlorotUniform;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.loss.GiouLoss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.optimizer.Adadelta;
import io.boxfit.model.optimizer.Adam;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KerasRecipeTest {

  @Test
  void theFileGivesNetworkLossAndOptimiserTheArticleTheRest() {
    Recipe recipe = Recipes.load(file("adadelta-mse.h5"), List.of());
    Recipe article = Recipes.named("article");
    assertEquals(new MseLoss(), recipe.loss());
    assertEquals(new Adadelta(0.001, 0.95, 1e-7, Optional.empty()), recipe.optimizer());
    assertEquals(new GlorotUniform(), recipe.initializer().kernel());
    assertEquals(article.data(), recipe.data());
    assertEquals(article.batchSize(), recipe.batchSize());
    assertEquals(new BoxHead(BoxFormat.XYXY, BoxUnit.RELATIVE), recipe.network().last().layer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adadelta-mse.keras",
        "branches.h5",
        "own-loss.json",
        "softmax.keras",
        "tfjs.json"
      })
  void whatIsReadCanBeWrittenAndReadAgain(String name) {
    Recipe recipe = Recipes.load(file(name), List.of());
    assertEquals(recipe, Recipes.parse(RecipeYaml.write(recipe), "again.yaml", List.of()));
    assertEquals(recipe, RecipeTree.read(RecipeTree.of(recipe), "again.json"));
    assertFalse(RecipeYaml.describe(recipe).isEmpty());
  }

  @Test
  void optionsChangeIt() {
    Recipe recipe =
        Recipes.load(
            file("adadelta-mse.keras"),
            List.of(
                "loss=giou",
                "optimizer=adam",
                "epochs=3",
                "network.box.boxHead.format=cxcywh",
                "network.box.boxHead.unit=pixels"));
    assertEquals(new GiouLoss(), recipe.loss());
    assertEquals(new Adam(0.001, 0.9, 0.999, 1e-7, Optional.empty()), recipe.optimizer());
    assertEquals(3, recipe.epochs());
    assertEquals(new BoxHead(BoxFormat.CXCYWH, BoxUnit.PIXELS), recipe.network().last().layer());
  }

  @Test
  void keysOfALayerAreSetInOtherRecipesToo() {
    Recipe recipe = Recipes.load("article", List.of("network.conv.relu.leakyRelu.slope=0.3"));
    assertEquals("LeakyReLU[slope=0.3]", recipe.network().nodes().get(1).layer().toString());
    assertEquals(
        Recipes.named("article"),
        Recipes.load("article", List.of("network.conv.relu.leakyRelu.slope=0.2")));
  }

  @Test
  void anotherLayerTakesThePlaceOfOne() {
    Recipe recipe =
        Recipes.load(
            "article", List.of("network.conv.relu=elu", "network.dense1={dense: {units: 50}}"));
    assertEquals("Elu", recipe.network().nodes().get(1).layer().getClass().getSimpleName());
    assertEquals("conv.relu", recipe.network().nodes().get(1).name());
    assertTrue(
        recipe.network().nodes().stream()
            .anyMatch(n -> n.name().equals("dense1") && n.layer().toString().contains("50")));
  }

  @Test
  void layersWithoutANameAreCalledAfterTheirKind() {
    String network =
        "network=[flatten, {dense: {units: 8}}, relu, {dense: {units: 6}}, relu, {dense: {units: 4}},"
            + " {boxHead: {format: xyxy, unit: relative}}]";
    Recipe recipe =
        Recipes.load(
            "article",
            List.of(network, "loss=mse", "network.relu2=sigmoid", "network.dense2.dense.units=9"));
    assertEquals(
        List.of("flatten1", "dense1", "relu1", "dense2", "relu2", "dense3", "boxHead1"),
        recipe.network().nodes().stream().map(n -> n.name()).toList());
    assertEquals("Sigmoid", recipe.network().nodes().get(4).layer().getClass().getSimpleName());
    assertTrue(recipe.network().nodes().get(3).layer().toString().contains("9"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network.bix=relu | the network has no layer 'bix'",
        "network.box=roolu | roolu",
        "network.box= | write a layer, such as relu",
        "network.box.unit=pixels | write network.box.boxHead.unit",
        "network.bix.boxHead.unit=pixels | the network has no layer 'bix'",
        "network.box.boxhead.unit=pixels | that layer is no 'boxhead'",
        "network.box.boxHead.units=pixels | unknown key",
        "network.box.boxHead.unit=miles | unit",
        "loss=mze | did you mean 'mse'?"
      })
  void optionsThatCannotBeUsedAreNamed(String option, String expected) {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> Recipes.load(file("adadelta-mse.keras"), List.of(option)));
    assertTrue(e.getMessage().startsWith("--set " + option + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @Test
  void notesTellWhatTheFileDoesNot() {
    String notes = String.join("\n", KerasRecipe.notes(file("branches.json")));
    assertTrue(notes.contains("read as left, top, right, bottom in shares"), notes);
    assertTrue(notes.contains("--set network.box_2.boxHead.format="), notes);
    assertTrue(notes.contains("the file holds no optimizer: adam at 0.001 is taken"), notes);
    assertTrue(
        notes.contains("pixels come as -1..1, the rest is that of the recipe article"), notes);
    assertEquals(List.of(), KerasRecipe.notes("article"));
  }

  @Test
  void filesAreNamedInErrors() {
    String file = file("lambda.json");
    BadInputException e =
        assertThrows(BadInputException.class, () -> Recipes.load(file, List.of()));
    assertTrue(e.getMessage().startsWith(file + ": layer 'twice' (Lambda)"), e.getMessage());
    BadInputException missing =
        assertThrows(BadInputException.class, () -> Recipes.load("not/there.keras", List.of()));
    assertEquals("not/there.keras: does not exist", missing.getMessage());
  }

  private static String file(String name) {
    try {
      return Path.of(
              Objects.requireNonNull(KerasRecipeTest.class.getResource("/keras/" + name)).toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
