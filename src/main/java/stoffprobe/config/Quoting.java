package stoffprobe.config;

import java.util.Locale;

/** Foreign text within a message: on one line, of bearable length, nothing invisible in it. */
final class Quoting {

  private static final int LONGEST = 60;

  private Quoting() {}

  static String quoted(String text) {
    return '"' + plain(text) + '"';
  }

  static String plain(String text) {
    return text.codePointCount(0, text.length()) > LONGEST
        ? visible(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "..."
        : visible(text);
  }

  /** The whole text on one line. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (isInvisible(point)) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  /** Whether a terminal or a CSV reader would take {@code point} for more than a character. */
  static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
