package io.boxfit.model.setting;

/** What a person wrote, made fit for one line of an error message. */
public final class Quoted {
  private static final int LONGEST = 60;
  private static final int LONGEST_LINE = 600;

  private Quoted() {}

  /** In single quotes, cut where it is long, without control characters. */
  public static String of(String text) {
    return "'" + cut(text) + "'";
  }

  /** Cut where it is long, without control characters. */
  public static String cut(String text) {
    String line = line(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /** Everything that would end or spoil a line becomes a space; what is endless is cut. */
  public static String line(String text) {
    return text.codePoints()
        .limit(LONGEST_LINE)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .map(c -> c == 0x2028 || c == 0x2029 ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
