package io.boxfit.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens reports in headless Chromium; skipped on machines without one. */
class ReportInBrowserTest {
  /** Goes before everything else in the page. */
  private static final String WATCH =
      """
      <script>
      window.trouble = [];
      addEventListener("error", (e) => trouble.push(String(e.message || e.target)), true);
      addEventListener("unhandledrejection", (e) => trouble.push(String(e.reason)));
      document.addEventListener("securitypolicyviolation", (e) => trouble.push(e.blockedURI));
      </script>
      """;

  /** Goes behind everything else in the page. */
  private static final String MEASURE =
      """
      <script>
      setTimeout(() => {
        const charts = [...document.querySelectorAll(".chart")].map((chart) => {
          const svg = chart.querySelector("svg");
          const size = svg ? svg.getBoundingClientRect() : { width: 0, height: 0 };
          return { id: chart.id, width: size.width, height: size.height, room: chart.clientWidth,
            marks: chart.querySelectorAll("svg path").length };
        });
        parent.postMessage(JSON.stringify({ trouble, charts, width: innerWidth,
          needed: document.documentElement.scrollWidth, evil: window.evil === undefined,
          pictures: [...document.images].filter((i) => i.complete && i.naturalWidth > 0).length,
          overlays: [...document.querySelectorAll(".picture svg")]
            .filter((svg) => svg.getBoundingClientRect().width > 100).length }), "*");
      }, 1500);
      </script>
      """;

  /** Holds the page as a screen does; a browser's own window cannot be as narrow as a phone. */
  private static final String SCREEN =
      """
      <!DOCTYPE html><title>Screen</title>
      <script>addEventListener("message", (e) => { document.body.dataset.seen = e.data; });</script>
      <iframe src="report.html" style="border: 0; width: %dpx; height: 800px"></iframe>
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1280, 375})
  void drawsEverythingWithoutAnError(int width) throws IOException, InterruptedException {
    JsonNode seen = visit(SampleReport.good(600), width);
    assertEquals(width, seen.get("width").asInt());
    assertEquals(9, seen.get("charts").size());
    for (JsonNode chart : seen.get("charts")) {
      assertTrue(chart.get("width").asDouble() > 100, chart::toString);
      assertTrue(chart.get("height").asDouble() > 100, chart::toString);
      assertTrue(chart.get("width").asDouble() <= chart.get("room").asDouble(), chart::toString);
      assertTrue(chart.get("marks").asInt() > 5, chart::toString);
    }
    assertEquals(49, seen.get("pictures").asInt(), "the sheet of inputs, too");
    assertEquals(48, seen.get("overlays").asInt());
    assertTrue(seen.get("needed").asInt() <= width, "the page is wider than the screen");
  }

  @Test
  void namesFromOutsideDoNotBecomeScripts() throws IOException, InterruptedException {
    JsonNode seen = visit(HostileReport.input(), 800);
    assertTrue(seen.get("evil").asBoolean());
  }

  @Test
  void reportWithoutATrainingShowsNoEmptyCharts() throws IOException, InterruptedException {
    ReportInput good = SampleReport.good(5);
    JsonNode seen =
        visit(
            new ReportInput("Five", "", Map.of(), List.of(), good.evaluation(), good.data()), 800);
    for (JsonNode chart : seen.get("charts")) {
      boolean ofTraining = chart.get("id").asText().matches("chart-(probe|loss|rate)");
      assertEquals(ofTraining, chart.get("width").asDouble() == 0, chart::toString);
    }
  }

  private JsonNode visit(ReportInput input, int width) throws IOException, InterruptedException {
    Optional<Chromium> browser = Chromium.find();
    assumeTrue(browser.isPresent(), "skipped: there is no Chromium on this machine");
    Path page = folder.resolve("report.html");
    String html = ReportPage.render(input);
    Files.writeString(
        page,
        html.replaceFirst("<head>", "<head>" + Matcher.quoteReplacement(WATCH))
            .replaceFirst(
                "</body>\\s*</html>\\s*$", Matcher.quoteReplacement(MEASURE + "</body>")));
    Path screen = folder.resolve("screen.html");
    Files.writeString(screen, SCREEN.formatted(width));
    Chromium.Visit visit = browser.get().open(screen, folder);
    assertEquals(List.of(), visit.console());
    Matcher found = Pattern.compile("data-seen=\"([^\"]*)\"").matcher(visit.dom());
    assertTrue(found.find(), "the page did not get as far as being measured");
    JsonNode seen =
        new ObjectMapper().readTree(found.group(1).replace("&quot;", "\"").replace("&amp;", "&"));
    assertFalse(seen.get("trouble").elements().hasNext(), () -> seen.get("trouble").toString());
    return seen;
  }
}
