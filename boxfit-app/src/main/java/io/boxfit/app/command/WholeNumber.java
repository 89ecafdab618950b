package io.boxfit.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers with a range that a wrong one is told. */
abstract class WholeNumber {
  private WholeNumber() {}

  private static long parse(String text, long least, long most) {
    try {
      long value = Long.parseLong(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    String range = most == Long.MAX_VALUE ? "of 64 bits" : "from " + least + " to " + most;
    throw new TypeConversionException("must be a whole number " + range + ", got '" + text + "'");
  }

  /** How many samples. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) parse(text, 1, 10_000_000);
    }
  }

  /** How many threads. */
  static final class Threads implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) parse(text, 1, 1024);
    }
  }

  /** Any seed. */
  static final class Seed implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return parse(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }
}
