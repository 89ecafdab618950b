package io.boxfit.train.engine;

import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.LayerNorm;
import io.boxfit.model.layer.Standardize;
import io.boxfit.train.engine.Interpreter.LayerCall;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Layers that bring numbers to mean 0 and deviation 1. */
final class NormLayers {
  private NormLayers() {}

  static Tensor groupNorm(GroupNorm layer, LayerCall call) {
    return torch.group_norm(
        call.input(0),
        layer.groups(),
        new TensorOptional(call.parameter("gain")),
        new TensorOptional(call.parameter("shift")),
        layer.epsilon(),
        false);
  }

  static Tensor standardize(Standardize layer, LayerCall call) {
    Tensor in = call.input(0);
    long[] all = new long[(int) in.dim() - 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = i + 1L;
    }
    Tensor centred = in.sub(in.mean(all, true, new ScalarTypeOptional()));
    Tensor deviation = centred.square().mean(all, true, new ScalarTypeOptional()).sqrt();
    return centred.div(deviation.add(new Scalar(layer.epsilon())));
  }

  static Tensor batchNorm(BatchNorm layer, LayerCall call) {
    Tensor in = call.input(0);
    boolean training = call.pass().isPresent();
    Tensor out =
        torch.batch_norm(
            in,
            new TensorOptional(call.parameter("gain")),
            new TensorOptional(call.parameter("shift")),
            training ? new TensorOptional() : new TensorOptional(call.parameter("mean")),
            training ? new TensorOptional() : new TensorOptional(call.parameter("variance")),
            training,
            0,
            layer.epsilon(),
            false);
    if (training) {
      follow(layer, call, in);
    }
    return out;
  }

  /** The engine's own moving variance divides by the count less one, Keras's by the count. */
  private static void follow(BatchNorm layer, LayerCall call, Tensor in) {
    try (NoGradGuard guard = new NoGradGuard()) {
      long[] others = LongStream.range(0, in.dim()).filter(axis -> axis != 1).toArray();
      Scalar fresh = new Scalar(1 - layer.momentum());
      call.parameter("mean").lerp_(in.mean(others, false, new ScalarTypeOptional()), fresh);
      call.parameter("variance").lerp_(torch.var(in, others, false, false), fresh);
    }
  }

  static Tensor layerNorm(LayerNorm layer, LayerCall call) {
    Tensor in = call.input(0);
    Tensor last = in.movedim(1, -1);
    return torch
        .layer_norm(
            last,
            new long[] {in.size(1)},
            new TensorOptional(call.parameter("gain")),
            new TensorOptional(call.parameter("shift")),
            layer.epsilon(),
            false)
        .movedim(-1, 1);
  }
}
