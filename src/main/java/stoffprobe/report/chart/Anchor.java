package stoffprobe.report.chart;

import java.awt.Font;

/**
 * Which point of a text stays where it is if the reader's font is narrower or wider than the one
 * that the drawing was measured with.
 */
public enum Anchor {
  START("start", 0),
  MIDDLE("middle", 0.5),
  END("end", 1);

  private final String css;
  private final double share;

  Anchor(String css, double share) {
    this.css = css;
    this.share = share;
  }

  String css() {
    return css;
  }

  /** The point's distance from the start of a text, as a share of the text's width. */
  double share() {
    return share;
  }

  /** The anchor that a font carries. */
  static Anchor of(Font font) {
    return font instanceof AnchoredFont anchored ? anchored.anchor() : START;
  }
}
