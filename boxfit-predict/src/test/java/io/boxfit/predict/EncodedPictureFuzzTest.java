package io.boxfit.predict;

import io.boxfit.core.random.Seed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodedPictureFuzzTest {
  @TempDir Path folder;

  @Test
  void everyPictureGivesABoxOrOneClearLine() throws IOException {
    List<byte[]> real = new ArrayList<>();
    for (int type : new int[] {5, 6, 10, 11, 12, 13}) {
      real.add(encoded(type, "png"));
    }
    for (int type : new int[] {5, 5, 10, 10}) {
      real.add(encoded(type, "jpeg"));
    }
    Path path = folder.resolve("picture");
    try (BoxPredictor predictor = BoxPredictor.load(TinyModel.colours().bytes())) {
      Fuzzing.run("encoded picture", 1000, real, predictor::predict);
      Fuzzing.run("picture file", 1000, real, input -> predictor.predict(Files.write(path, input)));
    }
  }

  private static byte[] encoded(int type, String format) throws IOException {
    BufferedImage noise = Pictures.random(40, 24, type, new Seed(type).stream("noise"));
    return Pictures.encoded(noise, format);
  }
}
