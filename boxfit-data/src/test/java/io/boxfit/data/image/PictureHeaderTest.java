package io.boxfit.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureHeaderTest {
  @TempDir Path folder;

  private static byte[] encoded(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertTrue(
        ImageIO.write(new BufferedImage(37, 21, BufferedImage.TYPE_3BYTE_BGR), format, bytes));
    return bytes.toByteArray();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("picture.bin"), content);
  }

  @ParameterizedTest
  @CsvSource({"png, PNG", "jpg, JPEG", "bmp, BMP", "tiff, TIFF", "gif, GIF"})
  void sizesAreTheContents(String format, PictureFormat expected) throws IOException {
    assertEquals(
        new PictureHeader(expected, 37, 21, Orientation.NORMAL),
        PictureHeader.read(file(encoded(format))));
  }

  @ParameterizedTest
  @CsvSource({"png", "jpg", "bmp", "tiff", "gif"})
  void everyTruncationGivesTheSizeOrOneLine(String format) throws IOException {
    byte[] whole = encoded(format);
    int refused = 0;
    for (int length = 0; length < whole.length; length += length < 700 ? 1 : 97) {
      Path cut = file(Arrays.copyOf(whole, length));
      try {
        assertEquals(37, PictureHeader.read(cut).width());
      } catch (BadInputException e) {
        assertTrue(e.getMessage().startsWith(cut + " "), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused >= 10, refused + " refused");
  }

  @ParameterizedTest
  @CsvSource({
    "heic, mif1, is a HEIC picture",
    "mif1, avif, is an AVIF picture",
    "avif, mif1, is an AVIF picture",
    "isom, mp42, is a film"
  })
  void otherFamiliesAreNamed(String brand, String compatible, String message) throws IOException {
    String box = "\0\0\0\24ftyp" + brand + "\0\0\0\0" + compatible + "\0\0\0\10free";
    refused(file(box.getBytes(StandardCharsets.ISO_8859_1)), message);
    refused(folder.resolve("picture.bin"), "save it as JPEG or PNG");
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    refused(file(new byte[0]), "is empty");
    refused(file("BMI,weight\n20,60,70,80\n".getBytes(StandardCharsets.UTF_8)), "not a picture");
    refused(folder, "is a folder");
    refused(folder.resolve("none.png"), "does not exist");
    byte[] nothing = encoded("png");
    Arrays.fill(nothing, 16, 20, (byte) 0);
    refused(file(nothing), "says 0x21 pixels");
  }

  private static void refused(Path file, String why) {
    String message =
        assertThrows(BadInputException.class, () -> PictureHeader.read(file)).getMessage();
    assertTrue(message.startsWith(file + " ") && message.contains(why), message);
  }
}
