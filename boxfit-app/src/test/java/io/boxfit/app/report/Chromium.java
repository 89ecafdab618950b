package io.boxfit.app.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser of this machine, without a window. */
record Chromium(Path program) {

  /**
   * What a page became.
   *
   * @param dom as HTML, after the page's scripts
   * @param console what the page said there, a line each
   */
  record Visit(String dom, List<String> console) {}

  static Optional<Chromium> find() {
    List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  Visit open(Path page, Path scratch) throws IOException, InterruptedException {
    Path dom = scratch.resolve("dom.html");
    Path log = scratch.resolve("log.txt");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--enable-logging=stderr",
            "--virtual-time-budget=3000",
            "--window-size=1400,900",
            "--dump-dom",
            page.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IOException("the browser did not end: " + Files.readString(log));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return new Visit(
          Files.readString(dom), lines.filter(line -> line.contains("CONSOLE")).toList());
    }
  }
}
