package io.boxfit.model.keras;

import io.boxfit.model.layer.Add;
import io.boxfit.model.layer.AveragePool2D;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.Concat;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.GlobalAveragePool2D;
import io.boxfit.model.layer.GlobalMaxPool2D;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.LayerNorm;
import io.boxfit.model.layer.MaxPool2D;
import io.boxfit.model.network.Network;
import java.util.List;

/** What each of Keras's layers is here. */
final class LayerKinds {
  /** For messages; each has its case below. */
  static final String KNOWN =
      "Activation, Add, AveragePooling2D, BatchNormalization, Concatenate, Conv2D, Dense,"
          + " DepthwiseConv2D, Dropout, ELU, Flatten, GlobalAveragePooling2D, GlobalMaxPooling2D,"
          + " GroupNormalization, InputLayer, LayerNormalization, LeakyReLU, MaxPooling2D,"
          + " Normalization, ReLU, Rescaling, Reshape, SeparableConv2D, Softmax";

  private LayerKinds() {}

  /**
   * Adds what a layer is here.
   *
   * @return the node that gives its output
   * @throws io.boxfit.core.BadInputException if it has no counterpart, naming it and its class
   */
  static String add(Call call) {
    if (call.config().text("data_format", "channels_last").equals("channels_first")) {
      throw call.config().error("data_format must be channels_last");
    }
    return switch (call.kind().name()) {
      case "Conv2D" -> Kernels.conv2d(call);
      case "DepthwiseConv2D" -> Kernels.depthwise(call);
      case "SeparableConv2D" -> Kernels.separable(call);
      case "Dense" -> Kernels.dense(call);
      case "MaxPooling2D" -> call.is(new MaxPool2D(pool(call), stride(call), call.padding()));
      case "AveragePooling2D" ->
          call.is(new AveragePool2D(pool(call), stride(call), call.padding()));
      case "GlobalMaxPooling2D" -> global(call, new GlobalMaxPool2D());
      case "GlobalAveragePooling2D" -> global(call, new GlobalAveragePool2D());
      case "BatchNormalization" ->
          normal(
              call,
              new BatchNorm(
                  call.config().number("momentum", 0.99), call.config().number("epsilon", 0.001)));
      case "LayerNormalization" ->
          normal(call, new LayerNorm(call.config().number("epsilon", 0.001)));
      case "GroupNormalization" -> normal(call, groups(call));
      case "Dropout" -> call.is(new Dropout(call.config().number("rate", 0)));
      case "SpatialDropout2D" -> {
        call.notes().say("drops whole channels in Keras, single numbers here", call.name());
        yield call.is(new Dropout(call.config().number("rate", 0)));
      }
      case "GaussianNoise", "GaussianDropout", "RandomBrightness", "RandomContrast" -> {
        call.notes()
            .say("left out, a " + call.kind().name() + " of the training alone", call.name());
        yield call.input();
      }
      case "Identity", "ActivityRegularization" -> call.input();
      case "Activation" -> Activations.named(call);
      case "ReLU", "LeakyReLU", "ELU", "Softmax" -> Activations.layer(call);
      case "Flatten" -> Reshapings.flatten(call);
      case "Reshape" -> Reshapings.reshape(call);
      case "Add" -> pairwise(call, new Add());
      case "Concatenate" -> {
        call.requireLastAxis("axis");
        yield pairwise(call, new Concat());
      }
      case "Rescaling", "Normalization" -> scaling(call);
      default -> throw Refusal.of(call);
    };
  }

  private static int pool(Call call) {
    return call.config().square("pool_size", 2);
  }

  private static int stride(Call call) {
    return call.config().square("strides", pool(call));
  }

  private static String global(Call call, Layer layer) {
    if (call.config().truth("keepdims", false)) {
      throw call.withoutCounterpart(" with keepdims");
    }
    return call.is(layer);
  }

  private static String normal(Call call, Layer layer) {
    call.requireLastAxis("axis");
    if (!call.config().truth("center", true) || !call.config().truth("scale", true)) {
      throw call.withoutCounterpart(" without center or scale");
    }
    return call.is(layer);
  }

  /** Keras writes -1 for one group a channel. */
  private static GroupNorm groups(Call call) {
    int groups = call.config().whole("groups", 32);
    return new GroupNorm(
        groups == -1 ? call.shape().size(0) : groups, call.config().number("epsilon", 0.001));
  }

  private static String pairwise(Call call, Layer layer) {
    List<String> inputs = call.inputs();
    String sum = inputs.get(0);
    for (String next : inputs.subList(1, inputs.size())) {
      sum = call.nodes().add(call.name(), layer, List.of(sum, next), call.config().where());
    }
    return sum;
  }

  private static String scaling(Call call) {
    if (!call.input().equals(Network.IMAGE)) {
      throw call.withoutCounterpart(" behind another layer than the input");
    }
    call.notes().say("left out, because Boxfit itself brings pixels to -1..1", call.name());
    return call.input();
  }
}
