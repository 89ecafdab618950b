package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.DepthwiseConv2D;
import io.boxfit.model.layer.Margin;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.SeparableConv2D;
import io.boxfit.model.layer.Shape;
import java.util.ArrayList;
import java.util.List;

/** Convolutions. */
final class Convolutions {
  private Convolutions() {}

  static String conv2d(Conv2D layer, Site site) {
    return site.result(
        "Conv",
        inputs(site, layer.bias()),
        Attributes.numbers("kernel_shape", layer.kernel(), layer.kernel()),
        Attributes.numbers("strides", layer.stride(), layer.stride()),
        Attributes.numbers("dilations", layer.dilation(), layer.dilation()),
        Attributes.number("group", layer.groups()),
        pads(layer.padding(), site.inputShape(), layer.span(), layer.stride()));
  }

  static String depthwiseConv2d(DepthwiseConv2D layer, Site site) {
    return site.result("Conv", inputs(site, layer.bias()), depthwise(layer, site));
  }

  static String separableConv2d(SeparableConv2D layer, Site site) {
    String between =
        site.step(
            "Conv",
            "between",
            List.of(site.input(), site.parameter("depthwise")),
            depthwise(layer.depthwise(), site));
    List<String> from = new ArrayList<>(List.of(between, site.parameter("pointwise")));
    if (layer.bias()) {
      from.add(site.parameter("bias"));
    }
    return site.result("Conv", from, Attributes.numbers("kernel_shape", 1, 1));
  }

  private static AttributeProto[] depthwise(DepthwiseConv2D layer, Site site) {
    return new AttributeProto[] {
      Attributes.numbers("kernel_shape", layer.kernel(), layer.kernel()),
      Attributes.numbers("strides", layer.stride(), layer.stride()),
      Attributes.numbers("dilations", layer.dilation(), layer.dilation()),
      Attributes.number("group", site.inputShape().size(0)),
      pads(layer.padding(), site.inputShape(), layer.span(), layer.stride())
    };
  }

  /** Top, left, bottom, right. */
  static AttributeProto pads(Padding padding, Shape map, int span, int stride) {
    Margin y = padding.margin(map.size(1), span, stride);
    Margin x = padding.margin(map.size(2), span, stride);
    return Attributes.numbers("pads", y.low(), x.low(), y.high(), x.high());
  }

  static String conv1d(Conv1D layer, Site site) {
    Margin margin = layer.padding().margin(site.inputShape().size(1), layer.kernel(), 1);
    return site.result(
        "Conv",
        inputs(site, layer.bias()),
        Attributes.numbers("kernel_shape", layer.kernel()),
        Attributes.numbers("pads", margin.low(), margin.high()));
  }

  private static List<String> inputs(Site site, boolean bias) {
    String kernel = site.parameter("kernel");
    return bias
        ? List.of(site.input(), kernel, site.parameter("bias"))
        : List.of(site.input(), kernel);
  }
}
