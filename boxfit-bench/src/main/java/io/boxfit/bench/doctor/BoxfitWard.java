package io.boxfit.bench.doctor;

import io.boxfit.data.Dataset;
import io.boxfit.doctor.cure.Cure;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.search.trial.TrialRunner;
import io.boxfit.train.batch.BatchPart;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.loop.Cadence;
import io.boxfit.train.run.LetterData;
import io.boxfit.train.trace.TraceWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Boxfit's own trainings, on letters. A setting {@code samples=...} changes the samples. */
final class BoxfitWard implements Ward {
  private static final String SAMPLES = "samples=";

  /** Known kinds that are put into further trainings. */
  private static final int MOVED = 12;

  @Override
  public String name() {
    return "Boxfit";
  }

  @Override
  public List<Base> bases() {
    return Stream.of(
            Base.all(),
            FurtherBases.all(),
            LaterBases.all(),
            PublishedBoxfitBases.all(),
            OrdinaryBases.all(),
            TextbookBases.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Injections> injections() {
    List<Injections> known =
        List.of(
            new Injections(BoxfitFaults.all(), List.of(Base.ARTICLE_NETWORK, Base.STRIDED)),
            new Injections(FurtherBoxfitFaults.all(), FurtherBases.hosts()),
            new Injections(NetworkFaults.all(), LaterBases.hosts()),
            new Injections(StepFaults.all(), LaterBases.hosts()),
            new Injections(PublishedBoxfitFaults.all(), PublishedBoxfitBases.hosts()),
            new Injections(OrdinaryBoxfitFaults.all(), OrdinaryBases.hosts()));
    return Stream.concat(
            known.stream(),
            Stream.of(
                new Injections(TextbookBoxfitFaults.all(), TextbookBases.hosts()),
                Moved.of(known, MOVED, TextbookBases.hosts())))
        .toList();
  }

  @Override
  public Stay train(List<String> settings, long seed, Path trace) {
    Recipe recipe = recipeOf(settings, seed);
    TrainingData given = given(settings, recipe);
    try (TraceWriter writer = new TraceWriter(trace, new Cadence(recipe.steps()))) {
      TrialResult result =
          TrialRunner.run(recipe, given, LetterData.test(recipe), writer, () -> false)
              .orElseThrow();
      return Stay.of(result.metrics(), result.seconds());
    }
  }

  /** The recipe's own samples, with the fault that is asked for. */
  static TrainingData given(List<String> settings, Recipe recipe) {
    TrainingData data = LetterData.training(recipe);
    return fault(settings).map(fault -> spoiled(data, fault)).orElse(data);
  }

  /** The probe stays as it is: it shows what becomes of pictures that nobody spoiled. */
  private static TrainingData spoiled(TrainingData data, SampleFault fault) {
    List<BatchPart> parts =
        data.parts().stream()
            .map(
                part -> new BatchPart(part.name(), spoiled(part.dataset(), fault), part.perBatch()))
            .toList();
    return new TrainingData(parts, data.probe(), data.probeSplit(), data.digest());
  }

  private static Dataset spoiled(Dataset samples, SampleFault fault) {
    return new SpoiledDataset(samples, fault);
  }

  private static Optional<SampleFault> fault(List<String> settings) {
    return settings.stream()
        .filter(setting -> setting.startsWith(SAMPLES))
        .map(setting -> SampleFault.valueOf(setting.substring(SAMPLES.length())))
        .findFirst();
  }

  @Override
  public Optional<Recipe> recipe(List<String> settings, long seed) {
    return Optional.of(recipeOf(settings, seed));
  }

  static Recipe recipeOf(List<String> settings, long seed) {
    return Base.recipe(
        last(settings).stream().filter(setting -> !setting.startsWith(SAMPLES)).toList(), seed);
  }

  /** Of each key the last setting: another optimiser takes nothing over from the one before. */
  private static Collection<String> last(List<String> settings) {
    Map<String, String> last = new LinkedHashMap<>();
    for (String setting : settings) {
      String key = setting.substring(0, setting.indexOf('='));
      last.remove(key);
      last.put(key, setting);
    }
    return last.values();
  }

  @Override
  public List<String> cure(Diagnosis diagnosis, List<String> settings, long seed) {
    return Cure.of(diagnosis, recipeOf(settings, seed)).settings();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
