package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** The models' accuracies in percent, each with its interval. */
final class AccuracyChart {

  private static final int ROW = 40;

  /** Where names and values stand above their intervals instead of beside them. */
  private static final int NARROW_ROW = 56;

  private static final double LONGEST_NAME = 220;
  private static final double LONGEST_NARROW_NAME = 110;
  private static final int GAP = 12;

  /** The narrowest section of the axis: two percentage points. */
  private static final double LEAST_RANGE = 2;

  private final Language language;
  private final int width;
  private final Numbers numbers;
  private final List<ModelAccuracy> models;
  private final IntervalPlot intervals;

  AccuracyChart(Language language, int width, List<ModelAccuracy> models) {
    this.language = language;
    this.width = width;
    this.numbers = new Numbers(language);
    this.models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no models");
    }
    List<IntervalPlot.Interval> rows =
        models.stream()
            .map(m -> new IntervalPlot.Interval(100 * m.accuracy(), 100 * m.low(), 100 * m.high()))
            .toList();
    double[] ends = rows.stream().flatMapToDouble(AccuracyChart::ends).toArray();
    String axis =
        language.pick(
            "Genauigkeit in Prozent, mit 95-%-Intervall", "Accuracy in percent, with 95% interval");
    this.intervals = new IntervalPlot(rows, AxisScale.within(ends, LEAST_RANGE, 0, 100), axis);
  }

  Figure figure(String name) {
    int row = narrow() ? NARROW_ROW : ROW;
    int high = row * models.size();
    Rectangle2D data =
        narrow() ? new Rectangle2D.Double(16, Style.BELOW_TITLE, width - 32, high) : beside(high);
    int height = Style.BELOW_TITLE + high + IntervalPlot.BELOW;
    return new DrawnFigure(name, describe(), width, height, canvas -> paint(canvas, data));
  }

  private Rectangle2D beside(int high) {
    double left = GAP + widest(models.stream().map(this::label).toList(), bold());
    double right = GAP + widest(models.stream().map(this::value).toList(), plain());
    return new Rectangle2D.Double(left, Style.BELOW_TITLE, width - left - right, high);
  }

  private boolean narrow() {
    return width < Style.WIDTH;
  }

  private void paint(Graphics2D canvas, Rectangle2D data) {
    Style.title(canvas, title());
    Style.draw(canvas, intervals.plot(numbers), data);
    for (int i = 0; i < models.size(); i++) {
      String value = value(models.get(i));
      if (narrow()) {
        double base = data.getY() + i * NARROW_ROW + 14;
        Font start = Style.bold(Style.TEXT, Anchor.START);
        Font end = Style.font(Style.TEXT, Anchor.END);
        Style.text(canvas, start, Palette.INK, label(models.get(i)), 0, base);
        Style.text(canvas, end, Palette.INK, value, width, base);
        continue;
      }
      double base = data.getY() + (i + 0.5) * ROW + 4;
      Style.text(canvas, bold(), Palette.INK, label(models.get(i)), data.getX() - GAP, base);
      Style.text(canvas, plain(), Palette.INK, value, data.getMaxX() + GAP, base);
    }
  }

  private String value(ModelAccuracy model) {
    return numbers.percent(model.accuracy(), 2)
        + " ("
        + numbers.decimal(100 * model.low(), 2)
        + language.pick(" bis ", " to ")
        + numbers.decimal(100 * model.high(), 2)
        + ")";
  }

  private String title() {
    return language.pick("Genauigkeit auf den Testbildern", "Accuracy on the test images");
  }

  private String describe() {
    return title()
        + language.pick(", mit 95-%-Intervall. ", ", with 95% interval. ")
        + models.stream().map(m -> label(m) + ": " + value(m)).collect(Collectors.joining("; "))
        + ".";
  }

  private String label(ModelAccuracy model) {
    double longest = narrow() ? LONGEST_NARROW_NAME : LONGEST_NAME;
    return Labels.shorten(ModelLabel.of(model.model()), bold(), longest);
  }

  private static double widest(List<String> texts, Font font) {
    return texts.stream().mapToDouble(t -> Style.width(font, t)).max().orElse(0);
  }

  private static java.util.stream.DoubleStream ends(IntervalPlot.Interval row) {
    return java.util.stream.DoubleStream.of(row.value(), row.low(), row.high());
  }

  private static Font bold() {
    return Style.bold(Style.TEXT, Anchor.END);
  }

  private static Font plain() {
    return Style.font(Style.TEXT, Anchor.START);
  }
}
