package io.boxfit.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFuzzTest {
  private static final int[] PNG_TYPES = {
    BufferedImage.TYPE_3BYTE_BGR,
    BufferedImage.TYPE_4BYTE_ABGR,
    BufferedImage.TYPE_BYTE_GRAY,
    BufferedImage.TYPE_USHORT_GRAY,
    BufferedImage.TYPE_BYTE_INDEXED,
    BufferedImage.TYPE_BYTE_BINARY
  };

  @TempDir Path folder;

  /** Noise on one half, so that both halves of a codec have something to do. */
  private static byte[] encoded(int type, String format, boolean progressive) throws IOException {
    BufferedImage image = new BufferedImage(40, 24, type);
    RandomStream random = new Seed(type).stream("noise");
    for (int i = 0; i < 20 * 24; i++) {
      image.setRGB(i % 20, i / 20, (int) random.nextLong());
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    if (progressive) {
      settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static List<byte[]> pictures() throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (boolean progressive : new boolean[] {false, true}) {
      for (int type : PNG_TYPES) {
        pictures.add(encoded(type, "png", progressive));
      }
      for (int repeat = 0; repeat < 2; repeat++) {
        pictures.add(encoded(BufferedImage.TYPE_3BYTE_BGR, "jpeg", progressive));
        pictures.add(encoded(BufferedImage.TYPE_BYTE_GRAY, "jpeg", progressive));
      }
    }
    return pictures;
  }

  @Test
  void everyFileGivesAPictureOrOneClearLine() throws IOException {
    Path path = folder.resolve("picture");
    Fuzzing.run(
        "picture",
        2000,
        pictures(),
        input -> {
          Files.write(path, input);
          Picture picture = PictureReader.read(path);
          assertEquals(3 * picture.width() * picture.height(), picture.pixels().length);
        });
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void moreThanTheFileCanHoldIsNotMadeRoomFor() throws IOException {
    byte[] png = encoded(BufferedImage.TYPE_3BYTE_BGR, "png", false);
    ByteBuffer.wrap(png).putInt(16, 9999).putInt(20, 9999);
    Path path = Files.write(folder.resolve("bomb.png"), png);
    String message =
        assertThrows(BadInputException.class, () -> PictureReader.read(path)).getMessage();
    assertTrue(message.contains("is cut off"), message);
  }
}
