package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import java.util.List;
import java.util.Set;

/** Faults of networks and of their first weights, put into Boxfit's recipes. */
final class NetworkFaults {
  private static final String SIDES = Base.strided("sigmoid", "xyxy", "");
  private static final String HIDDEN = "{dense: {units: 64}}";
  private static final String LAST = "{dense: {units: 4}}, sigmoid";

  private NetworkFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.known(
            "a softmax before the sigmoid",
            Set.of(SOFTMAX_OUTPUT),
            SIDES.replace(LAST, "{dense: {units: 4}}, softmax, sigmoid")),
        Fault.known(
            "layer norm of the four outputs",
            Set.of(HEAD_TOO_SMALL, SOFTMAX_OUTPUT),
            SIDES.replace(LAST, "{dense: {units: 4}}, layerNorm, sigmoid")),
        Fault.known(
            "tanh and ReLU at the end",
            Set.of(DEAD_OUTPUT),
            SIDES.replace(LAST, "{dense: {units: 4}}, tanh, relu")),
        Fault.known(
            "sigmoids for sides in pixels",
            Set.of(TARGETS_NOT_SCALED),
            SIDES.replace("unit: relative", "unit: pixels")),
        Fault.known(
            "columns that are summed up",
            Set.of(POSITION_LOST),
            SIDES.replace("flatten", "{marginal: {axis: x}}, flatten")),
        Fault.known(
            "one channel of three places",
            Set.of(HEAD_TOO_SMALL, POSITION_LOST),
            SIDES.replace(
                "flatten",
                "{conv2d: {filters: 1, kernel: 1}}, {averagePool2d: {kernel: 7, stride: 7}},"
                    + " flatten")),
        Fault.known(
            "dropout of 0.8 after every layer",
            Set.of(DROPOUT_TOO_HIGH),
            SIDES.replace(
                "{leakyRelu: {slope: 0.2}}", "{leakyRelu: {slope: 0.2}}, {dropout: {share: 0.8}}")),
        Fault.known(
            "dropout of 0.6 on the four outputs",
            Set.of(DROPOUT_TOO_HIGH),
            SIDES.replace(LAST, LAST + ", {dropout: {share: 0.6}}")),
        Fault.known(
            "batch norm of the four outputs that keeps 0.9995",
            Set.of(BATCH_NORM_NOT_SETTLED),
            SIDES.replace(LAST, "{dense: {units: 4}}, {batchNorm: {momentum: 0.9995}}, sigmoid")),
        Fault.known(
            "tanh between twelve dense layers of small kernels",
            Set.of(VANISHING_GRADIENT, FIRST_WEIGHTS_TOO_SMALL),
            head("{dense: {units: 64, initializer: {randomNormal: {deviation: 0.03}}}}, tanh")),
        Fault.known(
            "twelve dense layers of kernels of deviation 0.5",
            Set.of(EXPLODING_GRADIENT, FIRST_WEIGHTS_TOO_LARGE),
            head("{dense: {units: 64, initializer: {randomNormal: {deviation: 0.5}}}}, relu")),
        Fault.known(
            "kernels that are nowhere negative",
            Set.of(FIRST_WEIGHTS_TOO_LARGE, SATURATED_OUTPUT),
            "initializer.kernel={randomUniform: {minimum: 0, maximum: 0.3}}"),
        Fault.known(
            "biases of 20",
            Set.of(SATURATED_OUTPUT, FIRST_WEIGHTS_TOO_LARGE),
            "initializer.bias={constant: {value: 20}}"),
        Fault.known(
            "a hidden layer of zeros before ReLUs",
            Set.of(ZERO_START, DEAD_UNITS),
            SIDES
                .replace("{units: 64}", "{units: 64, initializer: zeros}")
                .replace(
                    "{leakyRelu: {slope: 0.2}}, {dense: {units: 4}}", "relu, {dense: {units: 4}}")),
        Fault.known(
            "ReLUs whose biases start at -5",
            Set.of(DEAD_UNITS),
            SIDES
                .replace("{units: 64}", "{units: 64, biasInitializer: {constant: {value: -5}}}")
                .replace("{leakyRelu: {slope: 0.2}}", "relu")));
  }

  /** Twelve layers between the map and the outputs. */
  private static String head(String layer) {
    return SIDES.replace(HIDDEN, (layer + ", ").repeat(11) + layer);
  }
}
