package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.BoxPicture;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Point;
import io.boxfit.bench.drawing.Sheet;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.overlap.Iou;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.image.ProbePictures;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.evidence.Way;
import io.boxfit.doctor.reading.Frame;
import io.boxfit.doctor.reading.FramedReading;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions that show when a network itself is asked about pictures. */
final class NetworkScenes {
  private static final Reading READING = new Reading(Layout.XYXY, Scale.PIXELS);

  private NetworkScenes() {}

  static List<Scene> all() {
    TrainedScene good = TrainedScene.changed(Base.STRIDED, "none");
    TrainedScene blind = TrainedScene.set(Base.STRIDED, "initializer.kernel=zeros");
    TrainedScene pooled = TrainedScenes.POOLED;
    TrainedScene unfinished =
        TrainedScene.set(Base.STRIDED, "optimizer={name: adam, learningRate: 0.000001}");
    return List.of(
        new Scene(
            Condition.WRONG_PREPROCESSING,
            "A network that was trained on gray levels as -1 to 1 ("
                + Base.STRIDED.name()
                + "), fed with other numbers",
            stage -> wrong(AskedNetwork.of(good))),
        new Scene(
            Condition.NO_WAY_WORKS,
            unfinished.caption() + "; then fed in four ways",
            stage -> noWay(AskedNetwork.of(unfinished))),
        new Scene(
            Condition.BLIND_NETWORK,
            blind.caption() + "; then asked about changed pictures",
            stage -> blind(Probing.of(AskedNetwork.of(blind)))),
        new Scene(
            Condition.STAYS_BEHIND,
            pooled.caption() + "; then asked about moved pictures",
            stage -> behind(Probing.of(AskedNetwork.of(pooled)))));
  }

  private static Shown wrong(AskedNetwork asked) {
    List<Way> ways = ways(asked);
    List<BoxPicture> pictures = new ArrayList<>();
    List<Box> right = asked.boxes(Feeding.TRAINED.change());
    List<Box> fed = asked.boxes(Feeding.UNIT.change());
    for (int i = 0; i < 3; i++) {
      Sample sample = asked.samples().get(i);
      pictures.add(judged(sample, sample.picture(), right.get(i), "-1..1 as trained: "));
      pictures.add(
          judged(sample, Feeding.UNIT.change().apply(sample.picture()), fed.get(i), "0..1: "));
    }
    ModelTrial trial = trial(asked, ways.get(1), ways.get(0), ways.size(), Optional.empty());
    return shown(asked, trial, pictures, bars(asked, ways, 1));
  }

  private static Shown noWay(AskedNetwork asked) {
    List<Way> ways = ways(asked);
    List<BoxPicture> pictures = new ArrayList<>();
    List<Box> right = asked.boxes(Feeding.TRAINED.change());
    List<Box> fed = asked.boxes(Feeding.INVERTED.change());
    for (int i = 0; i < 3; i++) {
      Sample sample = asked.samples().get(i);
      pictures.add(judged(sample, sample.picture(), right.get(i), "-1..1: "));
      pictures.add(
          judged(sample, Feeding.INVERTED.change().apply(sample.picture()), fed.get(i), "1..0: "));
    }
    ModelTrial trial = trial(asked, ways.get(0), ways.get(1), ways.size(), Optional.empty());
    return shown(asked, trial, pictures, bars(asked, ways, 0));
  }

  private static Shown blind(Probing probing) {
    AskedNetwork asked = probing.asked();
    Picture shuffled = Probing.shuffling().apply(asked.samples().get(0).picture());
    Sample first = asked.samples().get(0);
    List<BoxPicture> pictures = new ArrayList<>();
    pictures.add(plain(probing, 0));
    pictures.add(plain(probing, 1));
    pictures.add(plain(probing, 2));
    pictures.add(plain(probing, 3));
    pictures.add(
        new BoxPicture(
            ProbePictures.black(first.picture()),
            Pictures.NONE,
            probing.black().get(0),
            "a black picture"));
    pictures.add(
        new BoxPicture(shuffled, Pictures.NONE, probing.shuffled().get(0), "shuffled pixels"));
    ProbeFigures figures = probing.figures();
    List<Chart.Bar> bars =
        List.of(
            new Chart.Bar("box, when the picture becomes black", Tint.PATIENT, figures.black()),
            new Chart.Bar("box, when its pixels are shuffled", Tint.PATIENT, figures.shuffled()),
            new Chart.Bar("box, from one picture to the next", Tint.PATIENT, figures.another()),
            new Chart.Bar("true box, from one to the next", Tint.TRUTH, figures.truth()));
    return shown(
        asked,
        trial(asked, figures),
        pictures,
        new Chart.Bars(
            "How far the sides go", Axis.linear("share of the picture, mean", 0, 0.5), bars));
  }

  private static Shown behind(Probing probing) {
    AskedNetwork asked = probing.asked();
    List<BoxPicture> pictures = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < asked.samples().size(); i++) {
      Sample sample = asked.samples().get(i);
      if (probing.hasRoom(i)) {
        points.add(
            new Point(
                sample.box().centerX(),
                probing.across().get(i).centerX() - probing.plain().get(i).centerX()));
        if (pictures.size() < 6) {
          pictures.add(plain(probing, i));
          Box box = sample.box();
          pictures.add(
              new BoxPicture(
                  Probing.toTheRight(sample.picture()),
                  new Box(
                      box.xMin() + Probing.STEP, box.yMin(), box.xMax() + Probing.STEP, box.yMax()),
                  probing.across().get(i),
                  Probing.STEP + " px further right"));
        }
      }
    }
    Chart chart =
        new Chart.Plot(
            "Pictures moved by " + Probing.STEP + " px to the right",
            Axis.linear("where the object was, px", 0, 100),
            Axis.linear("way of the box's centre, px", -5, 15),
            List.of(
                new Mark.Guide(
                    "right: as far as the picture",
                    Tint.TRUTH,
                    new Point(0, Probing.STEP),
                    new Point(100, Probing.STEP)),
                new Mark.Dots("a picture", Tint.PATIENT, points)));
    return shown(asked, trial(asked, probing.figures()), pictures, chart);
  }

  private static BoxPicture plain(Probing probing, int index) {
    Sample sample = probing.asked().samples().get(index);
    return judged(sample, sample.picture(), probing.plain().get(index), "");
  }

  private static BoxPicture judged(Sample sample, Picture fed, Box said, String words) {
    return new BoxPicture(fed, sample.box(), said, words + Pictures.verdict(said, sample.box()));
  }

  private static Chart bars(AskedNetwork asked, List<Way> ways, int claimed) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      bars.add(
          new Chart.Bar(
              ways.get(i).preprocessing() + (i == claimed ? ": as it is fed" : ""),
              i == claimed ? Tint.PATIENT : Tint.TWIN,
              ways.get(i).confirmed()));
    }
    bars.add(new Chart.Bar("the best one box for every picture", Tint.TRUTH, baseline(asked)));
    return new Chart.Bars("The same network, fed with ...", Axis.linear("mean IoU", 0, 1), bars);
  }

  private static List<Way> ways(AskedNetwork asked) {
    List<Way> ways = new ArrayList<>();
    for (Feeding feeding :
        List.of(Feeding.TRAINED, Feeding.UNIT, Feeding.INVERTED, Feeding.TRANSPOSED)) {
      double iou = meanIou(asked, asked.boxes(feeding.change()));
      ways.add(new Way(feeding.words(), new FramedReading(READING, Frame.INPUT), iou, iou));
    }
    return ways;
  }

  private static double meanIou(AskedNetwork asked, List<Box> said) {
    double sum = 0;
    for (int i = 0; i < said.size(); i++) {
      sum += new Iou().of(said.get(i), asked.samples().get(i).box());
    }
    return sum / said.size();
  }

  private static double baseline(AskedNetwork asked) {
    List<Box> truth = asked.samples().stream().map(Sample::box).toList();
    Box constant = ConstantBaseline.fit(truth);
    return meanIou(asked, truth.stream().map(box -> constant).toList());
  }

  private static ModelTrial trial(
      AskedNetwork asked, Way claimed, Way other, int tried, Optional<ProbeFigures> probes) {
    return new ModelTrial(claimed, true, List.of(other), tried, baseline(asked), probes);
  }

  private static ModelTrial trial(AskedNetwork asked, ProbeFigures probes) {
    Way claimed = ways(asked).get(0);
    return new ModelTrial(claimed, true, List.of(), 1, baseline(asked), Optional.of(probes));
  }

  private static Shown shown(
      AskedNetwork asked, ModelTrial trial, List<BoxPicture> pictures, Chart chart) {
    List<double[]> rows = new ArrayList<>();
    for (Box box : asked.boxes(Feeding.TRAINED.change())) {
      rows.add(new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()});
    }
    Picture picture = asked.samples().get(0).picture();
    Evidence evidence =
        Evidence.of(
            new NumberAudit(
                rows,
                asked.samples().stream().map(Sample::box).toList(),
                READING,
                picture.width(),
                picture.height()));
    return new Shown(Doctor.examine(evidence.with(trial)), new Sheet(pictures, chart));
  }
}
