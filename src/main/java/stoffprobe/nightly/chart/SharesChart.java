package stoffprobe.nightly.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import stoffprobe.nightly.chart.MetricShares.Share;
import stoffprobe.report.chart.Anchor;
import stoffprobe.report.chart.AxisScale;
import stoffprobe.report.chart.DrawnFigure;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.HorizontalAxis;
import stoffprobe.report.chart.Hover;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Markers;
import stoffprobe.report.chart.Numbers;
import stoffprobe.report.chart.Palette;
import stoffprobe.report.chart.Style;

/** Each metric's difference as a share of its tolerance, all on one axis. */
final class SharesChart {

  private static final int ROW = 26;
  private static final int NARROW_ROW = 40;
  private static final int BELOW = 42;
  private static final int LEGEND_ROW = 20;

  /** What lies further out stands at the edge, with an arrow. */
  private static final double FARTHEST = 3;

  private static final double NEAREST = 1.25;

  private final Language language;
  private final int width;
  private final List<MetricShares> metrics;
  private final double reach;
  private final HorizontalAxis axis;

  SharesChart(Language language, int width, List<MetricShares> metrics) {
    this.language = language;
    this.width = width;
    this.metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("no metrics");
    }
    double largest =
        metrics.stream()
            .flatMap(metric -> metric.shares().stream())
            .mapToDouble(share -> Math.abs(share.share()))
            .max()
            .orElse(0);
    reach = Math.min(FARTHEST, Math.max(NEAREST, largest * 1.1));
    double left = narrow() ? 24 : 24 + names();
    double step = reach > 1.6 ? 1 : 0.5;
    double end = Math.floor(reach / step) * step;
    axis = new HorizontalAxis(new AxisScale(-end, end, step), at(left, -end), at(left, end));
  }

  /** Where a share lies, if the axis is to reach from one edge to the other. */
  private double at(double left, double share) {
    double right = width - 24.0;
    return left + (share + reach) / (2 * reach) * (right - left);
  }

  Figure figure(String name) {
    int height = top() + row() * metrics.size() + BELOW;
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    legend(canvas);
    double top = top();
    double bottom = top + row() * metrics.size();
    canvas.setColor(Palette.GRID.color());
    canvas.fill(new Rectangle2D.Double(axis.x(-1), top, axis.x(1) - axis.x(-1), bottom - top));
    axis.grid(canvas, top, bottom);
    line(canvas, Palette.INK, axis.x(0), top, bottom);
    Numbers numbers = new Numbers(language);
    axis.numbers(canvas, bottom, share -> numbers.percent(share, 0));
    Style.text(
        canvas,
        Style.font(Style.SMALL, Anchor.MIDDLE),
        Palette.INK,
        language.pick("Anteil der Toleranz", "share of the tolerance"),
        axis.x(0),
        bottom + 34);
    for (int i = 0; i < metrics.size(); i++) {
      paint(canvas, metrics.get(i), top + i * row());
    }
  }

  private void paint(Graphics2D canvas, MetricShares metric, double top) {
    String name = metric.metric().in(language);
    double y = top + (narrow() ? 28 : ROW / 2.0);
    if (narrow()) {
      Style.text(canvas, Style.font(Style.TEXT, Anchor.START), Palette.INK, name, 0, top + 14);
    } else {
      Style.text(canvas, Style.font(Style.TEXT, Anchor.END), Palette.INK, name, names(), y + 4);
    }
    for (Share share : metric.shares()) {
      canvas.setColor(Palette.series(share.series()).color());
      double shown = Math.max(-reach, Math.min(reach, share.share()));
      if (shown == share.share()) {
        Markers.draw(canvas, share.series(), axis.x(shown), y);
      } else {
        arrow(canvas, axis.x(shown), y, Math.signum(shown));
      }
      if (!narrow()) {
        Hover.on(canvas, axis.x(shown), y, said(name, share));
      }
    }
  }

  private static void arrow(Graphics2D canvas, double x, double y, double way) {
    Path2D arrow = VerdictMark.path(true, x + way * 5, y, x - way * 4, y - 5, x - way * 4, y + 5);
    canvas.fill(arrow);
  }

  private void legend(Graphics2D canvas) {
    Font font = Style.font(Style.TEXT, Anchor.START);
    double x = 0;
    int row = 0;
    for (Share share : models()) {
      double wide = 16 + Style.width(font, share.model()) * Style.RESERVE + 20;
      if (x > 0 && x + wide > width) {
        x = 0;
        row++;
      }
      double y = Style.BELOW_TITLE + LEGEND_ROW * row + 6.0;
      canvas.setColor(Palette.series(share.series()).color());
      Markers.draw(canvas, share.series(), x + 5, y);
      Style.text(canvas, font, Palette.INK, share.model(), x + 16, y + 4);
      x += wide;
    }
  }

  private int legendRows() {
    Font font = Style.font(Style.TEXT, Anchor.START);
    double x = 0;
    int rows = 1;
    for (Share share : models()) {
      double wide = 16 + Style.width(font, share.model()) * Style.RESERVE + 20;
      if (x > 0 && x + wide > width) {
        x = 0;
        rows++;
      }
      x += wide;
    }
    return rows;
  }

  /** Each model once. */
  private List<Share> models() {
    List<Share> models = new ArrayList<>();
    for (MetricShares metric : metrics) {
      for (Share share : metric.shares()) {
        if (models.stream().noneMatch(known -> known.series() == share.series())) {
          models.add(share);
        }
      }
    }
    return models;
  }

  private static void line(Graphics2D canvas, Palette color, double x, double top, double bottom) {
    canvas.setColor(color.color());
    canvas.setStroke(Style.line(1));
    canvas.draw(new Line2D.Double(x, top, x, bottom));
  }

  private String title() {
    return language.pick(
        narrow()
            ? "Abweichung und Toleranz"
            : "Abweichung vom Referenzlauf, gemessen an der Toleranz",
        narrow()
            ? "Difference and tolerance"
            : "Difference from the baseline against its tolerance");
  }

  private String said(String metric, Share share) {
    return metric + ", " + share.model() + ": " + percent(share);
  }

  private String percent(Share share) {
    return Double.isInfinite(share.share())
        ? language.pick("Toleranz null", "tolerance zero")
        : new Numbers(language).percent(share.share(), 0);
  }

  private String describe() {
    return title()
        + ". "
        + metrics.stream()
            .map(
                metric ->
                    metric.metric().in(language)
                        + ": "
                        + metric.shares().stream()
                            .map(share -> share.model() + " " + percent(share))
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private int top() {
    return Style.BELOW_TITLE + LEGEND_ROW * legendRows();
  }

  private int row() {
    return narrow() ? NARROW_ROW : ROW;
  }

  private double names() {
    Font font = Style.font(Style.TEXT, Anchor.START);
    return metrics.stream()
        .mapToDouble(metric -> Style.width(font, metric.metric().in(language)) * Style.RESERVE)
        .max()
        .orElse(0);
  }

  private boolean narrow() {
    return width <= Style.NARROW;
  }
}
