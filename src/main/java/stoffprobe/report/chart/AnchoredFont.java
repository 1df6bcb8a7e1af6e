package stoffprobe.report.chart;

import java.awt.Font;

/**
 * A font that knows how its texts are aligned. JFreeChart computes where a text starts and forgets
 * why; its fonts reach the canvas untouched, so they carry the reason.
 */
final class AnchoredFont extends Font {

  private final Anchor anchor;

  AnchoredFont(Font font, Anchor anchor) {
    super(font);
    this.anchor = anchor;
  }

  Anchor anchor() {
    return anchor;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof AnchoredFont o && o.anchor == anchor;
  }

  @Override
  public int hashCode() {
    return super.hashCode() * 31 + anchor.hashCode();
  }
}
