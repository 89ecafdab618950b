package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedPictureTest {
  private static BoxPredictor colours;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    colours = BoxPredictor.load(TinyModel.colours().bytes());
  }

  @AfterAll
  static void close() {
    colours.close();
  }

  private static String refusal(byte[] encoded) {
    String message =
        assertThrows(BadInputException.class, () -> colours.predict(encoded)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static BufferedImage noise(int type) {
    return Pictures.random(120, 80, type, new Seed(9).stream("noise"));
  }

  @ParameterizedTest
  @CsvSource({
    "png,  1, FF0A141E, 10, 20, 30", // RGB
    "png,  2, 330A1464, 206, 208, 224", // ARGB: 0.2 c + 204
    "png,  5, FF0A141E, 10, 20, 30", // BGR
    "png, 13, FF003366, 0, 51, 102", // indexed
    "png, 12, FFFFFFFF, 255, 255, 255", // 1 bit
    "jpeg, 5, FF808080, 128, 128, 128"
  })
  void coloursSurviveTheFile(String format, int type, String argb, int red, int green, int blue)
      throws IOException {
    int colour = Integer.parseUnsignedInt(argb, 16);
    byte[] file = Pictures.encoded(Pictures.uniform(17, 9, type, colour), format);
    Box box = colours.predict(file);
    assertEquals(red, box.xMin(), 1e-4);
    assertEquals(green, box.yMin(), 1e-4);
    assertEquals(blue, box.xMax(), 1e-4);
  }

  @ParameterizedTest
  @CsvSource({"png, 10", "png, 11", "jpeg, 10"})
  void grayValuesSurviveTheFile(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, type);
    int stored = type == BufferedImage.TYPE_USHORT_GRAY ? 77 * 257 : 77;
    int[] samples = new int[256];
    Arrays.fill(samples, stored);
    image.getRaster().setSamples(0, 0, 16, 16, 0, samples);
    assertEquals(77, colours.predict(Pictures.encoded(image, format)).xMin(), 1e-4);
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    String neither = " is not a picture: it is neither PNG nor JPEG";
    assertEquals("the picture" + neither, refusal(new byte[0]));
    assertEquals("the picture" + neither, refusal("hello".getBytes(StandardCharsets.UTF_8)));
    assertEquals("the picture" + neither, refusal(Pictures.encoded(noise(5), "gif")));
    Path text = Files.writeString(folder.resolve("a.png"), "hello");
    String message =
        assertThrows(BadInputException.class, () -> colours.predict(text)).getMessage();
    assertEquals(text + neither, message);
    Path missing = folder.resolve("missing.png");
    message = assertThrows(BadInputException.class, () -> colours.predict(missing)).getMessage();
    assertEquals(missing + ": does not exist", message);
  }

  @ParameterizedTest
  @CsvSource({"png, 5", "png, 10", "jpeg, 5", "jpeg, 10"})
  void everyTruncationIsRefused(String format, int type) throws IOException {
    byte[] whole = Pictures.encoded(noise(type), format);
    colours.predict(whole);
    // The last bytes of a PNG are checksums and the mark of its end: the pixels are whole by then.
    int end = format.equals("png") ? whole.length - 30 : whole.length - 1;
    for (int length = 0; length < end; length += 1 + whole.length / 150) {
      refusal(Arrays.copyOf(whole, length));
    }
    refusal(Arrays.copyOf(whole, end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void damageIsRefusedOrDecoded(String format) throws IOException {
    RandomStream random = new Seed(4).stream(format);
    byte[] whole = Pictures.encoded(noise(5), format);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      int reach = i % 2 == 0 ? 64 : damaged.length;
      damaged[random.nextInt(reach)] = (byte) random.nextLong();
      try {
        colours.predict(damaged);
      } catch (BadInputException e) {
        refused++;
      }
    }
    assertTrue(refused > 20, refused + " refused");
  }

  @ParameterizedTest
  @CsvSource({"60000, 60000", "2147483647, 2147483647", "10001, 10000"})
  void hugePicturesAreRefusedByTheirHeader(int width, int height) throws IOException {
    assertEquals(
        "the picture is too large: "
            + width
            + "x"
            + height
            + " pixels, at most 100 megapixels: resize it first",
        refusal(pngHeader(width, height)));
  }

  @Test
  void hugeJpegsAreRefusedByTheirHeader() throws IOException {
    byte[] jpeg = Pictures.encoded(noise(5), "jpeg");
    for (int i = 2; ; i += 2 + ((jpeg[i + 2] & 0xFF) << 8 | (jpeg[i + 3] & 0xFF))) {
      if ((jpeg[i + 1] & 0xFF) == 0xC0) {
        jpeg[i + 5] = jpeg[i + 7] = (byte) 0xEA;
        jpeg[i + 6] = jpeg[i + 8] = 0x60;
        break;
      }
    }
    String message = refusal(jpeg);
    assertTrue(message.contains("too large: 60000x60000 pixels"), message);
  }

  /** A PNG that claims a size and holds nothing but the claim. */
  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    out.writeInt(13);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(chunk);
    fields.writeBytes("IHDR");
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    out.write(chunk.toByteArray());
    CRC32 crc = new CRC32();
    crc.update(chunk.toByteArray());
    out.writeInt((int) crc.getValue());
    out.writeInt(0);
    out.writeBytes("IDAT");
    out.writeInt(0x35AF061E);
    return bytes.toByteArray();
  }
}
