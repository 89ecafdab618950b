package io.boxfit.bench.doctor;

import io.boxfit.bench.report.MarkedSection;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does the doctor find faults that were injected, and leave the healthy alone? */
@Command(
    name = "doctor",
    description = "Inject faults into trainings that work and see what the doctor says.",
    mixinStandardHelpOptions = true)
public final class DoctorBenchmark implements Callable<Integer> {
  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "6",
      description = "Healthy starts of each base; half as many of each fault (default: 6).")
  private int starts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "For visits.jsonl; what is done there already is not done again.")
  private Path out;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Write the tables into the marked section of this page, too.")
  private Path page;

  private DoctorBenchmark() {}

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (starts < 2 || starts > 100) {
      throw new BadInputException("--starts must be in [2, 100], got " + starts);
    }
    Files.createDirectories(out);
    VisitBook book = VisitBook.open(out.resolve("visits.jsonl"));
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Visit> visits = new ArrayList<>(healthy(book, threads));
      visits.addAll(faulty(book, threads));
      String table = DoctorTable.of(visits);
      AtomicFile.write(
          out.resolve("doctor.md").toAbsolutePath(), table.getBytes(StandardCharsets.UTF_8));
      if (page != null) {
        MarkedSection.named("doctor").write(page, table);
      }
      System.out.print(table);
    } finally {
      threads.shutdownNow();
    }
    return 0;
  }

  private List<Visit> healthy(VisitBook book, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Future<List<Visit>>> work = new ArrayList<>();
    for (Base base : Base.all()) {
      for (long seed = 1; seed <= starts; seed++) {
        long start = seed;
        work.add(
            threads.submit(
                () -> once(book, key(base, "", start), () -> Ward.healthy(base, start))));
      }
    }
    return all(work);
  }

  private List<Visit> faulty(VisitBook book, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Future<List<Visit>>> work = new ArrayList<>();
    for (Fault fault : Fault.all()) {
      for (Base base : List.of(Base.ARTICLE_NETWORK, Base.STRIDED)) {
        for (long seed = 1; seed <= starts / 2; seed++) {
          long start = seed;
          double twin = book.of(key(base, "", start)).orElseThrow().get(0).meanIou();
          work.add(
              threads.submit(
                  () ->
                      once(
                          book,
                          key(base, fault.kind(), start),
                          () -> List.of(Ward.faulty(base, fault, start, twin)))));
        }
      }
    }
    return all(work);
  }

  private static String key(Base base, String fault, long seed) {
    return base.name() + "/" + fault + "/" + seed;
  }

  private static List<Visit> once(VisitBook book, String key, Supplier<List<Visit>> work) {
    return book.of(key)
        .orElseGet(
            () -> {
              List<Visit> visits = work.get();
              book.add(key, visits);
              System.err.println(key + ": " + visits.get(0).said());
              return visits;
            });
  }

  private static List<Visit> all(List<Future<List<Visit>>> work)
      throws InterruptedException, ExecutionException {
    List<Visit> all = new ArrayList<>();
    for (Future<List<Visit>> one : work) {
      all.addAll(one.get());
    }
    return all;
  }
}
