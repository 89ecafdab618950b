package io.boxfit.data.annotation;

import java.util.Map;
import java.util.Optional;

/**
 * What a user says about a folder's annotations instead of letting it speak for itself.
 *
 * @param format empty: recognised from what lies in the folder
 * @param vocOrigin how VOC counts pixels
 * @param columns our column name to the file's, for CSV; empty: recognised from the header
 */
public record ReadOptions(
    Optional<AnnotationFormat> format, VocOrigin vocOrigin, Map<String, String> columns) {

  /** Everything is recognised. */
  public static final ReadOptions AUTOMATIC =
      new ReadOptions(Optional.empty(), VocOrigin.AUTO, Map.of());

  /** Copies the map. */
  public ReadOptions {
    columns = Map.copyOf(columns);
  }

  /** How VOC files count pixels. */
  public enum VocOrigin {
    /** Told from the data. */
    AUTO,
    /** From 1, the last pixel included, as the challenge did: xMin is xmin - 1. */
    ONE,
    /** From 0, the end exclusive, as most labelling tools write. */
    ZERO
  }
}
