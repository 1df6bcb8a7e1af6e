package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** The time of each training as a bar, epoch after epoch, on one axis of seconds. */
final class TimesChart {

  private static final int ROW = 52;
  private static final int BAR = 20;
  private static final int BELOW = 44;
  private static final int MARGIN = 16;

  /** An epoch needs so many pixels, or the bar shows no single epochs. */
  private static final double LEAST_EPOCH = 3;

  /** A part needs so many pixels to be seen. */
  private static final double LEAST_PART = 0.3;

  private static final int LEGEND_ROW = 20;

  private final Language language;
  private final int width;
  private final List<ModelTime> models;
  private final Numbers numbers;
  private final AxisScale scale;

  TimesChart(Language language, int width, List<ModelTime> models) {
    this.language = language;
    this.width = width;
    this.models = List.copyOf(models);
    this.numbers = new Numbers(language);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no models");
    }
    this.scale = AxisScale.fromZero(models.stream().mapToDouble(ModelTime::total).toArray());
  }

  Figure figure(String name) {
    int height = top() + ROW * models.size() + BELOW;
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private boolean narrow() {
    return width < Style.WIDTH;
  }

  private int top() {
    return Style.BELOW_TITLE + (narrow() ? 3 : 1) * LEGEND_ROW + 8;
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    paintLegend(canvas);
    paintAxis(canvas);
    for (int i = 0; i < models.size(); i++) {
      paintModel(canvas, models.get(i), top() + i * ROW);
    }
  }

  private void paintLegend(Graphics2D canvas) {
    List<Palette> colors = List.of(Palette.BLUE, Palette.ORANGE, Palette.GREY);
    List<String> texts =
        List.of(
            language.pick("Training", "training"),
            language.pick("Prüfung nach jeder Epoche", "checking after each epoch"),
            language.pick("Start, erste Prüfung, Speichern", "start, first check, saving"));
    double x = 0;
    for (int i = 0; i < texts.size(); i++) {
      double y = Style.BELOW_TITLE + (narrow() ? i * LEGEND_ROW : 0);
      fill(canvas, colors.get(i), x, y + 2, 12, 12);
      Font font = Style.font(Style.TEXT, Anchor.START);
      Style.text(canvas, font, Palette.INK, texts.get(i), x + 18, y + 12);
      x += narrow() ? 0 : 18 + Style.width(font, texts.get(i)) * Style.RESERVE + 24;
    }
  }

  private void paintAxis(Graphics2D canvas) {
    double bottom = top() + (double) ROW * models.size();
    long steps = Math.round(scale.high() / scale.step());
    for (long i = 0; i <= steps; i++) {
      double x = x(i * scale.step());
      canvas.setColor(Palette.GRID.color());
      canvas.setStroke(Style.line(1));
      canvas.draw(new Line2D.Double(x, top(), x, bottom));
      if (narrow() && i % 2 == 1) {
        continue;
      }
      String tick = numbers.decimal(i * scale.step(), scale.digits());
      Font font = Style.font(Style.SMALL, Anchor.MIDDLE);
      Style.text(canvas, font, Palette.MUTED, tick, x, bottom + 16);
    }
    String axis = language.pick("Sekunden", "seconds");
    Font font = Style.font(Style.SMALL, Anchor.MIDDLE);
    Style.text(canvas, font, Palette.INK, axis, width / 2.0, bottom + 36);
  }

  private void paintModel(Graphics2D canvas, ModelTime model, double top) {
    Font bold = Style.bold(Style.TEXT, Anchor.START);
    String value = numbers.decimal(model.total(), 1) + " s";
    Font end = Style.font(Style.TEXT, Anchor.END);
    double room = width - Style.width(end, value) * Style.RESERVE - 16;
    String label = Labels.shorten(ModelLabel.of(model.model()), bold, room);
    Style.text(canvas, bold, Palette.INK, label, 0, top + 14);
    Style.text(canvas, end, Palette.INK, value, width, top + 14);
    double y = top + 20;
    double seconds = 0;
    boolean single = (x(model.total()) - x(0)) / model.training().size() >= LEAST_EPOCH;
    int parts = single ? model.training().size() : 1;
    for (int i = 0; i < parts; i++) {
      double training = single ? model.training().get(i) : model.trainingTotal();
      double testing = single ? model.testing().get(i) : model.testingTotal();
      paintPart(canvas, Palette.BLUE, seconds, seconds + training, y);
      paintPart(canvas, Palette.ORANGE, seconds + training, seconds + training + testing, y);
      if (single) {
        say(canvas, i, seconds, training, testing, y);
      }
      seconds += training + testing;
    }
    paintPart(canvas, Palette.GREY, seconds, seconds + model.rest(), y);
  }

  private void say(
      Graphics2D canvas, int place, double from, double training, double testing, double y) {
    double wide = x(from + training + testing) - x(from);
    String said =
        language.pick("Epoche ", "epoch ")
            + (place + 1)
            + language.pick(": Training ", ": training ")
            + numbers.decimal(training, 2)
            + language.pick(" s, Prüfung ", " s, check ")
            + numbers.decimal(testing, 2)
            + " s";
    Hover.on(canvas, new Rectangle2D.Double(x(from), y, wide, BAR), said);
  }

  private void paintPart(Graphics2D canvas, Palette color, double from, double to, double y) {
    double wide = x(to) - x(from);
    if (wide >= LEAST_PART) {
      fill(canvas, color, x(from), y, wide, BAR);
    }
  }

  private static void fill(
      Graphics2D canvas, Palette color, double x, double y, double wide, double high) {
    canvas.setColor(color.color());
    canvas.fill(new Rectangle2D.Double(x, y, wide, high));
  }

  private double x(double seconds) {
    return MARGIN + (width - 2.0 * MARGIN) * seconds / scale.high();
  }

  private String title() {
    return language.pick("Wohin die Zeit ging", "Where the time went");
  }

  private String describe() {
    return title()
        + ". "
        + models.stream().map(this::describe).collect(Collectors.joining("; "))
        + ".";
  }

  private String describe(ModelTime model) {
    return ModelLabel.of(model.model())
        + ": "
        + language.pick("Training ", "training ")
        + numbers.decimal(model.trainingTotal(), 1)
        + " s, "
        + language.pick("Prüfung nach jeder Epoche ", "checking after each epoch ")
        + numbers.decimal(model.testingTotal(), 1)
        + " s, "
        + language.pick("Übriges ", "the rest ")
        + numbers.decimal(model.rest(), 1)
        + " s";
  }
}
