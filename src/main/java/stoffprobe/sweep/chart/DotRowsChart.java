package stoffprobe.sweep.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
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

/** Every run as a dot, their mean as a line with its intervals below, on one axis. */
final class DotRowsChart {

  private static final int ROW = 44;
  private static final int NARROW_ROW = 46;
  private static final int LINE = 15;
  private static final int BELOW = 42;
  private static final double LONGEST_LABEL = 260;

  /** The narrowest section of the axis: half a percentage point. */
  private static final double LEAST = 0.005;

  private final Language language;
  private final int width;
  private final DotTexts texts;
  private final List<DotRow> rows;
  private final HorizontalAxis axis;

  /**
   * @param rows at least one, each with at least one dot
   */
  DotRowsChart(Language language, int width, DotTexts texts, List<DotRow> rows) {
    this.language = language;
    this.width = width;
    this.texts = texts;
    this.rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no rows");
    }
    double[] values =
        DoubleStream.concat(
                texts.differences() ? DoubleStream.of(0) : DoubleStream.empty(),
                rows.stream().flatMapToDouble(DotRowsChart::values))
            .toArray();
    AxisScale scale =
        texts.differences()
            ? AxisScale.around(values, LEAST)
            : AxisScale.within(values, LEAST, 0, 1);
    axis = new HorizontalAxis(scale, narrow() ? 14 : 20 + labels(), width - 26.0);
  }

  private static DoubleStream values(DotRow row) {
    return DoubleStream.concat(
        row.dots().stream().mapToDouble(DotRow.Dot::value),
        row.whiskers().stream().flatMapToDouble(w -> DoubleStream.of(w.low(), w.high())));
  }

  Figure figure(String name) {
    int height = Style.BELOW_TITLE + row() * rows.size() + BELOW;
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, texts.title().in(language));
    double top = Style.BELOW_TITLE;
    double bottom = top + row() * rows.size();
    axis.grid(canvas, top, bottom);
    if (texts.differences()) {
      canvas.setColor(Palette.INK.color());
      canvas.setStroke(Style.line(1));
      canvas.draw(new Line2D.Double(axis.x(0), top, axis.x(0), bottom));
    }
    boolean crowded = (axis.right() - axis.left()) * axis.scale().step() < 44 * span();
    axis.numbers(canvas, bottom, value -> crowded && odd(value) ? "" : tick(value));
    Style.text(
        canvas,
        Style.font(Style.SMALL, Anchor.MIDDLE),
        Palette.INK,
        texts.axis().in(language),
        (axis.left() + axis.right()) / 2,
        bottom + 34);
    for (int i = 0; i < rows.size(); i++) {
      paint(canvas, rows.get(i), top + i * row());
    }
  }

  /** No share is below 0 or above 1, though an interval of a mean may say so. */
  private double x(double value) {
    return axis.x(Math.max(axis.scale().low(), Math.min(axis.scale().high(), value)));
  }

  private double span() {
    return axis.scale().high() - axis.scale().low();
  }

  private boolean odd(double value) {
    return Math.round((value - axis.scale().low()) / axis.scale().step()) % 2 == 1;
  }

  private void paint(Graphics2D canvas, DotRow row, double top) {
    double y = narrow() ? top + 16 + LINE * lines() : top + 14;
    paintLabel(canvas, row, top);
    canvas.setColor(Palette.series(row.series()).color());
    for (DotRow.Dot dot : row.dots()) {
      Markers.draw(canvas, row.series(), axis.x(dot.value()), y);
      Hover.on(canvas, axis.x(dot.value()), y, dot.said() + ": " + exact(dot.value()));
    }
    double below = y + 15;
    canvas.setColor(Palette.series(row.series()).color());
    for (int i = row.whiskers().size() - 1; i >= 0; i--) {
      DotRow.Whisker whisker = row.whiskers().get(i);
      boolean inner = i == 0 && row.whiskers().size() > 1;
      canvas.setStroke(Style.line(inner ? 4.5f : 1.8f));
      canvas.draw(new Line2D.Double(x(whisker.low()), below, x(whisker.high()), below));
    }
    canvas.setStroke(Style.line(2.2f));
    canvas.draw(new Line2D.Double(axis.x(row.mean()), below - 6, axis.x(row.mean()), below + 6));
    Hover.on(canvas, axis.x(row.mean()), below, spoken(row));
  }

  private void paintLabel(Graphics2D canvas, DotRow row, double top) {
    List<String> lines = row.label();
    double y = narrow() ? top + 16 : top + 26 - LINE * (lines.size() - 1) / 2.0;
    for (int i = 0; i < lines.size(); i++) {
      String line = shown(lines.get(i));
      if (narrow()) {
        Style.text(canvas, bold(Anchor.START), Palette.INK, line, 0, y + i * LINE);
      } else {
        Style.text(canvas, bold(Anchor.END), Palette.INK, line, 4 + labels(), y + i * LINE);
      }
    }
  }

  private String tick(double value) {
    int digits = Math.max(0, axis.scale().digits() - 2);
    Numbers numbers = new Numbers(language);
    return texts.differences()
        ? numbers.points(value, digits)
        : numbers.decimal(100 * value, digits);
  }

  private String exact(double value) {
    Numbers numbers = new Numbers(language);
    return texts.differences() ? numbers.points(value, 2) : numbers.percent(value, 2);
  }

  private String spoken(DotRow row) {
    return language.pick("Mittel ", "mean ")
        + exact(row.mean())
        + row.widest()
            .map(
                w ->
                    language.pick(", 95-%-Intervall ", ", 95% interval ")
                        + exact(w.low())
                        + language.pick(" bis ", " to ")
                        + exact(w.high()))
            .orElse("");
  }

  private String describe() {
    return texts.title().in(language)
        + ". "
        + rows.stream()
            .map(
                row ->
                    String.join(" ", row.label())
                        + ": "
                        + row.dots().stream()
                            .map(dot -> exact(dot.value()))
                            .collect(Collectors.joining(", "))
                        + "; "
                        + spoken(row))
            .collect(Collectors.joining(". "))
        + ".";
  }

  private String shown(String line) {
    return Labels.shorten(line, bold(Anchor.START), narrow() ? width : LONGEST_LABEL);
  }

  private double labels() {
    return rows.stream()
        .flatMap(row -> row.label().stream())
        .mapToDouble(line -> Style.width(bold(Anchor.START), shown(line)) * Style.RESERVE)
        .max()
        .orElse(0);
  }

  private int lines() {
    return rows.stream().mapToInt(row -> row.label().size()).max().orElse(1);
  }

  private int row() {
    return narrow() ? NARROW_ROW + LINE * lines() : ROW;
  }

  private boolean narrow() {
    return width <= Style.NARROW;
  }

  private static Font bold(Anchor anchor) {
    return Style.bold(Style.TEXT, anchor);
  }
}
