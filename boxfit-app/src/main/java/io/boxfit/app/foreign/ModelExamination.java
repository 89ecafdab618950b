package io.boxfit.app.foreign;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.overlap.Iou;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.reading.Frame;
import io.boxfit.doctor.reading.FramedReading;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Placement;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import io.boxfit.predict.PredictorOptions;
import io.boxfit.predict.TensorModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a network about pictures; what it says is evidence. */
public final class ModelExamination {
  /** Half of them choose a way, the other half confirms it. */
  public static final int FEWEST = 8;

  /** More choose no better and take longer. */
  private static final int CHOOSE = 32;

  private static final int PROBED = 64;
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,3})[xX]([1-9][0-9]{0,3})");

  private final ModelQuestion question;
  private final List<KnownPicture> pictures;
  private final Listener listener;

  /**
   * @param pictures at least {@link #FEWEST}
   * @param listener hears how far it is
   */
  public ModelExamination(ModelQuestion question, List<KnownPicture> pictures, Listener listener) {
    this.question = question;
    this.pictures = List.copyOf(pictures);
    this.listener = listener;
  }

  /**
   * What the network in a file says.
   *
   * @throws BadInputException if it cannot be used, is no network of one box, or what the user says
   *     of it does not fit
   */
  public Evidence of(Path file) {
    PredictorOptions options = PredictorOptions.defaults();
    try (TensorModel model = NetworkFile.open(file, options)) {
      return model.isBoxfit() ? own(file, options) : foreign(file.toString(), model);
    }
  }

  private Evidence own(Path file, PredictorOptions options) {
    if (question.preprocessing().isPresent() || question.reading().isPresent()) {
      throw new BadInputException(
          file
              + " was written by Boxfit and says itself how it is used: leave out --preprocessing"
              + " and --reading");
    }
    try (OwnNetwork network = new OwnNetwork(file, options)) {
      return network.evidence(pictures, listener);
    }
  }

  private Evidence foreign(String file, TensorModel model) {
    ImageInput input =
        ImageInput.of(
            file,
            Slots.choose(file, "input", model.inputs(), question.input()),
            question.inputSize().map(ModelExamination::size),
            commonSize());
    String output = Slots.choose(file, "output", model.outputs(), question.output()).name();
    ForeignNetwork network = new ForeignNetwork(file, model, input, output);
    Preprocessing preprocessing = Claim.preprocessing(file, input, question.preprocessing());
    WayUse use = new WayUse(network, preprocessing);
    List<double[]> rows = use.rows(pictures);
    FramedReading reading = Claim.reading(rows, question.reading());
    List<Placement> placements = use.placements(pictures);

    List<KnownPicture> choosing = part(0);
    List<KnownPicture> confirming = part(1);
    WaySearch search =
        new WaySearch(network, choosing.subList(0, Math.min(CHOOSE, choosing.size())), confirming);
    Prepared claimed = search.judged(preprocessing, reading);
    List<Preprocessing> all = input.preparations(fits(input));
    List<Prepared> best = search.best(all, claimed, done -> listener.tried(done, all.size() + 1));
    ModelTrial trial =
        new ModelTrial(
            claimed.way(),
            question.preprocessing().isPresent() || question.reading().isPresent(),
            best.stream().map(Prepared::way).toList(),
            all.size(),
            baseline(confirming, use.placements(confirming)),
            Optional.empty());
    Prepared working = trial.probed().isAlso(claimed.way()) ? claimed : best.get(0);
    BoxFinder finder = new WayUse(network, working.preprocessing()).read(working.way().reading());
    trial = trial.with(new Probing(finder, probed()).figures());
    listener.tried(all.size() + 1, all.size() + 1);
    return Evidence.of(audit(rows, reading, placements)).with(trial);
  }

  /** What stands in the rows; spoken of the picture, as the boxes that they mean. */
  private NumberAudit audit(
      List<double[]> rows, FramedReading reading, List<Placement> placements) {
    List<Box> truth = new ArrayList<>();
    List<double[]> boxes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      truth.add(placements.get(i).toInput(pictures.get(i).truth()));
      Box box = placements.get(i).toInput(reading.decode(rows.get(i), placements.get(i)));
      boxes.add(new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()});
    }
    int width = placements.get(0).inputWidth();
    int height = placements.get(0).inputHeight();
    return reading.frame() == Frame.INPUT
        ? new NumberAudit(rows, truth, reading.reading(), width, height)
        : new NumberAudit(boxes, truth, new Reading(Layout.XYXY, Scale.PIXELS), width, height);
  }

  /** Mean IoU of the one best box, in the network's input, where all pictures have one size. */
  private static double baseline(List<KnownPicture> pictures, List<Placement> placements) {
    List<Box> truths = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      truths.add(placements.get(i).toInput(pictures.get(i).truth()));
    }
    Box box = ConstantBaseline.fit(truths);
    Iou iou = new Iou();
    return truths.stream().mapToDouble(truth -> iou.of(box, truth)).average().orElseThrow();
  }

  /** Every other picture, from a place on: so both parts are spread over the whole set. */
  private List<KnownPicture> part(int first) {
    List<KnownPicture> part = new ArrayList<>();
    for (int i = first; i < pictures.size(); i += 2) {
      part.add(pictures.get(i));
    }
    return part;
  }

  private List<KnownPicture> probed() {
    return pictures.subList(0, Math.min(PROBED, pictures.size()));
  }

  /** Only those that make a difference for these pictures. */
  private List<Fit> fits(ImageInput input) {
    InputShape shape = input.shapes().get(0);
    boolean same =
        pictures.stream()
            .allMatch(
                p ->
                    Fit.LETTERBOX
                        .placement(p.width(), p.height(), shape.width(), shape.height())
                        .equals(
                            Fit.STRETCH.placement(
                                p.width(), p.height(), shape.width(), shape.height())));
    return same ? List.of(Fit.STRETCH) : Arrays.asList(Fit.values());
  }

  private Optional<int[]> commonSize() {
    int width = pictures.get(0).width();
    int height = pictures.get(0).height();
    return pictures.stream().allMatch(p -> p.width() == width && p.height() == height)
        ? Optional.of(new int[] {width, height})
        : Optional.empty();
  }

  private static int[] size(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new BadInputException(
          "--input-size: must be width x height in pixels, for example 224x224, got '"
              + text
              + "'");
    }
    return new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))};
  }

  /** Hears how far the search is. */
  @FunctionalInterface
  public interface Listener {

    /** So many ways of all were tried. */
    void tried(int ways, int all);
  }
}
