package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.SetCollector.Statement;
import io.boxfit.data.annotation.YoloLabels.Share;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PartName;
import io.boxfit.data.folder.RelativeName;
import io.boxfit.data.image.PictureHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads YOLO: a text file a picture, and {@code data.yaml}. */
final class YoloReader {
  private static final Comparator<String> SHALLOW =
      Comparator.<String>comparingLong(name -> name.chars().filter(c -> c == '/').count())
          .thenComparing(Comparator.naturalOrder());

  private final SetCollector set;
  private final YoloFiles labels;
  private final Map<Integer, String> names = new TreeMap<>();
  private boolean unnamed;

  private YoloReader(SetCollector set) {
    this.set = set;
    labels = new YoloFiles(set.files());
  }

  static void read(SetCollector set) {
    new YoloReader(set).read();
  }

  private void read() {
    Map<String, Set<NamedPicture>> parts = new LinkedHashMap<>();
    Optional<String> yamlName =
        set.files().withEnding("yaml", "yml").stream()
            .filter(name -> FormatRecognition.isYoloYaml(set.files().path(name)))
            .min(SHALLOW);
    if (yamlName.isPresent()) {
      YoloYaml.read(set.files().path(yamlName.get()), set.faults())
          .ifPresent(
              yaml -> {
                names.putAll(yaml.names());
                parts.putAll(YoloParts.of(set, yaml, yamlName.get()));
              });
    }
    if (names.isEmpty()) {
      labels
          .classNames()
          .ifPresent(
              name ->
                  TextLines.read(
                      set.files().path(name),
                      set.faults(),
                      (text, line) -> {
                        if (!text.isBlank()) {
                          names.put(names.size(), text.strip());
                        }
                      }));
    }
    names.values().forEach(set::label);
    collect(parts);
  }

  private void collect(Map<String, Set<NamedPicture>> parts) {
    parts.forEach(
        (part, pictures) -> {
          for (NamedPicture picture : pictures) {
            collect(picture, part.isEmpty() ? Optional.empty() : Optional.of(part));
          }
        });
    Set<String> listed = new HashSet<>();
    parts.values().forEach(pictures -> pictures.forEach(picture -> listed.add(picture.name())));
    boolean told = parts.keySet().stream().anyMatch(part -> !part.isEmpty());
    for (String name : set.files().pictures()) {
      boolean meant =
          labels.of(name).isPresent() || (parts.isEmpty() && YoloFiles.isInImages(name));
      if (meant && !listed.contains(name)) {
        Optional<String> part = told ? Optional.empty() : PartName.ofFolders(name);
        collect(new NamedPicture(name, set.files().path(name)), part);
      }
    }
    for (String orphan : labels.withoutPicture()) {
      set.faults()
          .add(
              FaultCode.MISSING_IMAGE,
              set.files().path(orphan),
              "no picture of the name " + RelativeName.stem(RelativeName.file(orphan)) + " exists");
    }
    if (unnamed) {
      set.remark(
          names.isEmpty()
              ? "No data.yaml or classes.txt names the classes: their numbers are the labels."
              : "Some class numbers have no name.");
    }
  }

  private void collect(NamedPicture picture, Optional<String> part) {
    Optional<String> file = labels.of(picture.name());
    if (file.isEmpty()) {
      set.add(picture, new Statement(0, 0, List.of(), part, new Fault.Place(picture.file(), 0)));
      return;
    }
    Path path = set.files().path(file.get());
    Fault.Place place = new Fault.Place(path, 0);
    List<Share> shares = YoloLabels.read(path, set.faults());
    if (shares.isEmpty()) {
      set.add(picture, new Statement(0, 0, List.of(), part, place));
      return;
    }
    try {
      PictureHeader header = PictureHeader.read(picture.file());
      int width = header.uprightWidth();
      int height = header.uprightHeight();
      set.add(
          picture, new Statement(width, height, boxes(shares, width, height, path), part, place));
    } catch (BadInputException e) {
      boolean missing = !set.files().contains(picture.name());
      set.faults()
          .add(
              missing ? FaultCode.MISSING_IMAGE : FaultCode.UNREADABLE_IMAGE,
              picture.file(),
              "its labels need the picture's size: " + e.getMessage());
    }
  }

  private List<LabelledBox> boxes(List<Share> shares, int width, int height, Path file) {
    List<LabelledBox> boxes = new ArrayList<>();
    for (Share share : shares) {
      if (!share.isPossible(width, height)) {
        set.faults()
            .add(
                FaultCode.BAD_NUMBER,
                new Fault.Place(file, share.line()),
                "the numbers are no shares of a picture");
      } else if (names.containsKey(share.classNumber()) || names.isEmpty()) {
        boxes.add(share.box(width, height, this::label, file));
      } else {
        set.faults()
            .add(
                FaultCode.UNREADABLE_ANNOTATION,
                new Fault.Place(file, share.line()),
                "the class number " + share.classNumber() + " has no name");
      }
    }
    return boxes;
  }

  private String label(int classNumber) {
    unnamed |= names.isEmpty();
    return names.getOrDefault(classNumber, Integer.toString(classNumber));
  }
}
