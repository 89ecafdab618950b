package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.PyTorchPrograms;
import io.boxfit.bench.doctor.PyTorchTraining;
import io.boxfit.bench.doctor.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trainings that scenes share: each is run once, on the calling thread. */
final class Stage implements AutoCloseable {
  private final Map<String, Training> done = new HashMap<>();
  private final Map<List<String>, PyTorchTraining> programs = new HashMap<>();
  private Optional<PyTorchPrograms> pyTorch = Optional.empty();
  private boolean sought;

  /** A training that works. */
  Training healthy(Base base) {
    return training(base, List.of(), 1);
  }

  /**
   * A training.
   *
   * @param change to the training that works
   * @param seed of the start
   */
  Training training(Base base, List<String> change, long seed) {
    String key = base.name() + " " + change + " " + seed;
    return done.computeIfAbsent(key, unknown -> Training.of(base, change, seed));
  }

  /** Whether a scene finds here what it takes. */
  boolean has(Scene scene) {
    return !scene.pyTorch() || pyTorch().isPresent();
  }

  /** A small PyTorch program, and a change to it. */
  PyTorchTraining program(Base base, List<String> change) {
    List<String> settings = new ArrayList<>(base.options());
    settings.addAll(change);
    return programs.computeIfAbsent(settings, unknown -> pyTorch().orElseThrow().train(settings));
  }

  /** Looked for when first needed: an import of PyTorch takes seconds. */
  private Optional<PyTorchPrograms> pyTorch() {
    if (!sought) {
      pyTorch = PyTorchPrograms.find();
      sought = true;
    }
    return pyTorch;
  }

  @Override
  public void close() {
    pyTorch.ifPresent(PyTorchPrograms::close);
  }
}
