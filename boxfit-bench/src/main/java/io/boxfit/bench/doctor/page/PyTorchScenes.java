package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.PyTorchTraining;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Sheet;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.List;
import java.util.function.BiFunction;

/** Conditions that Boxfit's own trainings cannot have: small PyTorch programs show them. */
final class PyTorchScenes {
  private static final Base ADAM = base("strided network, mse, Adam");
  private static final Base SGD =
      base("strided network, mse, SGD of rate 0.5 with momentum", "optimizer=sgd", "rate=0.5");
  private static final Base OVERLAP =
      base("strided network, centre and size, GIoU, Adam", "loss=giou", "format=cxcywh");
  private static final int WIDTH = 64;

  private PyTorchScenes() {}

  private static Base base(String name, String... settings) {
    return new Base(name, false, List.of(settings));
  }

  static List<Scene> all() {
    return List.of(
        scene(
            ADAM,
            Condition.BROKEN_SAMPLES,
            "every 16th picture is NaN, as one divided by a deviation of zero is",
            (ill, well) -> broken(ill.trace()),
            "truth=broken"),
        scene(
            OVERLAP,
            Condition.LOSS_UPSIDE_DOWN,
            "the IoU itself is made smaller",
            Curves::meanIou,
            "loss=overlap"),
        scene(
            ADAM,
            Condition.TARGETS_BROADCAST,
            "targets of shape [N, 1, 4] beside outputs of shape [N, 4]",
            (ill, well) ->
                Scatter.of(
                    "Where the box is, across",
                    "centre of the box, px",
                    Box::centerX,
                    WIDTH,
                    ill,
                    well),
            "loss=mse of rows"),
        scene(
            ADAM,
            Condition.GRADIENTS_NOT_CLEARED,
            "no `optimizer.zero_grad()`",
            Curves::meanIou,
            "zero_grad=false"),
        scene(
            ADAM,
            Condition.SAMPLES_MIXED,
            "`x.permute(1, 0, 2, 3).reshape(x.shape)` before the dense layers",
            Curves::meanIou,
            "written=mixed"),
        scene(
            ADAM,
            Condition.SIDE_WITHOUT_LOSS,
            "`F.mse_loss(output[:, :2], target[:, :2])`",
            Curves::meanIou,
            "loss=corner"),
        scene(
            ADAM,
            Condition.LAYERS_NOT_TRAINED,
            "only the last layer's parameters are trained",
            Curves::meanIou,
            "body=cut"),
        scene(
            ADAM,
            Condition.WEIGHT_DECAY_TOO_HIGH,
            "`weight_decay=0.3`",
            (ill, well) ->
                Scatter.of(
                    "Where the box is, across",
                    "centre of the box, px",
                    Box::centerX,
                    WIDTH,
                    ill,
                    well),
            "optimizer=heavy"),
        scene(
            SGD,
            Condition.INPUTS_NOT_SCALED,
            "pixels of 0 to 255, not of -1 to 1",
            Curves::meanIou,
            "pixels=raw"),
        scene(
            ADAM,
            Condition.TARGETS_NOT_SCALED,
            "boxes in pixels, not in shares, beside a sigmoid's outputs",
            (ill, well) ->
                Scatter.of(
                    "Where the right side is", "right side, px", Box::xMax, WIDTH, ill, well),
            "targets=pixels"));
  }

  private static Scene scene(
      Base base,
      Condition condition,
      String words,
      BiFunction<PyTorchTraining, PyTorchTraining, Chart> chart,
      String... change) {
    return new Scene(
        condition,
        "A real PyTorch training on rectangles: " + base.name() + ", one change: " + words,
        true,
        stage -> {
          PyTorchTraining ill = stage.program(base, List.of(change));
          PyTorchTraining well = stage.program(base, List.of());
          return new Shown(
              Doctor.examine(ill.evidence()),
              new Sheet(Pictures.beside(ill, well), chart.apply(ill, well)));
        });
  }

  /** How few numbers that are none make all others so. */
  private static Chart broken(TraceHistory trace) {
    TraceEvent.Inputs inputs = trace.inputs().orElseThrow();
    Predictions said = trace.last().orElseThrow();
    double pixels = (double) inputs.samples() * said.width() * said.height();
    List<TraceEvent.Step> steps = trace.steps();
    long lost = steps.stream().filter(step -> !Double.isFinite(step.loss())).count();
    long none = said.predicted().stream().filter(box -> !Double.isFinite(box.xMin())).count();
    return new Chart.Bars(
        "How much is not a number",
        Axis.linear("share that is NaN or infinite", 0, 1),
        List.of(
            bar("pixels of the first batch", inputs.outOfRange() / pixels),
            bar("losses, from the first step to the last", lost / (double) steps.size()),
            bar("predicted boxes at the end", none / (double) said.size())));
  }

  private static Chart.Bar bar(String name, double share) {
    return new Chart.Bar(name, Tint.PATIENT, share);
  }
}
