package io.boxfit.app.command;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import io.boxfit.data.letters.LettersPreset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --data} names: {@code letters}, {@code letters:PRESET}, or a folder. */
sealed interface DataSource {

  /** The recipe for it where none is named. */
  String defaultRecipe();

  /** What it says of a recipe, {@code key=value}. */
  List<String> settings();

  /**
   * Synthetic letters.
   *
   * @param preset where one was asked for
   */
  record LettersSource(Optional<LettersPreset> preset) implements DataSource {
    static final String NAME = "letters";

    @Override
    public String defaultRecipe() {
      return "reliable";
    }

    @Override
    public List<String> settings() {
      return preset.map(chosen -> "data.preset=" + chosen.key()).stream().toList();
    }
  }

  /**
   * A folder of annotated pictures.
   *
   * @param folder as it was named
   */
  record FolderSource(Path folder) implements DataSource {

    @Override
    public String defaultRecipe() {
      return "photographs";
    }

    /** The whole path, so that a run goes on from any folder. */
    @Override
    public List<String> settings() {
      return List.of("data.folder.path=" + quoted(folder.toAbsolutePath().normalize().toString()));
    }
  }

  /**
   * Settings that only folders have a use for.
   *
   * @throws BadInputException if there are some, and these are letters
   */
  default List<String> onlyFolders(List<String> settings) {
    if (this instanceof LettersSource && !settings.isEmpty()) {
      throw new BadInputException(
          settings.get(0).replace("data.folder.", "")
              + ": such options are for folders of pictures; letters have no use for them");
    }
    return settings;
  }

  /** Adds one key of a folder's recipe, where it was asked for. */
  static void set(List<String> settings, String key, String value) {
    if (value != null) {
      settings.add("data.folder." + key + "=" + quoted(value));
    }
  }

  /** Text as YAML and JSON write it where it may hold anything. */
  static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /** From the option's text. */
  final class Converter implements ITypeConverter<DataSource> {
    @Override
    public DataSource convert(String text) {
      if (text.equals(LettersSource.NAME)) {
        return new LettersSource(Optional.empty());
      }
      if (text.startsWith(LettersSource.NAME + ":")) {
        return letters(text.substring(LettersSource.NAME.length() + 1));
      }
      Path folder;
      try {
        folder = Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + text + "' is no path");
      }
      if (!Files.isDirectory(folder)) {
        boolean nearlyLetters = NearestName.isNear(text, LettersSource.NAME);
        throw new TypeConversionException(
            (nearlyLetters
                    ? "unknown data '" + text + "', did you mean 'letters'? There is no such folder"
                    : "there is no folder '" + text + "'")
                + "; data are letters, letters:PRESET, or a folder of annotated pictures");
      }
      return new FolderSource(folder);
    }

    private static DataSource letters(String preset) {
      try {
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
