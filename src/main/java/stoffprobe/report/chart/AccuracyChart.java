package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** The models' accuracies in percent, each with its interval. */
final class AccuracyChart {

  private static final int ROW = 40;
  private static final double LONGEST_NAME = 220;
  private static final int GAP = 12;

  /** The narrowest section of the axis: two percentage points. */
  private static final double LEAST_RANGE = 2;

  private final Language language;
  private final Numbers numbers;
  private final List<ModelAccuracy> models;
  private final IntervalPlot intervals;

  AccuracyChart(Language language, List<ModelAccuracy> models) {
    this.language = language;
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
    double left = GAP + widest(models.stream().map(AccuracyChart::label).toList(), bold());
    double right = GAP + widest(models.stream().map(this::value).toList(), plain());
    double width = Style.WIDTH - left - right;
    Rectangle2D data = new Rectangle2D.Double(left, Style.BELOW_TITLE, width, ROW * models.size());
    int height = Style.BELOW_TITLE + ROW * models.size() + IntervalPlot.BELOW;
    return new DrawnFigure(name, describe(), Style.WIDTH, height, canvas -> paint(canvas, data));
  }

  private void paint(Graphics2D canvas, Rectangle2D data) {
    Style.title(canvas, title());
    Style.draw(canvas, intervals.plot(numbers), data);
    for (int i = 0; i < models.size(); i++) {
      double base = data.getY() + (i + 0.5) * ROW + 4;
      String value = value(models.get(i));
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

  private static String label(ModelAccuracy model) {
    return Labels.shorten(ModelLabel.of(model.model()), bold(), LONGEST_NAME);
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
