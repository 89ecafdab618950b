package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /**
   * Columns written as {@code ours=theirs} pairs with commas between them.
   *
   * @param text for example {@code xmin=left,ymin=top}; may be empty
   * @throws BadInputException if a piece is no pair
   */
  public static Map<String, String> parseColumns(String text) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new BadInputException(
            "columns need the form ours=theirs,..., for example xmin=left; got '" + pair + "'");
      }
      columns.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return columns;
  }

  /** How VOC files count pixels. */
  public enum VocOrigin {
    /** Told from the data. */
    AUTO,
    /** From 1, the last pixel included, as the challenge did: xMin is xmin - 1. */
    ONE,
    /** From 0, the end exclusive, as most labelling tools write. */
    ZERO;

    /** The name that commands use: in lower case. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The origin of that name.
     *
     * @throws BadInputException if there is none; names the nearest
     */
    public static VocOrigin parse(String key) {
      for (VocOrigin origin : values()) {
        if (origin.key().equals(key)) {
          return origin;
        }
      }
      List<String> keys = Arrays.stream(values()).map(VocOrigin::key).toList();
      throw new BadInputException(
          "unknown VOC origin '"
              + key
              + "': did you mean '"
              + NearestName.of(key, keys)
              + "'? It is one of "
              + String.join(", ", keys)
              + ".");
    }
  }
}
