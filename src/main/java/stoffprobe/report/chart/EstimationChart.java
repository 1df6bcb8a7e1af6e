package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * Two accuracies and, below them on the same scale, their difference: its zero lies where the lower
 * accuracy is.
 *
 * @see <a href="https://doi.org/10.1136/bmj.292.6522.746">Gardner and Altman 1986, who draw
 *     differences beside the values that they come from</a>
 */
final class EstimationChart {

  /** A model's or the difference's part: its name and value above its mark. */
  private static final int ROW = 44;

  private static final int TEXT = 19;
  private static final int MARK = 30;
  private static final int AXIS = 24;
  private static final int BETWEEN = 16;
  private static final int BELOW = 40;
  private static final int SIDE = 18;

  /** Digits of percent under the mouse; the text has one. */
  private static final int EXACT = 3;

  /** The narrowest section of the axis: two percentage points. */
  private static final double LEAST_RANGE = 2;

  private final Language language;
  private final int width;
  private final Numbers numbers;
  private final Estimate estimate;
  private final Whisker difference;
  private final HorizontalAxis axis;
  private final double zero;

  EstimationChart(Language language, int width, Estimate estimate) {
    this.language = language;
    this.width = width;
    this.numbers = new Numbers(language);
    this.estimate = estimate;
    this.zero = 100 * estimate.behind().accuracy();
    this.difference =
        new Whisker(
            zero + 100 * estimate.lead(),
            zero + 100 * estimate.low(),
            zero + 100 * estimate.high());
    double[] ends = {
      100 * estimate.behind().low(),
      100 * estimate.behind().high(),
      100 * estimate.ahead().low(),
      100 * estimate.ahead().high(),
      difference.low(),
      difference.high()
    };
    this.axis = new HorizontalAxis(AxisScale.around(ends, LEAST_RANGE), SIDE, width - SIDE);
  }

  Figure figure(String name) {
    int height = Style.BELOW_TITLE + 3 * ROW + AXIS + BETWEEN + BELOW;
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    double top = Style.BELOW_TITLE;
    double accuracies = top + 2 * ROW;
    double below = accuracies + AXIS + BETWEEN;
    double bottom = below + ROW;
    axis.grid(canvas, top, accuracies);
    axis.numbers(canvas, accuracies, this::percent);
    paintZero(canvas, top, bottom);
    paint(canvas, estimate.behind(), top);
    paint(canvas, estimate.ahead(), top + ROW);
    text(canvas, named(), difference.value(), below);
    difference.draw(canvas, Palette.INK, 0, axis, below + MARK);
    difference.say(canvas, axis, below + MARK, versus() + ": " + difference(EXACT));
    paintSteps(canvas, bottom);
    Font middle = Style.font(Style.SMALL, Anchor.MIDDLE);
    Style.text(canvas, middle, Palette.INK, axisTitle(), width / 2.0, bottom + 34);
  }

  private void paint(Graphics2D canvas, ModelAccuracy model, double top) {
    Whisker whisker = new Whisker(model.accuracy(), model.low(), model.high()).percent();
    text(canvas, named(model), whisker.value(), top);
    whisker.draw(canvas, Palette.series(model.series()), model.series(), axis, top + MARK);
    String exact =
        numbers.percent(model.accuracy(), EXACT) + range(model.low(), model.high(), EXACT);
    whisker.say(canvas, axis, top + MARK, label(model) + ": " + exact);
  }

  /** The line of no difference, from the lower accuracy down, but not through the texts. */
  private void paintZero(Graphics2D canvas, double top, double bottom) {
    ModelAccuracy ahead = estimate.ahead();
    canvas.setColor(Palette.INK.color());
    canvas.setStroke(Style.dashed(1.2f));
    line(canvas, top + MARK, top + ROW);
    line(canvas, top + ROW + below(named(ahead), 100 * ahead.accuracy()), top + 2 * ROW);
    canvas.setStroke(Style.line(1.5f));
    line(canvas, bottom - ROW + below(named(), difference.value()), bottom);
  }

  private void line(Graphics2D canvas, double from, double to) {
    canvas.draw(new Line2D.Double(axis.x(zero), from, axis.x(zero), to));
  }

  /** How far below a row's top the line begins: under its text if that is in the way. */
  private double below(String text, double value) {
    double half = width(text) / 2 + 4;
    return Math.abs(center(text, value) - axis.x(zero)) < half ? TEXT : 0;
  }

  /** The differences' numbers: the steps of the axis above, counted from zero. */
  private void paintSteps(Graphics2D canvas, double bottom) {
    double step = axis.scale().step();
    Font font = Style.font(Style.SMALL, Anchor.MIDDLE);
    int first = (int) Math.ceil((axis.scale().low() - zero) / step - 1e-9);
    int last = (int) Math.floor((axis.scale().high() - zero) / step + 1e-9);
    for (int i = first; i <= last; i++) {
      double x = axis.x(zero + i * step);
      String number = numbers.points(i * step / 100, axis.scale().digits());
      Style.text(canvas, font, Palette.MUTED, number, x, bottom + HorizontalAxis.NUMBERS);
    }
  }

  /** A text as near above its mark as the drawing's edges let it. */
  private void text(Graphics2D canvas, String text, double value, double top) {
    Style.text(canvas, bold(), Palette.INK, text, center(text, value), top + 15);
  }

  private double center(String text, double value) {
    double half = width(text) / 2;
    return Math.max(half, Math.min(width - half, axis.x(value)));
  }

  private String named(ModelAccuracy model) {
    return label(model) + ": " + accuracy(model);
  }

  private String named() {
    return versus() + ": " + difference();
  }

  private static double width(String text) {
    return Style.width(bold(), text) * Style.RESERVE;
  }

  private static Font bold() {
    return Style.bold(Style.TEXT, Anchor.MIDDLE);
  }

  private String title() {
    return language.pick("Genauigkeit und Unterschied", "Accuracy and difference");
  }

  private String axisTitle() {
    return language.pick(
        "oben: Prozent, unten: Prozentpunkte", "above: percent, below: percentage points");
  }

  private String versus() {
    return label(estimate.ahead()) + " minus " + label(estimate.behind());
  }

  private String percent(double value) {
    return numbers.decimal(value, axis.scale().digits());
  }

  private String accuracy(ModelAccuracy model) {
    return numbers.percent(model.accuracy(), 1);
  }

  private String describe() {
    return title()
        + ". "
        + List.of(estimate.behind(), estimate.ahead()).stream()
            .map(m -> label(m) + ": " + accuracy(m) + range(m.low(), m.high(), 1))
            .reduce((one, other) -> one + "; " + other)
            .orElse("")
        + ". "
        + versus()
        + ": "
        + difference()
        + language.pick(" Prozentpunkte.", " percentage points.");
  }

  private String difference() {
    return difference(1);
  }

  private String difference(int digits) {
    return numbers.points(estimate.lead(), digits)
        + " ("
        + numbers.points(estimate.low(), digits)
        + language.pick(" bis ", " to ")
        + numbers.points(estimate.high(), digits)
        + ")";
  }

  private String range(double low, double high, int digits) {
    return " ("
        + numbers.decimal(100 * low, digits)
        + language.pick(" bis ", " to ")
        + numbers.decimal(100 * high, digits)
        + ")";
  }

  private String label(ModelAccuracy model) {
    return Labels.shorten(ModelLabel.of(model.model()), width / 4.0);
  }
}
