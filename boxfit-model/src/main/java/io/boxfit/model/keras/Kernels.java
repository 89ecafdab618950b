package io.boxfit.model.keras;

import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.DepthwiseConv2D;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.SeparableConv2D;
import java.util.Optional;

/** Layers with a kernel. */
final class Kernels {
  private Kernels() {}

  static String conv2d(Call call) {
    Fields config = call.config();
    return call.isActivated(
        new Conv2D(
            config.whole("filters"),
            size(config),
            config.square("strides", 1),
            call.padding(),
            config.truth("use_bias", true),
            call.starts().kernel(config, "kernel_initializer"),
            config.square("dilation_rate", 1),
            config.whole("groups", 1),
            call.starts().bias(config)));
  }

  static String depthwise(Call call) {
    Fields config = call.config();
    return call.isActivated(
        new DepthwiseConv2D(
            size(config),
            config.whole("depth_multiplier", 1),
            config.square("strides", 1),
            call.padding(),
            config.square("dilation_rate", 1),
            config.truth("use_bias", true),
            call.starts().kernel(config, "depthwise_initializer"),
            call.starts().bias(config)));
  }

  static String separable(Call call) {
    Fields config = call.config();
    Optional<Initializer> start = call.starts().kernel(config, "depthwise_initializer");
    if (!start.equals(call.starts().kernel(config, "pointwise_initializer"))) {
      throw config.error("two kernels that start differently have no counterpart here");
    }
    return call.isActivated(
        new SeparableConv2D(
            config.whole("filters"),
            size(config),
            config.whole("depth_multiplier", 1),
            config.square("strides", 1),
            call.padding(),
            config.square("dilation_rate", 1),
            config.truth("use_bias", true),
            start,
            call.starts().bias(config)));
  }

  /** On a map Keras's dense layer is a convolution of size 1. */
  static String dense(Call call) {
    Fields config = call.config();
    int units = config.whole("units");
    boolean bias = config.truth("use_bias", true);
    Optional<Initializer> kernel = call.starts().kernel(config, "kernel_initializer");
    Optional<Initializer> shift = call.starts().bias(config);
    return call.isActivated(
        call.shape().rank() == 3
            ? new Conv2D(units, 1, 1, Padding.VALID, bias, kernel, 1, 1, shift)
            : new Dense(units, bias, kernel, shift));
  }

  private static int size(Fields config) {
    if (config.at("kernel_size").isEmpty()) {
      throw config.error("has no kernel_size; models of Keras 1 are not read");
    }
    return config.square("kernel_size", 0);
  }
}
