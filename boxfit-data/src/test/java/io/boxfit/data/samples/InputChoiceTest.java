package io.boxfit.data.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputChoiceTest {
  private static final Target LARGEST = Target.parse("largest");

  private static AnnotatedPicture picture(
      int width, int height, double boxWidth, double boxHeight) {
    Fault.Place place = new Fault.Place(Path.of("a.csv"), 2);
    Box box = new Box(0, 0, boxWidth, boxHeight);
    return new AnnotatedPicture(
        width + "x" + height + ".png",
        Path.of("none.png"),
        width,
        height,
        List.of(new LabelledBox("it", box, place)),
        Optional.empty(),
        place);
  }

  private static InputChoice choice(AnnotatedPicture... pictures) {
    return InputChoice.of(
        new AnnotatedSet(
            Path.of("."), AnnotationFormat.CSV, List.of(pictures), List.of(), List.of()),
        LARGEST);
  }

  @Test
  void smallPicturesOfOneSizeAreTakenAsTheyAre() {
    assertEquals(
        new InputChoice(300, 200, Resize.STRETCH, 20),
        choice(picture(300, 200, 20, 80), picture(300, 200, 40, 40)));
  }

  /**
   * 20 px of 192 are 10.4% of the longer side: 60 of 600 px are less, and 60 * 224 / 600 = 22.4.
   */
  @Test
  void largerOnesShrinkUntilTheirObjectsWouldBeTooSmall() {
    assertEquals(192, choice(picture(600, 450, 63, 63)).width());
    assertEquals(224, choice(picture(600, 450, 60, 60)).width());
    assertEquals(320, choice(picture(600, 450, 20, 60)).width());
  }

  @Test
  void oneShapeIsKeptAndSeveralAreLetterboxed() {
    InputChoice one = choice(picture(1200, 900, 300, 300), picture(800, 600, 200, 300));
    assertEquals(192, one.width());
    assertEquals(144, one.height());
    assertEquals(Resize.STRETCH, one.resize());
    InputChoice several = choice(picture(1200, 900, 300, 300), picture(600, 900, 200, 300));
    assertEquals(192, several.width());
    assertEquals(192, several.height());
    assertEquals(Resize.LETTERBOX, several.resize());
    // By hand: 300 px become 48 and 48; 200 and 300 become 42.67 and 64. Half their mean is 25.0.
    assertEquals(25.0, several.halfSize(), 0.05);
  }

  /** The smallest tenth may be smaller. */
  @Test
  void aFewSmallObjectsDoNotDecide() {
    List<AnnotatedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pictures.add(picture(1000, 1000 + i, i < 4 ? 10 : 400, 400));
    }
    assertEquals(192, choice(pictures.toArray(AnnotatedPicture[]::new)).width());
  }

  @Test
  void nothingToFindIsSaid() {
    assertThrows(BadInputException.class, InputChoiceTest::choice);
  }
}
