package io.boxfit.data.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * The decoders that come with Java, and never one that an application or a library has registered
 * for the same format: the same file gives the same pixels everywhere.
 */
final class JdkDecoder {
  private JdkDecoder() {}

  /** What is taken from a reader that knows its input. */
  interface Use<T> {

    /**
     * Takes it.
     *
     * @throws IOException if the file is damaged
     */
    T of(ImageReader reader) throws IOException;
  }

  /** The first image of a file. */
  static BufferedImage image(String format, Path file) throws IOException {
    return use(format, file, true, reader -> reader.read(0));
  }

  /**
   * Something of a file.
   *
   * @param ignoreMetadata metadata is skipped, so that compressed text in it cannot swell
   */
  static <T> T use(String format, Path file, boolean ignoreMetadata, Use<T> use)
      throws IOException {
    ImageReader reader = provider(format).createReaderInstance();
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      return use(reader, input, ignoreMetadata, use);
    } finally {
      reader.dispose();
    }
  }

  /**
   * As {@link #use(String, Path, boolean, Use)}, with any reader.
   *
   * @throws EOFException if the reader warns that the file is cut off
   */
  static <T> T use(ImageReader reader, ImageInputStream input, boolean ignoreMetadata, Use<T> use)
      throws IOException {
    CutOff cutOff = new CutOff();
    reader.addIIOReadWarningListener(cutOff);
    reader.setInput(input, true, ignoreMetadata);
    T result = use.of(reader);
    if (cutOff.seen) {
      throw new EOFException();
    }
    return result;
  }

  private static ImageReaderSpi provider(String format) {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getModule() == ImageReaderSpi.class.getModule()
          && Arrays.asList(provider.getFormatNames()).contains(format)) {
        return provider;
      }
    }
    throw new IllegalStateException("this Java has no decoder for " + format);
  }

  /** The JPEG decoder only warns of a missing end, and fills the rest with gray. */
  private static final class CutOff implements IIOReadWarningListener {
    private boolean seen;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      String text = warning.toLowerCase(Locale.ROOT);
      seen |= text.contains("premature end") || text.contains("truncated");
    }
  }
}
