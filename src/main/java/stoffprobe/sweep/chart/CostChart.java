package stoffprobe.sweep.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import stoffprobe.report.chart.Anchor;
import stoffprobe.report.chart.AxisScale;
import stoffprobe.report.chart.DrawnFigure;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.HorizontalAxis;
import stoffprobe.report.chart.Hover;
import stoffprobe.report.chart.Labels;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Markers;
import stoffprobe.report.chart.Numbers;
import stoffprobe.report.chart.Palette;
import stoffprobe.report.chart.Style;

/** Accuracy against seconds of training: all runs, the means, and a line along the best. */
final class CostChart {

  private static final int HEIGHT = 380;
  private static final int BELOW = 46;
  private static final double LEAST = 0.005;
  private static final double LONGEST_LABEL = 170;

  private final Language language;
  private final int width;
  private final List<CostPoint> points;
  private final HorizontalAxis across;
  private final AxisScale up;
  private final Numbers numbers;

  /**
   * @param points at least one
   */
  CostChart(Language language, int width, List<CostPoint> points) {
    this.language = language;
    this.width = width;
    this.points = points.stream().sorted(Comparator.comparingDouble(CostPoint::seconds)).toList();
    numbers = new Numbers(language);
    across =
        new HorizontalAxis(
            AxisScale.fromZero(points.stream().flatMapToDouble(CostChart::seconds).toArray()),
            narrow() ? 40 : 52,
            width - 18.0);
    up =
        AxisScale.within(
            points.stream().flatMapToDouble(CostChart::accuracies).toArray(), LEAST, 0, 1);
  }

  private static DoubleStream seconds(CostPoint point) {
    return point.runs().stream().mapToDouble(CostPoint.Run::seconds);
  }

  private static DoubleStream accuracies(CostPoint point) {
    return point.runs().stream().mapToDouble(CostPoint.Run::accuracy);
  }

  Figure figure(String name) {
    return new DrawnFigure(name, describe(), width, HEIGHT, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    across.grid(canvas, top(), bottom());
    boolean crowded = (across.right() - across.left()) / steps(across.scale()) < 44;
    across.numbers(
        canvas,
        bottom(),
        value ->
            crowded && Math.round(value / across.scale().step()) % 2 == 1
                ? ""
                : numbers.decimal(value, across.scale().digits()));
    for (int i = 0; i <= steps(up); i++) {
      double value = up.low() + i * up.step();
      canvas.setColor(Palette.GRID.color());
      canvas.setStroke(Style.line(1));
      canvas.draw(new Line2D.Double(across.left(), y(value), across.right(), y(value)));
      Style.text(
          canvas,
          Style.font(Style.SMALL, Anchor.END),
          Palette.MUTED,
          numbers.decimal(100 * value, Math.max(0, up.digits() - 2)),
          across.left() - 8,
          y(value) + 4);
    }
    Font small = Style.font(Style.SMALL, Anchor.MIDDLE);
    double middle = (across.left() + across.right()) / 2;
    String seconds = language.pick("Sekunden Training je Lauf", "seconds of training a run");
    Style.text(canvas, small, Palette.INK, seconds, middle, bottom() + 36);
    Style.text(
        canvas,
        Style.font(Style.SMALL, Anchor.START),
        Palette.INK,
        language.pick("Genauigkeit in %", "accuracy in %"),
        0,
        Style.BELOW_TITLE + 4);
    frontier(canvas);
    points.forEach(point -> paint(canvas, point));
  }

  /** Along those that nothing beats in both. */
  private void frontier(Graphics2D canvas) {
    Path2D line = new Path2D.Double();
    boolean begun = false;
    for (CostPoint point : points) {
      if (point.best()) {
        double x = across.x(point.seconds());
        if (begun) {
          line.lineTo(x, y(point.accuracy()));
        } else {
          line.moveTo(x, y(point.accuracy()));
          begun = true;
        }
      }
    }
    canvas.setColor(Palette.MUTED.color());
    canvas.setStroke(Style.dashed(1.2f));
    canvas.draw(line);
  }

  private void paint(Graphics2D canvas, CostPoint point) {
    canvas.setColor(Palette.series(point.series()).color());
    for (CostPoint.Run run : point.runs()) {
      Markers.draw(canvas, point.series(), across.x(run.seconds()), y(run.accuracy()));
    }
    double x = across.x(point.seconds());
    double y = y(point.accuracy());
    canvas.setStroke(Style.line(2));
    canvas.draw(new Ellipse2D.Double(x - 8, y - 8, 16, 16));
    Hover.on(canvas, x, y, spoken(point));
    if (points.size() <= 10) {
      boolean left = x > (across.left() + across.right()) / 2;
      Font font = Style.bold(Style.SMALL, left ? Anchor.END : Anchor.START);
      String label = Labels.shorten(point.label(), font, LONGEST_LABEL);
      Style.text(canvas, font, Palette.INK, label, x + (left ? -13 : 13), y - 9);
    }
  }

  private double y(double accuracy) {
    return bottom() - (accuracy - up.low()) / (up.high() - up.low()) * (bottom() - top());
  }

  private static long steps(AxisScale scale) {
    return Math.max(1, (long) Math.floor((scale.high() - scale.low()) / scale.step() + 1e-9));
  }

  private static double top() {
    return Style.BELOW_TITLE + 16.0;
  }

  private static double bottom() {
    return HEIGHT - (double) BELOW;
  }

  private String title() {
    return language.pick("Genauigkeit und Aufwand", "Accuracy and cost");
  }

  private String spoken(CostPoint point) {
    return point.label()
        + ": "
        + numbers.percent(point.accuracy(), 2)
        + language.pick(" nach ", " after ")
        + numbers.decimal(point.seconds(), 1)
        + " s";
  }

  private String describe() {
    return title()
        + ". "
        + points.stream().map(this::spoken).collect(Collectors.joining("; "))
        + ".";
  }

  private boolean narrow() {
    return width <= Style.NARROW;
  }
}
