package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** What number the colours of a heat map stand for, the largest at the top. */
record ColorBar(Viridis colors, Language language) {

  private static final int STRIPS = 64;

  void draw(Graphics2D canvas, Rectangle2D bar) {
    double strip = bar.getHeight() / STRIPS;
    for (int i = STRIPS - 1; i >= 0; i--) {
      canvas.setColor(colors.color(colors.high() * (i + 0.5) / STRIPS));
      // each reaches down to the end, so that no ground shines through between them
      double top = bar.getMaxY() - (i + 1) * strip;
      canvas.fill(new Rectangle2D.Double(bar.getX(), top, bar.getWidth(), bar.getMaxY() - top));
    }
    Numbers numbers = new Numbers(language);
    Font font = Style.font(Style.SMALL, Anchor.START);
    double step = AxisScale.counts(colors.high()).step();
    for (int i = 0; i * step <= colors.high(); i++) {
      double y = bar.getMaxY() - i * step / colors.high() * bar.getHeight();
      String count = numbers.count(Math.round(i * step));
      Style.text(canvas, font, Palette.MUTED, count, bar.getMaxX() + 6, y + 4);
    }
  }
}
