package io.boxfit.data.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final Box SMALL = new Box(5, 5, 10, 10);
  private static final Box LARGE = new Box(20, 0, 60, 30);
  private static final Box AS_LARGE = new Box(0, 40, 30, 80);

  private static final List<LabelledBox> OBJECTS =
      List.of(object("cat", SMALL), object("dog", LARGE), object("cat", AS_LARGE));

  private static LabelledBox object(String label, Box box) {
    return new LabelledBox(label, box, new Fault.Place(Path.of("a.xml"), 0));
  }

  @Test
  void oneOfSeveral() {
    assertEquals(Optional.of(LARGE), Target.parse("largest").of(OBJECTS));
    assertEquals(Optional.of(SMALL), Target.parse("first").of(OBJECTS));
    assertEquals(Optional.of(AS_LARGE), Target.parse("label=cat").of(OBJECTS));
    assertEquals(Optional.of(new Box(0, 0, 60, 80)), Target.parse("union").of(OBJECTS));
    assertEquals(Optional.empty(), Target.parse("only").of(OBJECTS));
    assertEquals(Optional.of(LARGE), Target.parse("only").of(OBJECTS.subList(1, 2)));
    assertEquals(Optional.empty(), Target.parse("label=cow").of(OBJECTS));
    assertEquals(Optional.empty(), Target.parse("largest").of(List.of()));
  }

  @Test
  void anUnknownOneNamesTheNearest() {
    String message =
        assertThrows(BadInputException.class, () -> Target.parse("largst")).getMessage();
    assertTrue(message.contains("did you mean 'largest'"), message);
  }
}
