package io.boxfit.data.samples;

import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Fitting;
import io.boxfit.core.fit.Resize;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.resize.Resizing;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Pictures of a folder in the size of a network's input, with their boxes there.
 *
 * <p>What was decoded and resized is kept as long as there is room; the rest is read from disk each
 * time, so that a set larger than memory trains, too. Samples are met in random order, for which
 * keeping the first ones that come is as good as any other rule, and no lock is needed.
 */
public final class FittedDataset implements Dataset {
  private static final byte GRAY = (byte) 128;

  private final FolderDataset pictures;
  private final Resize resize;
  private final int width;
  private final int height;
  private final AtomicReferenceArray<Picture> kept;
  private final AtomicLong room;

  /**
   * @param pictures as they are
   * @param resize how they come into the input
   * @param width of the input, px
   * @param height of the input, px
   * @param room bytes of pictures that may be kept in memory
   */
  public FittedDataset(FolderDataset pictures, Resize resize, int width, int height, long room) {
    this.pictures = pictures;
    this.resize = resize;
    this.width = width;
    this.height = height;
    this.kept = new AtomicReferenceArray<>(pictures.size());
    this.room = new AtomicLong(room);
  }

  @Override
  public int size() {
    return pictures.size();
  }

  /** Where a picture lies in the input. */
  public Fitting fitting(int index) {
    LocatedPicture picture = pictures.pictures().get(index);
    return Fitting.of(resize, picture.width(), picture.height(), width, height);
  }

  /** The box of a picture in pixels of the input; nothing is decoded. */
  public Box box(int index) {
    return fitting(index).toInput(pictures.pictures().get(index).box());
  }

  /** The name of a picture. */
  public String id(int index) {
    return pictures.pictures().get(index).name();
  }

  /** A picture in its content's size, without what the input leaves free. */
  public Picture content(int index) {
    Picture before = kept.get(index);
    if (before != null) {
      return before;
    }
    Picture picture = Resizing.content(pictures.get(index).picture(), fitting(index));
    long bytes = picture.pixels().length;
    if (room.addAndGet(-bytes) >= 0) {
      kept.set(index, picture);
    } else {
      room.addAndGet(bytes);
    }
    return picture;
  }

  /** Content and free space together: what the network is given when it is used. */
  @Override
  public Sample get(int index) {
    Picture content = content(index);
    return new Sample(id(index), onGray(content), box(index));
  }

  private Picture onGray(Picture content) {
    if (content.width() == width && content.height() == height) {
      return content;
    }
    int channels = content.channels();
    byte[] pixels = new byte[width * height * channels];
    Arrays.fill(pixels, GRAY);
    for (int y = 0; y < content.height(); y++) {
      System.arraycopy(
          content.pixels(),
          y * content.width() * channels,
          pixels,
          y * width * channels,
          content.width() * channels);
    }
    return new Picture(width, height, channels, pixels);
  }

  @Override
  public String digest() {
    return pictures.digest();
  }
}
