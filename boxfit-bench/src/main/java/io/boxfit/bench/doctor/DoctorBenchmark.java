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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
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
      defaultValue = "3",
      description = "Healthy starts of each base (default: 3).")
  private int starts;

  @Option(
      names = "--fault-starts",
      paramLabel = "N",
      defaultValue = "2",
      description = "Starts of each fault in each of two trainings (default: 2).")
  private int faultStarts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "For the trainings and doctor.md; what was trained there is not trained again.")
  private Path out;

  @Option(
      names = "--half",
      paramLabel = "HALF",
      defaultValue = "both",
      description = "set: what thresholds may be set by; reported: all else; both (default).")
  private String half;

  @Option(
      names = "--cure",
      description = "Try the cures, too: up to three further trainings for each patient.")
  private boolean cure;

  @Option(
      names = "--train-only",
      description = "Train, and ask nobody: so that nothing is looked at too early.")
  private boolean trainOnly;

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      description = "A Python with PyTorch and torchvision (default: the first that has them).")
  private String python;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Write the tables into the marked section of this page, too.")
  private Path page;

  private DoctorBenchmark() {}

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (starts < 1 || starts > 100 || faultStarts < 1 || faultStarts > starts) {
      throw new BadInputException(
          "--starts must be in [1, 100] and --fault-starts in [1, starts], got "
              + starts
              + " and "
              + faultStarts);
    }
    Files.createDirectories(out);
    Records records = new Records(out.resolve("trainings"));
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Ward> wards = wards();
    try {
      List<Subject> well = new ArrayList<>();
      List<Subject> ill = new ArrayList<>();
      for (Ward ward : wards) {
        well.addAll(well(ward));
        ill.addAll(ill(ward));
      }
      // What cannot be read must be told before the first training, not after an hour.
      well.forEach(subject -> subject.ward().recipe(subject.settings(), subject.seed()));
      ill.forEach(subject -> subject.ward().recipe(subject.settings(), subject.seed()));
      List<Subject> twins = ill.stream().map(Subject::twin).distinct().toList();
      all(threads, twins, records::of);
      all(threads, well, records::of);
      all(threads, ill, records::of);
      if (!trainOnly) {
        report(threads, new Round(records, cure), well, ill);
      }
    } finally {
      threads.shutdownNow();
      wards.forEach(Ward::close);
    }
    return 0;
  }

  private List<Ward> wards() {
    List<Ward> wards = new ArrayList<>(List.of(new BoxfitWard()));
    Optional<PyTorchWard> found = PyTorchWard.find(Optional.ofNullable(python));
    if (found.isPresent()) {
      wards.add(found.get());
    } else {
      System.err.println(
          "no Python with torch and torchvision was found: Boxfit's trainings alone");
    }
    return wards;
  }

  private List<Subject> well(Ward ward) {
    List<Subject> subjects = new ArrayList<>();
    for (Base base : ward.bases()) {
      for (long seed = 1; seed <= starts; seed++) {
        subjects.add(new Subject(ward, base, Optional.empty(), seed));
      }
    }
    return subjects.stream().filter(wanted()).toList();
  }

  private List<Subject> ill(Ward ward) {
    List<Subject> subjects = new ArrayList<>();
    for (Injections injections : ward.injections()) {
      for (Fault fault : injections.faults()) {
        for (Base base : injections.hosts()) {
          for (long seed = 1; seed <= faultStarts; seed++) {
            subjects.add(new Subject(ward, base, Optional.of(fault), seed));
          }
        }
      }
    }
    return subjects.stream().filter(wanted()).toList();
  }

  private Predicate<Subject> wanted() {
    return switch (half) {
      case "both" -> subject -> true;
      case "set" -> subject -> subject.half() == Half.SET;
      case "reported" -> subject -> subject.half() != Half.SET;
      default -> throw new BadInputException("--half must be set, reported or both, got " + half);
    };
  }

  private void report(ExecutorService threads, Round round, List<Subject> well, List<Subject> ill)
      throws IOException, InterruptedException, ExecutionException {
    List<Visit> visits = new ArrayList<>();
    all(threads, well, round::healthy).forEach(visits::addAll);
    visits.addAll(all(threads, ill, round::faulty));
    String table = DoctorTable.of(visits);
    AtomicFile.write(
        out.resolve("doctor.md").toAbsolutePath(), table.getBytes(StandardCharsets.UTF_8));
    if (page != null) {
      MarkedSection.named("doctor").write(page, table);
    }
    System.out.print(table);
  }

  private interface Work<T> {
    T of(Subject subject);
  }

  private static <T> List<T> all(ExecutorService threads, List<Subject> subjects, Work<T> work)
      throws InterruptedException, ExecutionException {
    List<Future<T>> running = new ArrayList<>();
    for (Subject subject : subjects) {
      running.add(threads.submit(() -> work.of(subject)));
    }
    List<T> done = new ArrayList<>();
    for (Future<T> one : running) {
      done.add(one.get());
      System.err.printf(
          Locale.ROOT,
          "%d of %d: %s%n",
          done.size(),
          running.size(),
          subjects.get(done.size() - 1).key());
    }
    return done;
  }
}
