package stoffprobe.nightly.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import stoffprobe.nightly.Verdict.Kind;
import stoffprobe.nightly.text.KindText;
import stoffprobe.report.chart.Anchor;
import stoffprobe.report.chart.DrawnFigure;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Hover;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Palette;
import stoffprobe.report.chart.Style;

/** The verdicts of all nights: a lane for each class, the best at the top. */
final class VerdictsChart {

  private static final int LANE = 26;
  private static final int NARROW_NAMES = 160;
  private static final int NAMES = 190;
  private static final double LEAST_APART = 2;
  private static final double LEAST_STRIP = 4;

  private final Language language;
  private final int width;
  private final List<Occasion> nights;

  VerdictsChart(Language language, int width, List<Occasion> nights) {
    this.language = language;
    this.width = width;
    this.nights = List.copyOf(nights);
    if (nights.isEmpty()) {
      throw new IllegalArgumentException("no nights");
    }
  }

  Figure figure(String name) {
    int height = Style.BELOW_TITLE + LANE * Kind.values().length + NightAxis.BELOW;
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    double left = width > Style.NARROW ? NAMES : NARROW_NAMES;
    double right = width - 6.0;
    double top = Style.BELOW_TITLE;
    double bottom = top + LANE * Kind.values().length;
    NightAxis dates = NightAxis.of(nights, left, right);
    dates.draw(canvas, language, top, bottom);
    double y = top - LANE / 2.0;
    for (Kind kind : Kind.values()) {
      y += LANE;
      canvas.setColor(Palette.GRID.color());
      canvas.setStroke(Style.line(1));
      canvas.draw(new Line2D.Double(left, y, right, y));
      VerdictMark.draw(canvas, kind, 7, y, 5);
      String label = KindText.shortName(kind).in(language) + " (" + count(kind) + ")";
      Style.text(canvas, Style.font(Style.TEXT, Anchor.START), Palette.INK, label, 19, y + 4);
      marks(canvas, kind, dates, y);
    }
  }

  private void marks(Graphics2D canvas, Kind kind, NightAxis dates, double y) {
    double drawn = Double.NEGATIVE_INFINITY;
    double said = Double.NEGATIVE_INFINITY;
    for (Occasion night : nights) {
      double x = dates.x(night.started());
      if (night.kind() == kind && x - drawn >= LEAST_APART) {
        VerdictMark.draw(canvas, kind, x, y, 4.6);
        drawn = x;
      }
      if (night.kind() == kind && x - said >= LEAST_STRIP && width > Style.NARROW) {
        said = x;
        Rectangle2D area = new Rectangle2D.Double(x - 5, y - LANE / 2.0, 10, LANE);
        Hover.on(canvas, area, NightAxis.date(night.started(), language));
      }
    }
  }

  private long count(Kind kind) {
    return nights.stream().filter(night -> night.kind() == kind).count();
  }

  private String title() {
    return language.pick("Die Nächte und ihr Urteil", "The nights' verdicts");
  }

  private String describe() {
    return title()
        + ". "
        + Arrays.stream(Kind.values())
            .map(kind -> KindText.shortName(kind).in(language) + ": " + count(kind))
            .collect(Collectors.joining("; "))
        + language.pick("; zuletzt: ", "; last: ")
        + KindText.shortName(nights.get(nights.size() - 1).kind()).in(language)
        + ".";
  }
}
