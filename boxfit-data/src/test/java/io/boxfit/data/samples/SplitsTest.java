package io.boxfit.data.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplitsTest {
  private static LocatedPicture picture(String name, String content, String part) {
    return new LocatedPicture(
        name,
        Path.of(name),
        100,
        80,
        new Box(10, 10, 50, 40),
        content,
        part.isEmpty() ? Optional.empty() : Optional.of(part));
  }

  private static List<LocatedPicture> many(int count) {
    List<LocatedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(picture("video" + i / 10 + "_" + i + ".png", "content " + i, ""));
    }
    return pictures;
  }

  private static Set<String> names(List<LocatedPicture> pictures) {
    return pictures.stream().map(LocatedPicture::name).collect(Collectors.toSet());
  }

  private static String group(LocatedPicture picture) {
    return picture.name().substring(0, picture.name().indexOf('_'));
  }

  @Test
  void aHashTakesAboutItsShareAndMovesNobodyWhenPicturesAreAdded() {
    SplitRule rule = SplitRule.parse("auto", "", 0.2);
    Splits few = Splits.of(many(1000), rule, 0.1);
    assertEquals(200, few.test().size(), 40);
    assertEquals(80, few.validation().size(), 30);
    assertEquals(1000, few.train().size() + few.validation().size() + few.test().size());
    Splits more = Splits.of(many(1500), rule, 0.1);
    assertTrue(names(more.test()).containsAll(names(few.test())));
    assertTrue(names(more.train()).containsAll(names(few.train())));
  }

  @Test
  void equalContentStaysTogether() {
    List<LocatedPicture> pictures = new ArrayList<>(many(300));
    for (int i = 0; i < 300; i++) {
      pictures.add(picture("copy" + i + ".png", "content " + i, ""));
    }
    Splits splits = Splits.of(pictures, SplitRule.parse("hash", "", 0.3), 0.2);
    Set<String> test = new HashSet<>();
    splits.test().forEach(picture -> test.add(picture.content()));
    splits.train().forEach(picture -> assertTrue(!test.contains(picture.content())));
    splits.validation().forEach(picture -> assertTrue(!test.contains(picture.content())));
    assertEquals(0, splits.test().size() % 2);
  }

  @Test
  void groupsStayTogether() {
    Splits splits = Splits.of(many(600), SplitRule.parse("auto", "^(video[0-9]+)_", 0.3), 0);
    Set<String> test = new HashSet<>();
    splits.test().forEach(picture -> test.add(group(picture)));
    splits.train().forEach(p -> assertTrue(!test.contains(group(p))));
    assertEquals(0, splits.test().size() % 10);
    assertEquals("by groups of names", splits.rule());
  }

  @Test
  void theSetsOwnListsComeFirst() {
    List<LocatedPicture> pictures =
        List.of(
            picture("a", "1", "train"),
            picture("b", "2", "val"),
            picture("c", "3", "test"),
            picture("d", "4", ""));
    Splits splits = Splits.of(pictures, SplitRule.parse("auto", "", 0.2), 0.5);
    assertEquals(Set.of("a"), names(splits.train()));
    assertEquals(Set.of("b"), names(splits.validation()));
    assertEquals(Set.of("c"), names(splits.test()));
    assertEquals("by the set's own lists; pictures in none of them are left out: 1", splits.rule());
  }

  @Test
  void twoListsAreTrainAndTestWhateverTheSecondIsCalled() {
    List<LocatedPicture> pictures =
        List.of(picture("a", "1", "train"), picture("b", "2", "val"), picture("c", "3", "val"));
    Splits splits = Splits.of(pictures, SplitRule.parse("auto", "", 0.2), 0);
    assertEquals(Set.of("b", "c"), names(splits.test()));
    assertEquals(Set.of("a"), names(splits.train()));
  }

  @Test
  void whatCannotBePartedIsSaid() {
    String none =
        assertThrows(
                BadInputException.class,
                () -> Splits.of(many(1), SplitRule.parse("hash", "", 0.2), 0))
            .getMessage();
    assertTrue(none.startsWith("no picture is left "), none);
    String group =
        assertThrows(
                BadInputException.class,
                () -> Splits.of(many(5), SplitRule.parse("group", "frame([0-9]+)", 0.2), 0))
            .getMessage();
    assertTrue(group.startsWith("video0_0.png: --group-by 'frame([0-9]+)' finds nothing"), group);
    assertThrows(BadInputException.class, () -> SplitRule.parse("group", "", 0.2));
    assertThrows(BadInputException.class, () -> SplitRule.parse("auto", "(", 0.2));
    String unknown =
        assertThrows(BadInputException.class, () -> SplitRule.parse("hush", "", 0.2)).getMessage();
    assertTrue(unknown.contains("did you mean 'hash'"), unknown);
  }
}
