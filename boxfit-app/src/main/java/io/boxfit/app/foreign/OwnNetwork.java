package io.boxfit.app.foreign;

import io.boxfit.app.evaluation.PicturePixels;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.overlap.Iou;
import io.boxfit.data.Picture;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Way;
import io.boxfit.doctor.reading.Frame;
import io.boxfit.doctor.reading.FramedReading;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.PredictorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model of Boxfit, which says itself how it is used: nothing is searched. */
final class OwnNetwork implements AutoCloseable {
  private static final FramedReading PIXELS =
      new FramedReading(new Reading(Layout.XYXY, Scale.PIXELS), Frame.PICTURE);
  private static final String WAY = "plain pixels, as the file says";

  private final BoxPredictor predictor;

  OwnNetwork(Path file, PredictorOptions options) {
    this.predictor = BoxPredictor.load(file, options);
  }

  Evidence evidence(List<KnownPicture> pictures, ModelExamination.Listener listener) {
    int width = predictor.info().inputWidth();
    int height = predictor.info().inputHeight();
    List<Box> found = boxes(pictures);
    List<Box> truth = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    Iou iou = new Iou();
    double sum = 0;
    for (int i = 0; i < pictures.size(); i++) {
      double across = (double) width / pictures.get(i).width();
      double down = (double) height / pictures.get(i).height();
      truth.add(scaled(pictures.get(i).truth(), across, down));
      Box box = scaled(found.get(i), across, down);
      rows.add(new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()});
      sum += iou.of(box, truth.get(i));
    }
    listener.tried(1, 2);
    double meanIou = sum / pictures.size();
    Box constant = ConstantBaseline.fit(truth);
    ModelTrial trial =
        new ModelTrial(
            new Way(WAY, PIXELS, meanIou, meanIou),
            true,
            List.of(),
            0,
            truth.stream().mapToDouble(box -> iou.of(constant, box)).average().orElseThrow(),
            new Probing(this::boxes, pictures).figures());
    listener.tried(2, 2);
    return Evidence.of(new NumberAudit(rows, truth, PIXELS.reading(), width, height)).with(trial);
  }

  private static Box scaled(Box box, double across, double down) {
    return new Box(box.xMin() * across, box.yMin() * down, box.xMax() * across, box.yMax() * down);
  }

  private List<Box> boxes(List<KnownPicture> pictures) {
    int channels = predictor.info().channels();
    List<Box> boxes = new ArrayList<>();
    for (KnownPicture known : pictures) {
      Picture picture = known.picture();
      PixelBatch batch = PixelBatch.allocate(1, picture.height(), picture.width(), channels);
      PicturePixels.write(picture, channels, batch.pixels());
      batch.pixels().flip();
      boxes.add(
          scaled(
              predictor.predictAll(batch).get(0).box(),
              (double) known.width() / picture.width(),
              (double) known.height() / picture.height()));
    }
    return boxes;
  }

  @Override
  public void close() {
    predictor.close();
  }
}
