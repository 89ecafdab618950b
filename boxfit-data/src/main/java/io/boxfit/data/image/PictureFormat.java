package io.boxfit.data.image;

import java.util.List;

/** The kinds of picture files that Boxfit reads, told by their content. */
public enum PictureFormat {
  PNG("PNG", "png"),
  JPEG("JPEG", "jpg jpeg jpe jfif"),
  WEBP("WebP", "webp"),
  BMP("BMP", "bmp dib"),
  TIFF("TIFF", "tif tiff"),
  GIF("GIF", "gif");

  private final String title;
  private final String extensions;

  PictureFormat(String title, String extensions) {
    this.title = title;
    this.extensions = extensions;
  }

  /** As people write it. */
  public String title() {
    return title;
  }

  /** The endings of such files, in lower case without the point; the usual one first. */
  public List<String> extensions() {
    return List.of(extensions.split(" ", -1));
  }
}
