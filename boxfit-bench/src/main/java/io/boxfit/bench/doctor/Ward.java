package io.boxfit.bench.doctor;

import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.model.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A framework whose trainings the doctor is shown. */
interface Ward extends AutoCloseable {

  /** In tables. */
  String name();

  /** Trainings that work. */
  List<Base> bases();

  /** Changes that make them sick. */
  List<Injections> injections();

  /**
   * Trains on the calling thread.
   *
   * @param settings on top of what all have in common, later ones before earlier ones
   * @param trace file to be written
   */
  Stay train(List<String> settings, long seed, Path trace);

  /** The recipe that the doctor is shown beside the trace, where the framework has one. */
  Optional<Recipe> recipe(List<String> settings, long seed);

  /** Settings that a diagnosis asks for; none where it knows no cure. */
  List<String> cure(Diagnosis diagnosis, List<String> settings, long seed);

  @Override
  void close();
}
