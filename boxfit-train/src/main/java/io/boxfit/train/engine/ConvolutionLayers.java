package io.boxfit.train.engine;

import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.DepthwiseConv2D;
import io.boxfit.model.layer.Margin;
import io.boxfit.model.layer.SeparableConv2D;
import io.boxfit.train.engine.Interpreter.LayerCall;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Convolutions of maps (N, C, H, W) and rows (N, C, L). */
final class ConvolutionLayers {
  private ConvolutionLayers() {}

  static Tensor conv2d(Conv2D layer, LayerCall call) {
    Tensor map = call.input(0);
    Margins margins = Margins.of(layer.padding(), map, layer.span(), layer.stride());
    TensorOptional bias = bias(layer.bias(), call);
    if (BlockConvolution.suits(layer, map.size(1))) {
      return BlockConvolution.of(margins.around(map, 0), call.parameter("kernel"), bias);
    }
    Tensor kernel = call.parameter("kernel");
    return convolve(map, kernel, bias, margins, layer.stride(), layer.dilation(), layer.groups());
  }

  private static Tensor convolve(
      Tensor map,
      Tensor kernel,
      TensorOptional bias,
      Margins margins,
      long stride,
      long dilation,
      long groups) {
    return torch.conv2d(
        margins.symmetric() ? map : margins.around(map, 0),
        kernel,
        bias,
        new long[] {stride, stride},
        margins.symmetric() ? margins.sizes() : new long[] {0, 0},
        new long[] {dilation, dilation},
        groups);
  }

  static Tensor depthwiseConv2d(DepthwiseConv2D layer, LayerCall call) {
    return depthwise(layer, call.input(0), call.parameter("kernel"), bias(layer.bias(), call));
  }

  static Tensor separableConv2d(SeparableConv2D layer, LayerCall call) {
    Tensor between =
        depthwise(
            layer.depthwise(), call.input(0), call.parameter("depthwise"), new TensorOptional());
    return torch.conv2d(
        between,
        call.parameter("pointwise"),
        bias(layer.bias(), call),
        new long[] {1, 1},
        new long[] {0, 0},
        new long[] {1, 1},
        1);
  }

  private static Tensor depthwise(
      DepthwiseConv2D layer, Tensor map, Tensor kernel, TensorOptional bias) {
    Margins margins = Margins.of(layer.padding(), map, layer.span(), layer.stride());
    return convolve(map, kernel, bias, margins, layer.stride(), layer.dilation(), map.size(1));
  }

  static Tensor conv1d(Conv1D layer, LayerCall call) {
    Tensor row = call.input(0);
    Margin margin = layer.padding().margin((int) row.size(2), layer.kernel(), 1);
    return torch.conv1d(
        margin.symmetric()
            ? row
            : torch.constant_pad_nd(row, new long[] {margin.low(), margin.high()}),
        call.parameter("kernel"),
        bias(layer.bias(), call),
        new long[] {1},
        new long[] {margin.symmetric() ? margin.low() : 0},
        new long[] {1},
        1);
  }

  private static TensorOptional bias(boolean present, LayerCall call) {
    return present ? new TensorOptional(call.parameter("bias")) : new TensorOptional();
  }
}
