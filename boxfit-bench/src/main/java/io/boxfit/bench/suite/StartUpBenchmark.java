package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From {@code boxfit --help} to its end, beside what any JVM needs. */
public final class StartUpBenchmark implements Benchmark {
  private static final int LEAST_ROUNDS = 10;

  @Override
  public void run(Session session) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> help = List.of(session.launcher().toString(), "--help");
    List<String> hello =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            HelloWorld.class.getName());
    List<String> version = List.of(java, "-version");
    List<Double> ours = new ArrayList<>();
    List<Double> helloWorld = new ArrayList<>();
    List<Double> javaVersion = new ArrayList<>();
    for (int round = -1; round < Math.max(LEAST_ROUNDS, session.rounds()); round++) {
      double a = milliseconds(help);
      double b = milliseconds(hello);
      double c = milliseconds(version);
      // The first time reads files from the disk.
      if (round >= 0) {
        ours.add(a);
        helloWorld.add(b);
        javaVersion.add(c);
      }
    }
    session.add(comparison("startUp.hello", ours, new Side("hello world, bare JVM", helloWorld)));
    session.add(comparison("startUp.version", ours, new Side("java -version", javaVersion)));
  }

  private static Comparison comparison(String key, List<Double> ours, Side theirs) {
    return new Comparison(
        key,
        "boxfit --help, start to end",
        "ms",
        Better.LOWER,
        new Side("boxfit --help", ours),
        Optional.of(theirs));
  }

  private static double milliseconds(List<String> command) {
    long begin = System.nanoTime();
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}
