package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.doctor.cure.Cure;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.model.network.Node;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a diagnosis changes in a recipe. */
class CureTest {
  private static final String SICK =
      "network=[{conv2d: {filters: 4, kernel: 8, stride: 8}}, {batchNorm: {momentum: 0.9999}},"
          + " globalAveragePool2d, {dropout: {share: 0.9}}, {dense: {units: 8, biasInitializer:"
          + " {constant: {value: -50}}}}, relu, {dense: {units: 2, initializer: ones}}, tanh, {dense: {units: 4}},"
          + " softmax, {boxHead: {format: xyxy, unit: relative}}]";

  private static Recipe recipe() {
    return Recipes.load("article", List.of(SICK, "loss=mse"));
  }

  private static Cure cure(Condition condition) {
    Finding found = Finding.suspected(condition, 0.9, "it is so");
    return Cure.of(
        new Diagnosis(Verdict.SICK, Optional.of(found), List.of(found), Optional.empty()),
        recipe());
  }

  private static String layer(Recipe recipe, String name) {
    return recipe.network().nodes().stream()
        .filter(node -> node.name().equals(name))
        .map(Node::layer)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SOFTMAX_OUTPUT | network.softmax1=sigmoid | softmax1 | Sigmoid",
        "DROPOUT_TOO_HIGH | network.dropout1.dropout.share=0.2 | dropout1 | 0.2",
        "HEAD_TOO_SMALL | network.dense2.dense.units=64 | dense2 | 64",
        "POSITION_LOST | network.globalAveragePool2d1=flatten | globalAveragePool2d1 | Flatten",
        "BATCH_NORM_NOT_SETTLED | network.batchNorm1.batchNorm.momentum=0.9 | batchNorm1 | 0.9,",
        "VANISHING_GRADIENT | network.tanh1={leakyRelu: {slope: 0.2}} | tanh1 | LeakyReLU",
        "ZERO_START | network.dense2.dense.initializer=glorotUniform | dense2 | GlorotUniform",
        "SATURATED_OUTPUT | network.dense1.dense.biasInitializer=zeros | dense1 | Zeros",
        "DEAD_UNITS | network.dense1.dense.biasInitializer=zeros | dense1 | Zeros",
        "DEAD_UNITS | network.relu1={leakyRelu: {slope: 0.2}} | relu1 | LeakyReLU"
      })
  void aLayerIsReplacedOrChanged(Condition condition, String setting, String name, String now) {
    Cure cure = cure(condition);
    assertTrue(cure.settings().contains(setting), "" + cure.settings());
    String layer = layer(cure.applyTo(recipe()), name);
    assertTrue(layer.contains(now), layer);
    Recipe asOptions =
        Recipes.load(
            "article",
            Stream.concat(List.of(SICK, "loss=mse").stream(), cure.settings().stream()).toList());
    assertEquals(layer, layer(asOptions, name), "as options behind the recipe's own");
  }

  /** The recipe with something else in it that fails. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LEARNING_RATE_TOO_LOW | schedule=cosine | schedule=constant",
        "LEARNING_RATE_TOO_LOW | epochs=3 | optimizer={name: adam, learningRate: 0.001}",
        "LEARNING_RATE_TOO_LOW | optimizer={name: adam, epsilon: 1} | optimizer={name: adam, learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1.0e-7}",
        "STOPPED_TOO_EARLY | earlyStopping={patience: 1, minDelta: 0.1} | earlyStopping={patience: 10}",
        "WEIGHT_DECAY_TOO_HIGH | optimizer={name: adamW, weightDecay: 9} | optimizer={name: adam, learningRate: 0.001}",
        "SOFTMAX_OUTPUT | network.tanh1=softmax | network.softmax1=sigmoid",
        "SATURATED_OUTPUT | initializer.bias={constant: {value: 20}} | initializer.bias=zeros",
        "SOFTMAX_OUTPUT | network.softmax1=layerNorm | network.softmax1=linear",
        "DEAD_OUTPUT | network.softmax1=relu | network.softmax1=sigmoid",
        "DROPOUT_TOO_HIGH | network.softmax1={dropout: {share: 0.6}} | network.softmax1=linear",
        "DROPOUT_TOO_HIGH | network.batchNorm1={dropout: {share: 0.8}} | network.batchNorm1=linear",
        "BATCH_NORM_NOT_SETTLED | network.softmax1=batchNorm | network.softmax1=linear",
        "SIDE_WITHOUT_LOSS | loss=huber | loss=mse",
        "TARGETS_NOT_SCALED | network.boxHead1.boxHead.unit=pixels | network.boxHead1.boxHead.unit=relative",
        "HEAD_TOO_SMALL | network.conv2d1.conv2d.filters=1 | network.conv2d1.conv2d.filters=8",
        "POSITION_LOST | network.batchNorm1={averagePool2d: {kernel: 12, stride: 12}} | network.batchNorm1=linear",
        "DEAD_UNITS | network.conv2d1.conv2d.biasInitializer={constant: {value: -50}} | network.conv2d1.conv2d.biasInitializer=zeros"
      })
  void whatFailsIsTakenOut(Condition condition, String fault, String setting) {
    Recipe sick = Recipes.load("article", List.of(SICK, "loss=mse", fault));
    Finding found = Finding.suspected(condition, 0.9, "it is so");
    Cure cure =
        Cure.of(
            new Diagnosis(Verdict.SICK, Optional.of(found), List.of(found), Optional.empty()),
            sick);
    assertTrue(cure.settings().contains(setting), "" + cure.settings());
    Recipe well = cure.applyTo(sick);
    assertTrue(!well.equals(sick), "" + well);
  }

  @Test
  void whatWasTooShortIsMadeLonger() {
    Recipe recipe = recipe();
    Recipe longer = cure(Condition.TOO_FEW_EPOCHS).applyTo(recipe);
    assertEquals(3 * recipe.epochs(), longer.epochs());
  }

  private static Cure cure(double sure) {
    Finding slow = Finding.suspected(Condition.LEARNING_RATE_TOO_LOW, sure, "it is so");
    Finding saturated = Finding.suspected(Condition.SATURATED_OUTPUT, 0.7, "it is so, too");
    return Cure.of(
        new Diagnosis(Verdict.SICK, Optional.of(slow), List.of(slow, saturated), Optional.empty()),
        recipe());
  }

  @Test
  void aSureRootIsTreatedAlone() {
    assertEquals(List.of(Condition.LEARNING_RATE_TOO_LOW), cure(0.9).reasons());
    Cure both = cure(0.7);
    assertEquals(
        List.of(Condition.LEARNING_RATE_TOO_LOW, Condition.SATURATED_OUTPUT), both.reasons());
    assertEquals(
        List.of("optimizer={name: adam, learningRate: 0.001}"),
        both.settings().stream().filter(setting -> setting.startsWith("optimizer")).toList(),
        "one rate, the root's");
  }
}
