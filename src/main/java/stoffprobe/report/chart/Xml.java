package stoffprobe.report.chart;

/** Free text on its way into a drawing. */
final class Xml {

  private static final String REPLACEMENT = "\uFFFD";

  private Xml() {}

  /** Text as it may stand in an element or, in double quotes, in an attribute. */
  static String escape(String text) {
    return oneLine(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /**
   * Text in one line, with U+FFFD for what XML 1.0 has no way to say: control characters, halves of
   * surrogate pairs, U+FFFE and U+FFFF.
   */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c)) {
                line.append(' ');
              } else if (allowed(c)) {
                line.appendCodePoint(c);
              } else {
                line.append(REPLACEMENT);
              }
            });
    return line.toString();
  }

  private static boolean allowed(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !Character.isISOControl(c) && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
