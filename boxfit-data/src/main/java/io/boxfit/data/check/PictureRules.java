package io.boxfit.data.check;

import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.RelativeName;
import io.boxfit.data.image.PictureHeader;
import java.nio.file.Path;
import java.util.Locale;

/** Faults of single pictures: files, names, sizes. */
final class PictureRules {
  private PictureRules() {}

  static void look(CheckedPicture picture, FaultLog faults) {
    picture.look().damage().ifPresent(damage -> add(damage, faults));
    if (picture.look().header().isEmpty()) {
      return;
    }
    PictureHeader header = picture.look().header().get();
    Path file = picture.annotated().file();
    String ending = ending(picture.annotated().name());
    if (!header.format().extensions().contains(ending)) {
      String named = ending.isEmpty() ? "named without an ending" : "named ." + ending;
      faults.add(
          FaultCode.WRONG_EXTENSION, file, "is a " + header.format().title() + " file, " + named);
    }
    switch (picture.ground()) {
      case UPRIGHT -> {}
      case STORED ->
          faults.add(
              FaultCode.ROTATED_IMAGE,
              file,
              String.format(
                  Locale.ROOT,
                  "is annotated as %dx%d, as its pixels are stored, but its EXIF orientation %d"
                      + " shows it as %dx%d",
                  header.width(),
                  header.height(),
                  header.orientation().tag(),
                  header.uprightWidth(),
                  header.uprightHeight()));
      case OTHER -> faults.add(FaultCode.SIZE_DIFFERS, picture.annotated().place(), size(picture));
    }
  }

  private static void add(Fault fault, FaultLog faults) {
    faults.add(fault.code(), fault.place(), fault.message());
  }

  private static String size(CheckedPicture picture) {
    AnnotatedPicture annotated = picture.annotated();
    PictureHeader header = picture.look().header().orElseThrow();
    boolean swapped =
        annotated.width() == header.uprightHeight() && annotated.height() == header.uprightWidth();
    return String.format(
        Locale.ROOT,
        "says %dx%d of %s, which is %dx%d%s",
        annotated.width(),
        annotated.height(),
        annotated.name(),
        header.uprightWidth(),
        header.uprightHeight(),
        swapped ? ": width and height are changed over" : "");
  }

  /** In lower case; empty where there is none. */
  static String ending(String name) {
    String stem = RelativeName.stem(name);
    return stem.length() == name.length()
        ? ""
        : name.substring(stem.length() + 1).toLowerCase(Locale.ROOT);
  }
}
