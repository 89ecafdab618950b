package io.boxfit.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  private static final ReportInput INPUT = SampleReport.good(2000);
  private static final String PAGE = ReportPage.render(INPUT);

  @Test
  void loadsNothingFromAnywhere() {
    String markup = withoutScripts(PAGE);
    Matcher addresses =
        Pattern.compile("\\b(?:src|srcset|href|action|poster)\\s*=\\s*[\"']?([^\"'\\s>]*)")
            .matcher(markup);
    int seen = 0;
    while (addresses.find()) {
      assertTrue(addresses.group(1).startsWith("data:"), addresses::group);
      seen++;
    }
    assertEquals(50, seen, "48 pictures, the sheet of inputs and the page's icon");
    assertFalse(markup.contains("url("));
    assertFalse(markup.contains("@import"));
    assertTrue(markup.contains("default-src 'none'"));
  }

  @Test
  void staysSmall() {
    assertTrue(PAGE.length() < 3_000_000, () -> PAGE.length() + " characters");
  }

  @Test
  void saysWhatThePageIs() {
    assertTrue(PAGE.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    assertTrue(PAGE.contains("<title>Letters, varied, with the recipe reliable</title>"));
    assertTrue(PAGE.contains("name=\"viewport\""));
    assertFalse(withoutScripts(PAGE).contains("{{"), "a place was not filled in");
    assertEquals(48, count(PAGE, "<img [^>]* alt=\"Sample varied/test/\\d+: truth left "));
  }

  @Test
  void holdsTheHeadlineFiguresAndTheRun() {
    String meanIou = Numbers.figure(INPUT.evaluation().metrics().meanIou());
    assertTrue(PAGE.contains("<b>" + meanIou + "</b><span>mean IoU</span>"));
    assertTrue(PAGE.contains("The network looks at the picture:"));
    assertTrue(PAGE.contains("<dt>Engine</dt><dd>PyTorch 2.10.0</dd>"));
    assertTrue(PAGE.contains("  trainCount: 40000\nbatchSize: 32\n</code>"));
  }

  @Test
  void tellsWhatTheNetworkReceived() {
    assertTrue(PAGE.contains("<dd>-1.000 to 1.000, mean 0.2500; pixels become -1 to 1</dd>"));
    assertTrue(PAGE.contains("<dd>3.000 to 197.5, mean 71.00, left, top, right, bottom in pixels"));
    assertTrue(PAGE.contains("<dd>nothing: every number can be a pixel"));
    ReportInput unknown =
        new ReportInput("No", "", Map.of(), List.of(), INPUT.evaluation(), INPUT.data());
    assertTrue(ReportPage.render(unknown).contains("<section aria-labelledby=\"inputs\" hidden>"));
  }

  @Test
  void chartDataAddsUp() throws IOException {
    JsonNode data = data(PAGE);
    int pictures = 0;
    for (JsonNode count : data.get("histogram").get("counts")) {
      pictures += count.asInt();
    }
    assertEquals(2000, pictures);
    assertEquals(1, data.get("histogram").get("atLeast").get(0).asDouble());
    double atHalf = data.get("histogram").get("atLeast").get(10).asDouble();
    assertEquals(INPUT.evaluation().metrics().iouAt50(), atHalf, 1e-12);
    for (String side : new String[] {"left", "top", "right", "bottom"}) {
      JsonNode scatter = data.get("scatter").get(side);
      assertEquals(1500, scatter.get("points").size());
      assertEquals(
          side.equals("left") || side.equals("right") ? 200 : 100, scatter.get("extent").asInt());
    }
    JsonNode curves = data.get("curves");
    assertEquals(600, curves.get("loss").size());
    assertEquals(1, curves.get("loss").get(0).get(0).asInt());
    assertEquals(1200, curves.get("loss").get(599).get(0).asInt());
    assertEquals(24, curves.get("probe").get("validation").size());
  }

  @Test
  void textsFromOutsideStayTexts() throws IOException {
    String page = ReportPage.render(HostileReport.input());
    assertEquals(count(PAGE, "<script"), count(page, "<script"));
    assertEquals(count(PAGE, "<img "), count(page, "<img "));
    assertTrue(page.contains("<title>" + Html.escape(HostileReport.SCRIPT) + "</title>"));
    JsonNode curves = data(page).get("curves");
    assertTrue(curves.get("probe").has(HostileReport.SCRIPT));
    assertTrue(curves.get("loss").get(60).get(1).isNull(), "a loss that is not a number");
  }

  @Test
  void isWrittenWholeAndTheSameEveryTime(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    ReportPage.write(INPUT, file);
    assertEquals(PAGE, Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
    assertThrows(
        UncheckedIOException.class,
        () -> ReportPage.write(INPUT, folder.resolve("missing").resolve("report.html")));
  }

  private static JsonNode data(String page) throws IOException {
    String start = "<script type=\"application/json\" id=\"report-data\">";
    int from = page.indexOf(start) + start.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "");
  }

  private static long count(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }
}
