package io.boxfit.app.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.app.evaluation.LossesJson;
import io.boxfit.search.losses.LossesStudy;
import io.boxfit.search.losses.Starts;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A short study of three places a quarter. */
final class LossesPageTest {
  private static LossesStudy study;

  @BeforeAll
  static void walk() {
    study = LossesStudy.run(new Starts(4), 20, 2, (name, more) -> {});
  }

  private static int count(String text, String what) {
    return text.split(Pattern.quote(what), -1).length - 1;
  }

  @Test
  void jsonHoldsARowALossAndAFigureAPlace() {
    JsonNode tree = LossesJson.tree(study);
    assertEquals(4116, tree.get("pairs").asInt());
    assertEquals(20, tree.get("steps").asInt());
    assertEquals(13, tree.get("losses").size());
    assertEquals(2.25, tree.get("places").get(1).get(0).asDouble());
    for (JsonNode row : tree.get("losses")) {
      double sum = 0;
      for (String share : List.of("home", "stillMoving", "dead", "notANumber")) {
        sum += row.get(share).asDouble();
      }
      assertEquals(1, sum, 1e-12, row.get("loss").asText());
      assertEquals(21, row.get("meanErrors").size());
      assertEquals(3, row.get("homeByPlace").size());
    }
    assertTrue(tree.get("losses").get(0).get("notANumber").asDouble() > 0.5);
  }

  @Test
  void tableIsAlignedAndTellsEveryLoss() {
    List<String> lines = LossesTable.text(study).lines().toList();
    assertEquals(14, lines.size());
    assertEquals(1, lines.stream().mapToInt(String::length).distinct().count());
    assertTrue(lines.get(1).startsWith("lnIou "), lines.get(1));
  }

  /** Nothing is left to fill in, nothing is fetched, and no script runs. */
  @Test
  void pageIsSelfContained() {
    String page = LossesPage.render(study);
    assertFalse(page.contains("{{"));
    assertFalse(page.contains("<script"));
    assertTrue(page.contains("default-src 'none'; img-src data:"));
    assertEquals(13, count(page, "<svg class=\"map\""));
    assertEquals(13, count(page, "href=\"data:image/png;base64,"));
    Matcher addresses = Pattern.compile("(?:href|src)=\"([^\"]*)\"").matcher(page);
    while (addresses.find()) {
      assertTrue(addresses.group(1).startsWith("data:"), addresses.group(1));
    }
    assertEquals(page, LossesPage.render(study));
  }

  @Test
  void pictureIsWellFormedAndShowsEveryLoss() throws XMLStreamException {
    String picture = LossesPicture.render(study);
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(picture));
    int images = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("image")) {
        images++;
      }
    }
    assertEquals(13, images);
    LossesStudy.losses().keySet().forEach(name -> assertTrue(picture.contains(name), name));
  }

  /** Losses that walk alike share a line and a label. */
  @Test
  void sameCurvesAreDrawnOnce() {
    String curves = LossCurves.svg(study, 800, 400);
    assertTrue(curves.contains(">iou, negativeIou</text>"), curves);
    assertTrue(curves.contains(">smoothL1, huber</text>"), curves);
    assertFalse(curves.contains("class=\"curve negativeIou\""), curves);
    assertFalse(curves.contains("NaN"), curves);
  }

  @Test
  void scaleRunsFromVioletToYellow() {
    assertArrayEquals(new int[] {68, 1, 84}, HeatScale.rgb(0));
    assertArrayEquals(new int[] {33, 145, 140}, HeatScale.rgb(0.5));
    assertArrayEquals(new int[] {64, 42, 112}, HeatScale.rgb(0.125));
    assertArrayEquals(new int[] {253, 231, 37}, HeatScale.rgb(1));
  }
}
