package io.boxfit.data.check;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Picture;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.image.PictureHeader;
import io.boxfit.data.image.PictureReader;
import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a picture's file showed: some hundred bytes, whatever the picture's size.
 *
 * @param header empty where it cannot be read
 * @param damage why the pixels cannot be had
 * @param content of the pixels, where they can
 */
record PictureLook(
    Optional<PictureHeader> header, Optional<Fault> damage, Optional<Content> content) {

  /**
   * What is compared between pictures.
   *
   * @param key equal for equal pixels, upright
   * @param fingerprint similar for similar pixels
   */
  record Content(ContentKey key, Fingerprint fingerprint) {

    static Content of(Picture picture) {
      return new Content(ContentKey.of(picture), Fingerprint.of(picture));
    }
  }

  /** Opens the file, decodes it, forgets the pixels. */
  static PictureLook at(AnnotatedPicture annotated) {
    Path file = annotated.file();
    if (!Files.exists(file)) {
      String message = "names " + annotated.name() + ", which is missing";
      return damaged(
          Optional.empty(), new Fault(FaultCode.MISSING_IMAGE, annotated.place(), message));
    }
    Optional<PictureHeader> header = Optional.empty();
    try {
      header = Optional.of(PictureHeader.read(file));
      Content content = Content.of(PictureReader.read(file));
      return new PictureLook(header, Optional.empty(), Optional.of(content));
    } catch (BadInputException e) {
      boolean cutOff = e.getCause() instanceof EOFException;
      FaultCode code = cutOff ? FaultCode.TRUNCATED_IMAGE : FaultCode.UNREADABLE_IMAGE;
      return damaged(header, new Fault(code, new Fault.Place(file, 0), reason(e, file)));
    }
  }

  private static PictureLook damaged(Optional<PictureHeader> header, Fault damage) {
    return new PictureLook(header, Optional.of(damage), Optional.empty());
  }

  /** The place stands before it already. */
  private static String reason(BadInputException refusal, Path file) {
    String message = refusal.getMessage();
    String bare =
        message.startsWith(file + " ") ? message.substring(file.toString().length() + 1) : message;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
