package io.boxfit.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureFilesTest {
  @TempDir Path folder;

  @Test
  void everyPixelOfAPngComesBack() throws IOException {
    RandomStream random = new Seed(1).stream("pixels");
    for (int i = 0; i < 40; i++) {
      int width = random.nextInt(1, 70);
      int height = random.nextInt(1, 70);
      byte[] pixels = new byte[3 * width * height];
      for (int j = 0; j < pixels.length; j++) {
        pixels[j] = (byte) random.nextInt(256);
      }
      Picture picture = new Picture(width, height, 3, pixels);
      Picture back = PictureReader.read(file(PictureWriter.png(picture)));
      assertEquals(width, back.width());
      assertEquals(height, back.height());
      assertArrayEquals(pixels, back.pixels());
    }
  }

  @Test
  void grayValuesAreNotBrightened() throws IOException {
    byte[] pixels = {0, 1, 77, (byte) 128, (byte) 200, (byte) 255};
    Picture back = PictureReader.read(file(PictureWriter.png(new Picture(3, 2, 1, pixels))));
    assertEquals(3, back.channels());
    for (int i = 0; i < 6; i++) {
      for (int channel = 0; channel < 3; channel++) {
        assertEquals(pixels[i] & 0xFF, back.value(i % 3, i / 3, channel));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "png,  1, FF0A141E, 10, 20, 30", // RGB
    "png,  2, 330A1464, 206, 208, 224", // a fifth over white: 0.2 c + 204
    "png, 13, FF003366, 0, 51, 102", // indexed
    "png, 12, FFFFFFFF, 255, 255, 255", // 1 bit
    "jpg,  1, FF808080, 128, 128, 128",
    "jpg, 10, FF808080, 55, 55, 55" // gray 128 is linear 55 to Java, which stores that
  })
  void everyKindOfImageBecomesRgb(
      String format, int type, String argb, int red, int green, int blue) throws IOException {
    BufferedImage image = new BufferedImage(17, 9, type);
    for (int i = 0; i < 17 * 9; i++) {
      image.setRGB(i % 17, i / 17, Integer.parseUnsignedInt(argb, 16));
    }
    Picture picture = PictureReader.read(file(encoded(image, format)));
    assertEquals(red, picture.value(8, 4, 0));
    assertEquals(green, picture.value(8, 4, 1));
    assertEquals(blue, picture.value(8, 4, 2));
  }

  @Test
  void sixteenBitsAreScaledToEight() throws IOException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
    int[] samples = new int[16];
    Arrays.fill(samples, 77 * 257);
    image.getRaster().setSamples(0, 0, 4, 4, 0, samples);
    assertEquals(77, PictureReader.read(file(encoded(image, "png"))).value(2, 2, 1));
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    refused(folder.resolve("missing.png"), "does not exist");
    refused(folder, "is a folder");
    refused(file(new byte[0]), "is empty");
    refused(file("hello".getBytes(StandardCharsets.UTF_8)), "neither PNG nor JPEG");
  }

  @Test
  void aFileWithoutPermissionIsRefused() throws IOException {
    Path secret = file(encoded(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png"));
    Assumptions.assumeTrue(secret.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    // The administrator reads everything.
    Assumptions.assumeFalse(Files.isReadable(secret));
    refused(secret, "no permission");
  }

  @ParameterizedTest
  @CsvSource({"png, 5", "png, 10", "jpg, 5", "jpg, 10"})
  void everyTruncationIsRefused(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(120, 80, type);
    RandomStream random = new Seed(2).stream("noise");
    for (int i = 0; i < 120 * 80; i++) {
      image.setRGB(i % 120, i / 120, random.nextInt(1 << 24));
    }
    byte[] whole = encoded(image, format);
    PictureReader.read(file(whole));
    // A PNG ends in checksums and a mark of its end: the pixels are whole by then.
    int end = format.equals("png") ? whole.length - 30 : whole.length - 1;
    for (int length = 0; length < end; length += 1 + whole.length / 100) {
      refused(file(Arrays.copyOf(whole, length)), "");
    }
    refused(file(Arrays.copyOf(whole, end)), "");
  }

  @Test
  void damageIsRefusedOrDecodedButNeverAnotherFailure() throws IOException {
    RandomStream random = new Seed(3).stream("damage");
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_3BYTE_BGR);
    for (String format : new String[] {"png", "jpg"}) {
      byte[] whole = encoded(image, format);
      for (int i = 0; i < 200; i++) {
        byte[] damaged = whole.clone();
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        try {
          PictureReader.read(file(damaged));
        } catch (BadInputException e) {
          assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
      }
    }
  }

  @Test
  void aGiantPictureIsRefusedByItsHeader() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeBytes("IHDR");
    fields.writeInt(60_000);
    fields.writeInt(60_000);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 checksum = new CRC32();
    checksum.update(header.toByteArray());
    out.writeInt(13);
    out.write(header.toByteArray());
    out.writeInt((int) checksum.getValue());
    out.writeInt(0);
    out.writeBytes("IDAT");
    refused(file(bytes.toByteArray()), "too large: 60000x60000");
  }

  private void refused(Path file, String why) {
    String message =
        assertThrows(BadInputException.class, () -> PictureReader.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()) && message.contains(why), message);
    assertEquals(1, message.lines().count(), message);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "picture", ".bin"), content);
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, bytes));
    return bytes.toByteArray();
  }
}
