package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.data.letters.LettersPreset;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --data} names: {@code letters}, or {@code letters:PRESET}.
 *
 * @param preset where one was asked for
 */
record LettersSource(Optional<LettersPreset> preset) {
  private static final String NAME = "letters";

  /** From the option's text. */
  static final class Converter implements ITypeConverter<LettersSource> {
    @Override
    public LettersSource convert(String text) {
      if (text.equals(NAME)) {
        return new LettersSource(Optional.empty());
      }
      if (!text.startsWith(NAME + ":")) {
        throw new TypeConversionException(
            "unknown data '"
                + text
                + "', did you mean 'letters'? Data are letters or letters:PRESET");
      }
      try {
        String preset = text.substring(NAME.length() + 1);
        return new LettersSource(Optional.of(LettersPreset.parse(preset)));
      } catch (BadInputException e) {
        throw new TypeConversionException(withoutStop(e.getMessage()));
      }
    }

    private static String withoutStop(String sentence) {
      return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
  }
}
