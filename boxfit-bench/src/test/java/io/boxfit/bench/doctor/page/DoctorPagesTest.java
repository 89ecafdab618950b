package io.boxfit.bench.doctor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.bench.drawing.Sheet;
import io.boxfit.doctor.diagnosis.Condition;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class DoctorPagesTest {
  private static final Path PAGES = Path.of("../docs/doctor");
  private static final int LARGEST = 40_000;

  @Test
  void thePagesAreThoseOfTheConditions() throws IOException {
    for (Condition condition : Condition.values()) {
      Path page = PAGES.resolve(condition.code() + ".md");
      assertEquals(
          DoctorPages.page(condition),
          Files.readString(page),
          page + " is old: boxfit-bench/run doctor-pages --out docs/doctor writes it anew");
    }
  }

  @Test
  void everyConditionHasOneScene() {
    List<Condition> shown = Scenes.all().stream().map(Scene::condition).sorted().toList();
    assertEquals(List.of(Condition.values()), shown);
  }

  @Test
  void everyPictureThatAPageShowsIsThere() throws IOException {
    for (Scene scene : Scenes.all()) {
      String image = "images/" + scene.condition().code() + ".png";
      assertTrue(DoctorPages.page(scene.condition()).contains("](" + image + ")"), image);
      byte[] bytes = Files.readAllBytes(PAGES.resolve(image));
      assertSheet(bytes, image);
      assertTrue(bytes.length < LARGEST, image + " has " + bytes.length + " bytes");
    }
  }

  @Test
  void aSceneIsPlayedAndDrawn() throws IOException {
    Scene scene = Scenes.of(Condition.TOWARD_THE_MEAN);
    try (Stage stage = new Stage()) {
      Shown shown = scene.play().apply(stage);
      assertTrue(shown.shows(Condition.TOWARD_THE_MEAN), "" + shown.said());
      assertSheet(shown.sheet().png(), "" + scene);
    }
  }

  private static void assertSheet(byte[] png, String name) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(Sheet.WIDTH, image.getWidth(), name);
    assertEquals(Sheet.HEIGHT, image.getHeight(), name);
    int[] pixels = image.getRGB(0, 0, Sheet.WIDTH, Sheet.HEIGHT, null, 0, Sheet.WIDTH);
    long colors = Arrays.stream(pixels).distinct().count();
    assertTrue(colors > 8, name + " is blank");
  }
}
