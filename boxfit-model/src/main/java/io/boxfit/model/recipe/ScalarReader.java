package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Single values of recipe files; what is not exactly of the wanted type is refused. */
final class ScalarReader {
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,5})?");
  private static final int LONGEST_NUMBER = 400;

  private ScalarReader() {}

  static long whole(Setting setting, String name, long low, long high) {
    String text = plain(setting, name, "a whole number");
    if (!WHOLE.matcher(text).matches()) {
      throw wrong(setting, name, "a whole number");
    }
    try {
      long value = Long.parseLong(text);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw setting.origin().error(name + " must fit into 64 bits, got " + setting.described(), e);
    }
    throw wrong(setting, name, "in [" + low + ", " + high + "]");
  }

  static double decimal(Setting setting, String name) {
    String text = plain(setting, name, "a number");
    if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
      throw wrong(setting, name, "a number");
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw wrong(setting, name, "a number below 1.8e308");
    }
    return value;
  }

  static boolean flag(Setting setting, String name) {
    String text = plain(setting, name, "true or false");
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(setting, name, "true or false");
    }
    return text.equals("true");
  }

  static String text(Setting setting, String name) {
    if (setting instanceof Setting.Scalar scalar && !scalar.isNothing()) {
      return scalar.text();
    }
    throw wrong(setting, name, "a word");
  }

  /** The enum constant whose name, in lower camel case, is written. */
  static Object choice(Class<?> type, Setting setting, String name) {
    String text = text(setting, name);
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(c -> constantName((Enum<?>) c)).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      throw setting
          .origin()
          .error(
              name
                  + " must be one of "
                  + String.join(", ", names)
                  + ", got "
                  + Quoted.of(text)
                  + "; did you mean '"
                  + NearestName.of(text, names)
                  + "'?");
    }
    return type.getEnumConstants()[index];
  }

  /** How files write an enum constant: {@code TRAINING_LOSS} as {@code trainingLoss}. */
  static String constantName(Enum<?> constant) {
    return UNDERSCORE
        .matcher(constant.name().toLowerCase(Locale.ROOT))
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  static BadInputException wrong(Setting setting, String name, String wanted) {
    return setting.origin().error(name + " must be " + wanted + ", got " + setting.described());
  }

  private static String plain(Setting setting, String name, String wanted) {
    if (setting instanceof Setting.Scalar scalar && !scalar.quoted() && !scalar.isNothing()) {
      return scalar.text();
    }
    throw wrong(setting, name, wanted);
  }
}
