package io.boxfit.bench.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.bench.peer.LineProcess;
import io.boxfit.bench.peer.Python;
import io.boxfit.core.box.Box;
import io.boxfit.doctor.cure.Treatment;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.model.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Small PyTorch programs, on rectangles, ellipses and frames, recorded as users record theirs. The
 * doctor is shown the trace alone.
 */
final class PyTorchWard implements Ward {
  static final int WIDTH = 64;
  static final int HEIGHT = 48;
  private static final double ADAM = 0.001;

  /** Known kinds that are put into further trainings. */
  private static final int MOVED = 24;

  private final Python python;
  private final Path home;
  private final ConcurrentLinkedQueue<LineProcess> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param python that has PyTorch
   * @param home Boxfit's sources
   */
  PyTorchWard(Python python, Path home) {
    this.python = python;
    this.home = home;
  }

  /** One for the Python asked for, or else for a usual one that has PyTorch. */
  static Optional<PyTorchWard> find(Optional<String> wanted) {
    return Python.find(wanted, "torch", "torchvision")
        .map(python -> new PyTorchWard(python, Path.of(System.getProperty("boxfit.home", "."))));
  }

  @Override
  public String name() {
    return "PyTorch";
  }

  @Override
  public List<Base> bases() {
    return Stream.of(
            PyTorchBases.all(),
            LaterPyTorchBases.all(),
            PublishedPyTorchBases.all(),
            OrdinaryPyTorchBases.all(),
            TextbookPyTorchBases.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Injections> injections() {
    List<Injections> inParts = inParts();
    return Stream.of(
            List.of(
                new Injections(PyTorchFaults.all(), PyTorchBases.hosts()),
                new Injections(FurtherPyTorchFaults.all(), PyTorchBases.furtherHosts()),
                new Injections(SlipFaults.all(), PyTorchBases.slipHosts()),
                new Injections(ReadingFaults.all(), PyTorchBases.slipHosts())),
            inParts,
            List.of(
                new Injections(TextbookPyTorchFaults.all(), TextbookPyTorchBases.hosts()),
                new Injections(TextbookSampleFaults.all(), TextbookPyTorchBases.hosts()),
                Moved.of(inParts, MOVED, TextbookPyTorchBases.hosts())))
        .flatMap(List::stream)
        .toList();
  }

  /** Known faults of programs that have a body, a head and a loop of their own. */
  private static List<Injections> inParts() {
    return List.of(
        new Injections(ForwardFaults.all(), LaterPyTorchBases.hosts()),
        new Injections(LossFaults.all(), LaterPyTorchBases.hosts()),
        new Injections(LoopFaults.all(), LaterPyTorchBases.hosts()),
        new Injections(ReaderFaults.all(), LaterPyTorchBases.hosts()),
        new Injections(PublishedNetworkFaults.all(), PublishedPyTorchBases.hosts()),
        new Injections(PublishedSampleFaults.all(), PublishedPyTorchBases.hosts()),
        new Injections(PublishedPyTorchFaults.all(), PublishedPyTorchBases.hosts()),
        new Injections(OrdinaryPyTorchFaults.all(), OrdinaryPyTorchBases.hosts()),
        new Injections(OrdinarySampleFaults.all(), OrdinaryPyTorchBases.hosts()));
  }

  @Override
  public Stay train(List<String> settings, long seed, Path trace) {
    JsonNode answer = ask(settings, seed, trace);
    return Stay.of(
        boxes(answer.get("truth")),
        boxes(answer.get("predicted")),
        WIDTH,
        HEIGHT,
        answer.get("seconds").asDouble());
  }

  /** Trains, and gives the program's whole answer. */
  JsonNode ask(List<String> settings, long seed, Path trace) {
    Map<String, String> request = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      request.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    request.put("seed", String.valueOf(seed));
    request.put("trace", trace.toAbsolutePath().toString());
    LineProcess process = Optional.ofNullable(idle.poll()).orElseGet(this::start);
    JsonNode answer = process.ask(request);
    idle.add(process);
    return answer;
  }

  private LineProcess start() {
    return python.start(
        home.resolve("boxfit-bench/src/main/python/doctor_ward.py"),
        List.of(home.resolve("integrations/pytorch").toString()),
        false);
  }

  private static List<Box> boxes(JsonNode rows) {
    List<Box> boxes = new ArrayList<>();
    for (JsonNode row : rows) {
      boxes.add(new Box(number(row, 0), number(row, 1), number(row, 2), number(row, 3)));
    }
    return boxes;
  }

  private static double number(JsonNode row, int index) {
    return row.get(index).isNull() ? Double.NaN : row.get(index).asDouble();
  }

  @Override
  public Optional<Recipe> recipe(List<String> settings, long seed) {
    return Optional.empty();
  }

  @Override
  public List<String> cure(Diagnosis diagnosis, List<String> settings, long seed) {
    return Treatment.choices(diagnosis)
        .map(treated -> remedies(treated, settings))
        .filter(cure -> !settings.containsAll(cure))
        .findFirst()
        .orElse(List.of());
  }

  /** Where two findings would change one setting, the first one's change holds. */
  private static List<String> remedies(List<Finding> treated, List<String> settings) {
    Map<String, String> cure = new LinkedHashMap<>();
    for (Finding finding : treated) {
      List<String> found =
          remedies(finding.condition(), settings)
              .filter(setting -> !cure.containsKey(key(setting)))
              .toList();
      found.forEach(setting -> cure.put(key(setting), setting));
    }
    return List.copyOf(cure.values());
  }

  private static String key(String setting) {
    return setting.substring(0, setting.indexOf('='));
  }

  private static Stream<String> remedies(Condition condition, List<String> settings) {
    return Stream.of(
            remedy(condition, settings),
            FurtherPyTorchFaults.undone(condition, settings),
            SlipFaults.undone(condition, settings),
            ForwardFaults.undone(condition, settings),
            LossFaults.undone(condition, settings),
            LoopFaults.undone(condition, settings),
            PublishedNetworkFaults.undone(condition, settings),
            PublishedPyTorchFaults.undone(condition, settings),
            OrdinaryPyTorchFaults.undone(condition, settings),
            TextbookPyTorchFaults.undone(condition, settings))
        .flatMap(List::stream);
  }

  /** What the doctor's PyTorch remedies say, as settings of these programs. */
  private static List<String> remedy(Condition condition, List<String> settings) {
    return switch (condition) {
      case INPUTS_NOT_SCALED -> List.of("pixels=unit");
      case TARGETS_NOT_SCALED -> List.of("targets=relative");
      case LOSS_TURNS_NAN, CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP ->
          List.of("loss=giou", "format=cxcywh", "output=sigmoid");
      case SOFTMAX_OUTPUT, DEAD_OUTPUT -> List.of("output=sigmoid");
      case OPTIMIZER_DEFAULT -> List.of("optimizer=adam", "rate=0.001");
      case LEARNING_RATE_TOO_HIGH, SATURATED_OUTPUT, EXPLODING_GRADIENT -> smaller(settings);
      case LEARNING_RATE_TOO_LOW -> List.of("optimizer=adam", "rate=0.001");
      case GRADIENTS_NOT_CLEARED -> List.of("zero_grad=true");
      case ZERO_START, FIRST_WEIGHTS_TOO_LARGE, FIRST_WEIGHTS_TOO_SMALL -> List.of("start=default");
      case DEAD_UNITS -> List.of("activation=leaky", "start=default");
      case DROPOUT_TOO_HIGH -> List.of("dropout=0.2");
      case HEAD_TOO_SMALL -> List.of("units=64");
      case POSITION_LOST -> List.of("pool=none");
      case BATCH_NORM_NOT_SETTLED -> List.of("momentum=0.1");
      case VANISHING_GRADIENT -> List.of("activation=leaky");
      case STOPPED_TOO_EARLY -> List.of("stop=0");
      case LAYERS_NOT_TRAINED -> List.of("body=trained");
      case WEIGHT_DECAY_TOO_HIGH -> List.of("optimizer=adamw", "rate=0.001");
      case TOO_FEW_EPOCHS -> List.of("epochs=" + 3 * (int) number(settings, "epochs", 8));
      default -> List.of();
    };
  }

  /** Adam's default where the rate is far above it; a third of what is not. */
  private static List<String> smaller(List<String> settings) {
    double rate = number(settings, "rate", ADAM);
    return rate > 3 * ADAM
        ? List.of("optimizer=adam", "rate=" + ADAM)
        : List.of(String.format(Locale.ROOT, "rate=%.5f", rate / 3));
  }

  /** The last one that was set. */
  private static double number(List<String> settings, String key, double otherwise) {
    return settings.stream()
        .filter(setting -> setting.startsWith(key + "="))
        .mapToDouble(setting -> Double.parseDouble(setting.substring(key.length() + 1)))
        .reduce((earlier, later) -> later)
        .orElse(otherwise);
  }

  @Override
  public void close() {
    idle.forEach(LineProcess::close);
  }
}
