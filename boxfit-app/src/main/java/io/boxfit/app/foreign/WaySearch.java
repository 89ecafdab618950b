package io.boxfit.app.foreign;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.doctor.evidence.Way;
import io.boxfit.doctor.reading.FramedReading;
import io.boxfit.doctor.reading.FramedReadingSearch;
import io.boxfit.doctor.reading.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Tries every preparation of the input and every reading of the output on some pictures, and the
 * best of them on the others.
 */
final class WaySearch {
  /** As good as the best; then the one nearest to the claim is named, so that little is changed. */
  private static final double AS_GOOD = 0.02;

  /** Ways that are shown. */
  private static final int SHOWN = 5;

  private final ForeignNetwork network;
  private final List<KnownPicture> choosing;
  private final List<KnownPicture> confirming;

  WaySearch(ForeignNetwork network, List<KnownPicture> choosing, List<KnownPicture> confirming) {
    this.network = network;
    this.choosing = choosing;
    this.confirming = confirming;
  }

  /**
   * The best ways, the one to be named first.
   *
   * @param tried told how many preparations were tried
   */
  List<Prepared> best(List<Preprocessing> all, Prepared claimed, IntConsumer tried) {
    List<Prepared> found = new ArrayList<>();
    int done = 0;
    for (Preprocessing preprocessing : all) {
      prepared(preprocessing, claimed).ifPresent(found::add);
      tried.accept(++done);
    }
    found.sort(Comparator.comparingDouble((Prepared p) -> p.way().chosen()).reversed());
    double best = found.get(0).way().chosen();
    Prepared named =
        found.stream()
            .filter(p -> p.way().chosen() >= best - AS_GOOD)
            .min(Comparator.comparingInt(p -> p.differences(claimed)))
            .orElseThrow();
    List<Prepared> shown = new ArrayList<>();
    shown.add(named);
    found.stream().filter(p -> !p.equals(named)).limit(SHOWN - 1L).forEach(shown::add);
    return shown.stream().map(this::confirmed).toList();
  }

  /** A preparation with the reading that suits it; empty where the network fails on it. */
  private Optional<Prepared> prepared(Preprocessing preprocessing, Prepared claimed) {
    List<FittedPicture> fitted = fitted(choosing, preprocessing);
    List<double[]> rows;
    try {
      rows = network.rows(fitted, preprocessing);
    } catch (BadInputException e) {
      if (preprocessing.axes() == claimed.preprocessing().axes()) {
        throw e;
      }
      // Where the file does not tell the order of axes, one of the two need not fit.
      return Optional.empty();
    }
    FramedReadingSearch search =
        FramedReadingSearch.of(claimed.way().reading(), rows, truths(choosing), placements(fitted));
    return Optional.of(
        new Prepared(
            preprocessing,
            new Way(preprocessing.words(), search.reading(), search.meanIou(), Double.NaN)));
  }

  /** The way with its figure on the other pictures. */
  Prepared confirmed(Prepared prepared) {
    Way way = prepared.way();
    double confirmed = meanIou(confirming, prepared.preprocessing(), way.reading());
    return new Prepared(
        prepared.preprocessing(),
        new Way(way.preprocessing(), way.reading(), way.chosen(), confirmed));
  }

  /** A way that is not searched for. */
  Prepared judged(Preprocessing preprocessing, FramedReading reading) {
    double chosen = meanIou(choosing, preprocessing, reading);
    return confirmed(
        new Prepared(preprocessing, new Way(preprocessing.words(), reading, chosen, Double.NaN)));
  }

  private double meanIou(
      List<KnownPicture> pictures, Preprocessing preprocessing, FramedReading reading) {
    List<FittedPicture> fitted = fitted(pictures, preprocessing);
    return FramedReadingSearch.meanIou(
        reading, network.rows(fitted, preprocessing), truths(pictures), placements(fitted));
  }

  private List<FittedPicture> fitted(List<KnownPicture> pictures, Preprocessing preprocessing) {
    InputShape shape = network.input().shape(preprocessing.axes()).orElseThrow();
    return pictures.stream()
        .map(known -> FittedPicture.of(known, preprocessing.fit(), shape))
        .toList();
  }

  private static List<Box> truths(List<KnownPicture> pictures) {
    return pictures.stream().map(KnownPicture::truth).toList();
  }

  private static List<Placement> placements(List<FittedPicture> pictures) {
    return pictures.stream().map(FittedPicture::placement).toList();
  }
}
