package io.boxfit.model.setting;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.GivenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that people write: small, UTF-8. */
public final class SettingFile {
  private static final int LARGEST = 1 << 20;

  private SettingFile() {}

  /**
   * The file's tree.
   *
   * @throws BadInputException if there is no such file, it is a folder, unreadable, larger than 1
   *     MiB, not UTF-8, empty or not YAML
   */
  public static Setting read(Path file) {
    Origin origin = Origin.file(file.toString());
    return parse(text(file, origin), origin);
  }

  /**
   * The tree of a text that must hold something.
   *
   * @throws BadInputException if it is empty or not YAML
   */
  public static Setting parse(String text, Origin origin) {
    return SettingText.read(text, origin).orElseThrow(() -> origin.error("is empty"));
  }

  private static String text(Path file, Origin origin) {
    GivenFile.require(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw origin.error("is larger than 1 MiB, too large for a file of settings");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw origin.error("is not UTF-8 text", e);
    } catch (IOException e) {
      throw GivenFile.unreadable(file, e);
    }
  }
}
