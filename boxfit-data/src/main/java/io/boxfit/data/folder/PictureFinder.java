package io.boxfit.data.folder;

import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the picture that an annotation means.
 *
 * <p>Looked for, in this order: the written path from the annotation's folder, from the root, from
 * the usual folders of pictures beside and above the annotation; then by file name anywhere below
 * the root, where the longest shared end of the path decides, then the part of the set, then how
 * near it lies to the annotation. An absolute path counts from its end, because it is one of
 * another machine.
 */
public final class PictureFinder {
  private static final List<String> USUAL =
      List.of("images", "JPEGImages", "Images", "imgs", "img", "image", "pictures", "photos");
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://|[A-Za-z]:/|//|/|~/)(.*)", Pattern.DOTALL);
  private static final int LONGEST = 4096;

  private final FileIndex files;
  private final FaultLog faults;
  private int foreign;
  private String firstForeign = "";
  private Fault.Place firstForeignPlace;

  /**
   * @param faults receives paths that climb out, that mean nothing or several files
   */
  public PictureFinder(FileIndex files, FaultLog faults) {
    this.files = files;
    this.faults = faults;
  }

  /**
   * Where an annotation stands.
   *
   * @param folder relative name of its folder
   * @param part of the set, where known
   * @param place for faults
   */
  public record Source(String folder, Optional<String> part, Fault.Place place) {}

  /**
   * The picture that is written so.
   *
   * @return also where it is missing: then where it would be; empty where the path cannot be
   *     followed, which is a fault
   */
  public Optional<NamedPicture> find(String written, Source source) {
    try {
      return search(written, source);
    } catch (InvalidPathException e) {
      // What the names of files can hold depends on the system.
      return impossible(source);
    }
  }

  private Optional<NamedPicture> impossible(Source source) {
    faults.add(
        FaultCode.UNREADABLE_ANNOTATION,
        source.place(),
        "names a picture by a path that this system cannot have");
    return Optional.empty();
  }

  private Optional<NamedPicture> search(String written, Source source) {
    for (String base : List.of(source.folder(), "")) {
      // First as it stands: names of files may begin with spaces and hold backslashes.
      Optional<String> plain = RelativeName.resolve(base, written).filter(files::contains);
      if (plain.isPresent()) {
        return plain.map(this::file);
      }
    }
    String path = written.strip().replace('\\', '/');
    if (path.length() > LONGEST || path.indexOf('\0') >= 0) {
      return impossible(source);
    }
    if (path.isEmpty()) {
      faults.add(FaultCode.UNREADABLE_ANNOTATION, source.place(), "names no picture");
      return Optional.empty();
    }
    Matcher absolute = ABSOLUTE.matcher(path);
    if (absolute.matches()) {
      return foreign(path, absolute.group(1), source);
    }
    List<String> inside = new ArrayList<>();
    boolean climbs = RelativeName.resolve("", path).isEmpty();
    for (String folder : climbs ? List.of(source.folder()) : folders(source.folder())) {
      RelativeName.resolve(folder, path).filter(name -> !name.isEmpty()).ifPresent(inside::add);
    }
    if (inside.isEmpty()) {
      faults.add(
          FaultCode.PATH_OUTSIDE, source.place(), "names '" + path + "', outside " + files.root());
      return Optional.empty();
    }
    for (String name : inside) {
      if (files.contains(name)) {
        return Optional.of(file(name));
      }
    }
    return byName(path, inside.get(0), source);
  }

  /** Whether a picture of that file name, its ending apart, lies anywhere below the root. */
  public boolean exists(String fileName) {
    return !files.picturesNamed(RelativeName.file(fileName)).isEmpty();
  }

  /** Tells once that paths of another machine were met. */
  public Optional<String> remark() {
    if (foreign == 0) {
      return Optional.empty();
    }
    faults.add(
        FaultCode.FOREIGN_PATH,
        firstForeignPlace,
        "names '" + firstForeign + "', a path of another machine (" + foreign + " such paths)");
    return Optional.of(
        foreign
            + " absolute paths such as '"
            + firstForeign
            + "' are of another machine; their pictures were looked for by file name.");
  }

  private Optional<NamedPicture> foreign(String path, String tail, Source source) {
    String root = files.root().toAbsolutePath().normalize().toString().replace('\\', '/') + "/";
    Optional<String> below =
        path.startsWith(root)
            ? RelativeName.resolve("", path.substring(root.length()))
            : Optional.empty();
    if (below.isPresent() && files.contains(below.get())) {
      return Optional.of(file(below.get()));
    }
    if (foreign++ == 0) {
      firstForeign = path;
      firstForeignPlace = source.place();
    }
    // Dots within a path of another machine lead nowhere here: only its end counts.
    String clean = RelativeName.resolve("", tail).orElse(RelativeName.file(tail));
    String name = RelativeName.file(clean);
    if (name.isEmpty() || name.equals("..") || name.equals(".")) {
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION, source.place(), "names no picture: '" + path + "'");
      return Optional.empty();
    }
    String missing = RelativeName.resolve(source.folder(), name).orElse(name);
    return byName(clean, missing, source);
  }

  private Optional<NamedPicture> byName(String path, String missing, Source source) {
    List<String> candidates = files.picturesNamed(RelativeName.file(path));
    if (candidates.isEmpty()) {
      return Optional.of(file(missing));
    }
    Comparator<String> nearest =
        Comparator.<String>comparingInt(name -> RelativeName.sharedEnd(name, path))
            .thenComparingInt(
                name -> source.part().filter(part -> inPart(name, part)).isPresent() ? 1 : 0)
            .thenComparingInt(
                name -> RelativeName.sharedEnd(RelativeName.folder(name), source.folder()))
            .thenComparingInt(name -> RelativeName.sharedStart(name, source.folder()));
    String best = candidates.stream().max(nearest).orElseThrow();
    List<String> equals = candidates.stream().filter(c -> nearest.compare(c, best) == 0).toList();
    if (equals.size() > 1) {
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION,
          source.place(),
          "names '" + path + "', which may be " + String.join(" or ", equals));
      return Optional.empty();
    }
    return Optional.of(file(best));
  }

  private static boolean inPart(String name, String part) {
    return PartName.ofFolders(name).filter(part::equals).isPresent();
  }

  /** Where a written path may start, the likeliest first. */
  private static List<String> folders(String annotations) {
    List<String> folders = new ArrayList<>(List.of(annotations, ""));
    for (String near : List.of(annotations, RelativeName.folder(annotations), "")) {
      for (String usual : USUAL) {
        folders.add(near.isEmpty() ? usual : near + "/" + usual);
      }
    }
    return folders;
  }

  private NamedPicture file(String name) {
    return new NamedPicture(name, files.path(name));
  }
}
