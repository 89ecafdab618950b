package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.image.PictureHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in a set.
 *
 * @param labels how many boxes each has, the commonest first
 * @param parts how many pictures each part of the set has
 * @param formats how many pictures are of each format
 * @param sizes how many upright pictures are of each size, for example {@code 300x200}, the
 *     commonest first
 * @param objects how many pictures have so many boxes
 * @param width of the pictures, px
 * @param height of the pictures, px
 * @param boxWidth of proper boxes, as a share of the picture
 * @param boxHeight of proper boxes, as a share of the picture
 * @param boxArea of proper boxes, as a share of the picture
 */
public record SetStatistics(
    Map<String, Integer> labels,
    Map<String, Integer> parts,
    Map<String, Integer> formats,
    Map<String, Integer> sizes,
    Map<Integer, Integer> objects,
    Spread width,
    Spread height,
    Spread boxWidth,
    Spread boxHeight,
    Spread boxArea) {

  static SetStatistics of(List<CheckedPicture> pictures, SetReading reading) {
    Map<String, Integer> labels = new TreeMap<>();
    Map<String, Integer> parts = new TreeMap<>();
    Map<String, Integer> formats = new TreeMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    Map<Integer, Integer> objects = new TreeMap<>();
    List<PictureHeader> headers = new ArrayList<>();
    List<double[]> shares = new ArrayList<>();
    for (CheckedPicture picture : pictures) {
      AnnotatedPicture annotated = picture.annotated();
      annotated.part().ifPresent(part -> parts.merge(part, 1, Integer::sum));
      objects.merge(annotated.boxes().size(), 1, Integer::sum);
      for (LabelledBox labelled : annotated.boxes()) {
        labels.merge(labelled.label(), 1, Integer::sum);
        Box box = reading.meant(labelled.box(), picture);
        if (picture.hasSize() && box.isProper()) {
          double across = box.width() / picture.width();
          double down = box.height() / picture.height();
          shares.add(new double[] {across, down, across * down});
        }
      }
      picture.look().header().ifPresent(headers::add);
    }
    for (PictureHeader header : headers) {
      formats.merge(header.format().title(), 1, Integer::sum);
      sizes.merge(header.uprightWidth() + "x" + header.uprightHeight(), 1, Integer::sum);
    }
    return new SetStatistics(
        commonestFirst(labels),
        parts,
        commonestFirst(formats),
        commonestFirst(sizes),
        objects,
        Spread.of(headers.stream().mapToDouble(PictureHeader::uprightWidth).toArray()),
        Spread.of(headers.stream().mapToDouble(PictureHeader::uprightHeight).toArray()),
        spread(shares, 0),
        spread(shares, 1),
        spread(shares, 2));
  }

  private static Spread spread(List<double[]> shares, int which) {
    return Spread.of(shares.stream().mapToDouble(share -> share[which]).toArray());
  }

  private static Map<String, Integer> commonestFirst(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(sorted);
  }
}
