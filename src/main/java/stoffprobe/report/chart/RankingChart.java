package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The models' accuracies in percent, the best at the top, each with its interval. */
final class RankingChart {

  private static final int ROW = 29;

  /** Where names and values stand above their intervals instead of beside them. */
  private static final int NARROW_ROW = 48;

  private static final int BELOW = 42;
  private static final double LONGEST_NAME = 130;
  private static final int GAP = 14;

  /** Digits of percent under the mouse; the text has one. */
  private static final int EXACT = 3;

  /** The narrowest section of the axis: two percentage points. */
  private static final double LEAST_RANGE = 2;

  private final Language language;
  private final int width;
  private final Numbers numbers;
  private final List<ModelAccuracy> models;
  private final HorizontalAxis axis;

  /**
   * A chart of one model or more.
   *
   * @param models the best first
   */
  RankingChart(Language language, int width, List<ModelAccuracy> models) {
    this.language = language;
    this.width = width;
    this.numbers = new Numbers(language);
    this.models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no models");
    }
    double[] ends =
        models.stream()
            .flatMapToDouble(m -> DoubleStream.of(100 * m.low(), 100 * m.high()))
            .toArray();
    AxisScale scale = AxisScale.within(ends, LEAST_RANGE, 0, 100);
    double left = narrow() ? 16 : GAP + widest(bold(), models.stream().map(this::label).toList());
    double right = narrow() ? 16 : GAP + widest(plain(), models.stream().map(this::value).toList());
    this.axis = new HorizontalAxis(scale, left, width - right);
  }

  Figure figure(String name) {
    int high = Style.BELOW_TITLE + row() * models.size() + BELOW;
    return new DrawnFigure(name, describe(), width, high, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    double top = Style.BELOW_TITLE;
    double bottom = top + row() * models.size();
    axis.grid(canvas, top, bottom);
    axis.numbers(canvas, bottom, v -> numbers.decimal(v, axis.scale().digits()));
    Font middle = Style.font(Style.SMALL, Anchor.MIDDLE);
    double center = (axis.left() + axis.right()) / 2;
    Style.text(canvas, middle, Palette.INK, axisTitle(), center, bottom + 34);
    canvas.setStroke(Style.dashed(1.2f));
    canvas.setColor(Palette.BLUE.color());
    double best = axis.x(100 * models.get(0).accuracy());
    canvas.draw(new Line2D.Double(best, top + row() / 2.0, best, bottom));
    for (int i = 0; i < models.size(); i++) {
      paint(canvas, models.get(i), top + i * row());
    }
  }

  private void paint(Graphics2D canvas, ModelAccuracy model, double top) {
    Palette color = model.level() ? Palette.BLUE : Palette.MUTED;
    Whisker whisker = new Whisker(model.accuracy(), model.low(), model.high()).percent();
    if (narrow()) {
      Font start = Style.bold(Style.TEXT, Anchor.START);
      Style.text(canvas, start, Palette.INK, label(model), 0, top + 14);
      Style.text(
          canvas, Style.font(Style.TEXT, Anchor.END), Palette.INK, value(model), width, top + 14);
      whisker.draw(canvas, color, 0, axis, top + 32);
    } else {
      double y = top + ROW / 2.0;
      Style.text(canvas, bold(), Palette.INK, label(model), axis.left() - GAP, y + 4);
      Style.text(canvas, plain(), Palette.INK, value(model), axis.right() + GAP, y + 4);
      whisker.draw(canvas, color, 0, axis, y);
    }
    double y = narrow() ? top + 32 : top + ROW / 2.0;
    whisker.say(canvas, axis, y, label(model) + ": " + value(model, EXACT));
  }

  private String title() {
    return language.pick("Genauigkeit auf den Testbildern", "Accuracy on the test images");
  }

  private String axisTitle() {
    return language.pick("Prozent, mit 95-%-Intervall", "Percent, with 95% interval");
  }

  private String value(ModelAccuracy model) {
    return value(model, 1);
  }

  private String value(ModelAccuracy model, int digits) {
    return numbers.percent(model.accuracy(), digits)
        + " ("
        + numbers.decimal(100 * model.low(), digits)
        + language.pick(" bis ", " to ")
        + numbers.decimal(100 * model.high(), digits)
        + ")";
  }

  private String describe() {
    return title()
        + language.pick(", mit 95-%-Intervall. ", ", with 95% interval. ")
        + models.stream().map(this::spoken).collect(Collectors.joining("; "))
        + ".";
  }

  private String spoken(ModelAccuracy model) {
    boolean tied = model.level() && !model.equals(models.get(0));
    return label(model)
        + ": "
        + value(model)
        + (tied
            ? language.pick(
                ", vom ersten nicht zu unterscheiden", ", cannot be told apart from the first")
            : "");
  }

  private String label(ModelAccuracy model) {
    return Labels.shorten(ModelLabel.of(model.model()), bold(), LONGEST_NAME);
  }

  private int row() {
    return narrow() ? NARROW_ROW : ROW;
  }

  private boolean narrow() {
    return width <= Style.NARROW;
  }

  private static double widest(Font font, List<String> texts) {
    return texts.stream().mapToDouble(t -> Style.width(font, t) * Style.RESERVE).max().orElse(0);
  }

  private static Font bold() {
    return Style.bold(Style.TEXT, Anchor.END);
  }

  private static Font plain() {
    return Style.font(Style.TEXT, Anchor.START);
  }
}
