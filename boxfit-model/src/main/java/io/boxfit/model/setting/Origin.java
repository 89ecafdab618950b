package io.boxfit.model.setting;

import io.boxfit.core.BadInputException;

/**
 * Where a setting was written, so that an error can say it.
 *
 * @param name of the file, or the whole option
 * @param rank what beats what
 * @param line from 1; 0 where lines mean nothing
 */
public record Origin(String name, Rank rank, int line) {

  /** Kinds of places; where two set the same key, the later kind wins. */
  public enum Rank {
    /** A value that was not written anywhere. */
    DEFAULT,
    /** A recipe or network that comes with Boxfit. */
    BUILT_IN,
    /** A file of the user. */
    FILE,
    /** An option on the command line. */
    OPTION
  }

  /** A default value, which cannot be wrong. */
  public static final Origin NOWHERE = new Origin("default", Rank.DEFAULT, 0);

  /** A file as a whole. */
  public static Origin file(String name) {
    return new Origin(Quoted.line(name), Rank.FILE, 0);
  }

  /** A resource of Boxfit as a whole. */
  public static Origin builtIn(String name) {
    return new Origin(name, Rank.BUILT_IN, 0);
  }

  /** The option {@code --set} with this argument. */
  public static Origin option(String argument) {
    return new Origin("--set " + Quoted.cut(argument), Rank.OPTION, 0);
  }

  /** A line of the same place; the same for places of one line. */
  public Origin at(int newLine) {
    boolean file = rank == Rank.FILE || rank == Rank.BUILT_IN;
    return file ? new Origin(name, rank, newLine) : this;
  }

  /** Whether both stand in one file, or both among the options. */
  public boolean samePlace(Origin other) {
    return rank == other.rank && (rank == Rank.OPTION || name.equals(other.name));
  }

  /** The error with this place in front, in one line. */
  public BadInputException error(String message) {
    return error(message, null);
  }

  /** The error with this place in front, in one line, and what caused it. */
  public BadInputException error(String message, Throwable cause) {
    return new BadInputException(this + ": " + Quoted.line(message), cause);
  }

  /** For example {@code my.yaml:12} or {@code --set batchSize=0}. */
  @Override
  public String toString() {
    return line > 0 ? name + ":" + line : name;
  }
}
