package io.boxfit.app.pictured;

import io.boxfit.core.BadInputException;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.FolderScan;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PictureFinder;
import io.boxfit.data.folder.RelativeName;
import io.boxfit.model.setting.Quoted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pictures of a folder by the ids that tables give them. */
final class PictureNames {
  private static final int EXAMPLES = 3;

  private final Path folder;
  private final FileIndex files;

  private PictureNames(Path folder, FileIndex files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * The names of a folder.
   *
   * @throws BadInputException if it is none, or holds no picture
   */
  static PictureNames of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          folder + " is not a folder: name that of the pictures (--images)");
    }
    FileIndex files = new FileIndex(folder, FolderScan.of(folder, new FaultLog()));
    if (files.pictures().isEmpty()) {
      throw new BadInputException(folder + " holds no picture: name their folder (--images)");
    }
    return new PictureNames(folder, files);
  }

  /** All, in the order of their names. */
  List<NamedPicture> inOrder() {
    return files.pictures().stream().map(name -> new NamedPicture(name, files.path(name))).toList();
  }

  /**
   * The pictures of ids: a path below the folder, a path of another machine, a name with or without
   * its ending, or a number that the name has with zeros before it, as COCO's.
   *
   * @param source of the ids, in errors
   * @param remarks receives what there is to say about the ids
   * @throws BadInputException if an id means none of the pictures, or several
   */
  List<NamedPicture> find(List<String> ids, String source, List<String> remarks) {
    FaultLog faults = new FaultLog();
    PictureFinder finder = new PictureFinder(files, faults);
    PictureFinder.Source place =
        new PictureFinder.Source("", Optional.empty(), new Fault.Place(Path.of(source), 0));
    Map<String, List<String>> numbers = numbers();
    List<NamedPicture> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      NamedPicture named =
          finder
              .find(id, place)
              .orElseThrow(
                  () -> {
                    String fault = faults.faults().get(faults.faults().size() - 1).message();
                    return new BadInputException(
                        source + ": an id " + fault + "; write the picture's path below " + folder);
                  });
      if (files.contains(named.name())) {
        found.add(named);
      } else {
        List<String> alike = numbers.getOrDefault(withoutZeros(id), List.of());
        if (alike.size() == 1) {
          found.add(new NamedPicture(alike.get(0), files.path(alike.get(0))));
        } else {
          missing.add(id);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw missing(source, missing, ids.size());
    }
    finder.remark().ifPresent(remarks::add);
    return found;
  }

  /** Pictures whose name is a number, by that number. */
  private Map<String, List<String>> numbers() {
    Map<String, List<String>> numbers = new HashMap<>();
    for (String name : files.pictures()) {
      String stem = RelativeName.stem(RelativeName.file(name));
      if (stem.chars().allMatch(c -> c >= '0' && c <= '9')) {
        numbers.computeIfAbsent(withoutZeros(stem), key -> new ArrayList<>(1)).add(name);
      }
    }
    return numbers;
  }

  private static String withoutZeros(String number) {
    return number.strip().replaceFirst("^0+(?=.)", "");
  }

  private BadInputException missing(String source, List<String> missing, int all) {
    return new BadInputException(
        folder
            + " lacks the pictures of "
            + missing.size()
            + " of the "
            + all
            + " ids of "
            + source
            + ": "
            + missing.stream().limit(EXAMPLES).map(Quoted::of).collect(Collectors.joining(", "))
            + (missing.size() > EXAMPLES ? ", ..." : "")
            + "; write file names as ids, or leave the ids out to take the pictures in the order of"
            + " their names");
  }
}
