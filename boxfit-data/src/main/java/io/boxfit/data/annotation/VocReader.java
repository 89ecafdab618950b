package io.boxfit.data.annotation;

import io.boxfit.data.annotation.ReadOptions.VocOrigin;
import io.boxfit.data.annotation.SetCollector.Statement;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PartName;
import io.boxfit.data.folder.PictureFinder.Source;
import io.boxfit.data.folder.RelativeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Pascal VOC: an XML file a picture. */
final class VocReader {
  private final SetCollector set;
  private final List<String> names = new ArrayList<>();
  private final List<VocXml> files = new ArrayList<>();

  private VocReader(SetCollector set) {
    this.set = set;
  }

  static void read(SetCollector set, VocOrigin origin) {
    VocReader reader = new VocReader(set);
    for (String name : set.files().withEnding("xml")) {
      VocXml.read(set.files().path(name), set.faults())
          .ifPresent(
              xml -> {
                reader.names.add(name);
                reader.files.add(xml);
              });
    }
    reader.collect(origin);
  }

  private void collect(VocOrigin origin) {
    List<VocXml> others = files.stream().filter(file -> !VocOriginRule.isBoxfits(file)).toList();
    VocOriginRule rule =
        origin == VocOrigin.AUTO ? VocOriginRule.of(others) : new VocOriginRule(origin, "");
    if (origin == VocOrigin.AUTO && others.stream().anyMatch(file -> !file.boxes().isEmpty())) {
      set.remark(rule.reason());
    }
    VocLists lists = VocLists.read(set);
    for (int i = 0; i < files.size(); i++) {
      VocXml file = files.get(i);
      // A file that says how it counts is believed, unless the user says otherwise.
      boolean plain = origin == VocOrigin.AUTO && VocOriginRule.isBoxfits(file);
      List<LabelledBox> boxes =
          plain
              ? file.boxes()
              : file.boxes().stream()
                  .map(box -> new LabelledBox(box.label(), rule.apply(box.box()), box.place()))
                  .toList();
      collect(names.get(i), file, boxes, lists);
    }
  }

  private void collect(String name, VocXml file, List<LabelledBox> boxes, VocLists lists) {
    Optional<String> part = lists.found() ? lists.part(name) : PartName.ofFolders(name);
    Source source = new Source(RelativeName.folder(name), part, file.place());
    Optional<NamedPicture> found =
        inFolder(file).or(() -> set.finder().find(named(name, file), source));
    if (found.isPresent()) {
      NamedPicture picture = found.get();
      Optional<String> told =
          part.isPresent() || lists.found() ? part : PartName.ofFolders(picture.name());
      set.add(picture, new Statement(file.width(), file.height(), boxes, told, file.place()));
    }
  }

  /** The picture that folder and file name give from the root, as Boxfit writes them. */
  private Optional<NamedPicture> inFolder(VocXml file) {
    String folder = file.field("folder").strip();
    return folder.isEmpty() || file.field("filename").isEmpty()
        ? Optional.empty()
        : RelativeName.resolve("", folder + "/" + file.field("filename"))
            .filter(set.files()::contains)
            .map(found -> new NamedPicture(found, set.files().path(found)));
  }

  /**
   * What to look for: the file name, the path or the XML's own name, whichever is the first that
   * some picture bears.
   */
  private String named(String name, VocXml file) {
    String filename = file.field("filename");
    if (RelativeName.resolve(RelativeName.folder(name), filename.replace('\\', '/')).isEmpty()) {
      return filename;
    }
    String own = RelativeName.stem(RelativeName.file(name));
    for (String candidate : List.of(filename, file.field("path"), own)) {
      String bare = candidate.strip().replace('\\', '/');
      if (!bare.isEmpty() && set.finder().exists(bare)) {
        return bare;
      }
    }
    return filename.isBlank() ? own : filename;
  }
}
