package stoffprobe.report.chart;

import java.awt.Font;

/** Free texts that have to fit into a given room. */
public final class Labels {

  private static final String ELLIPSIS = "\u2026";

  /** No room here holds more letters; measuring more would only take time. */
  private static final int LONGEST = 200;

  private Labels() {}

  public static String shorten(String text, double width) {
    return shorten(text, Style.font(Style.SMALL, Anchor.START), width);
  }

  /**
   * The text in one line, its middle left out if it is wider than {@code width} pixels: names that
   * start alike often differ at their ends.
   */
  public static String shorten(String text, Font font, double width) {
    String line = Xml.oneLine(text);
    if (Style.width(font, line) <= width) {
      return line;
    }
    int[] letters = line.codePoints().toArray();
    for (int kept = Math.min(letters.length - 1, LONGEST); kept > 1; kept--) {
      int head = (kept + 1) / 2;
      int tail = kept - head;
      String shorter =
          new String(letters, 0, head).strip()
              + ELLIPSIS
              + new String(letters, letters.length - tail, tail).strip();
      if (Style.width(font, shorter) <= width) {
        return shorter;
      }
    }
    return ELLIPSIS;
  }
}
