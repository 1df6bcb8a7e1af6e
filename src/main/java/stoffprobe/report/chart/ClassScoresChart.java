package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** F1, precision and recall of each class as marks on their intervals, a panel a score. */
final class ClassScoresChart {

  private static final double LONGEST_NAME = 170;
  private static final double PANEL_GAP = 44;
  private static final double NAME_GAP = 14;
  private static final double LINE = 9;
  private static final double CLASS_GAP = 9;
  private static final int HEAD = 40;
  private static final int BELOW = 26;

  /** The narrowest section of the axis. */
  private static final double LEAST_RANGE = 0.1;

  /** Marks of a panel up to which each says its value under the mouse. */
  private static final int MOST_SAYING = 100;

  private record Panel(
      String title, Function<ClassScores, List<ClassScores.Score>> scores, HorizontalAxis axis) {}

  private final Language language;
  private final int width;
  private final Numbers numbers;
  private final List<String> names;
  private final List<ClassScores> models;
  private final List<Panel> panels;
  private final SeriesLegend legend;
  private final double row;

  /**
   * A chart of one model or more.
   *
   * @param names of the classes, from top to bottom
   */
  ClassScoresChart(Language language, int width, List<String> names, List<ClassScores> models) {
    this.language = language;
    this.width = width;
    this.numbers = new Numbers(language);
    this.names = List.copyOf(names);
    this.models = List.copyOf(models);
    if (models.stream().anyMatch(m -> m.f1().size() != names.size())) {
      throw new IllegalArgumentException("not a score for each of " + names.size() + " classes");
    }
    this.panels = panels();
    this.legend =
        new SeriesLegend(
            models.stream()
                .map(
                    m ->
                        new SeriesLegend.Entry(
                            Labels.shorten(ModelLabel.of(m.model()), LONGEST_NAME),
                            Palette.series(m.series()),
                            false,
                            m.series()))
                .toList());
    this.row = Math.max(narrow() ? 0 : 24, LINE * models.size() + CLASS_GAP) + name();
  }

  Figure figure(String name) {
    int height = (int) Math.ceil(top() + row * names.size() + BELOW);
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private List<Panel> panels() {
    double left = narrow() ? 12 : nameWidth() + NAME_GAP;
    double right = width - 12;
    List<Panel> drawn = new ArrayList<>();
    int count = narrow() ? 1 : 3;
    double each = (right - left - (count - 1) * PANEL_GAP) / count;
    List<String> titles =
        List.of(
            language.pick("F1-Score", "F1 score"),
            language.pick("Präzision", "Precision"),
            language.pick("Sensitivität (Recall)", "Recall"));
    List<Function<ClassScores, List<ClassScores.Score>>> scores =
        List.of(ClassScores::f1, ClassScores::precision, ClassScores::recall);
    for (int i = 0; i < count; i++) {
      double start = left + i * (each + PANEL_GAP);
      drawn.add(
          new Panel(
              titles.get(i), scores.get(i), new HorizontalAxis(scale(), start, start + each)));
    }
    return drawn;
  }

  private AxisScale scale() {
    double[] ends =
        models.stream()
            .flatMap(m -> Stream.of(m.f1(), m.precision(), m.recall()).flatMap(List::stream))
            .flatMapToDouble(s -> DoubleStream.of(s.value(), s.low(), s.high()))
            .toArray();
    return AxisScale.within(ends, LEAST_RANGE, 0, 1);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    legend.draw(canvas, Style.BELOW_TITLE - 6, width);
    double top = top();
    double bottom = top + row * names.size();
    for (Panel panel : panels) {
      Font bold = Style.bold(Style.TEXT, Anchor.MIDDLE);
      double center = (panel.axis().left() + panel.axis().right()) / 2;
      Style.text(canvas, bold, Palette.INK, panel.title(), center, top - 24);
      panel.axis().grid(canvas, top, bottom);
      panel.axis().numbers(canvas, top - HorizontalAxis.NUMBERS - 6, this::tick);
      panel.axis().numbers(canvas, bottom, this::tick);
    }
    for (int i = 0; i < names.size(); i++) {
      paint(canvas, i, top + i * row);
    }
  }

  private void paint(Graphics2D canvas, int index, double top) {
    canvas.setColor(Palette.GRID.color());
    canvas.setStroke(Style.line(1));
    canvas.draw(new Line2D.Double(1, top, width - 2, top));
    String name = Labels.shorten(names.get(index), narrow() ? width - 8 : LONGEST_NAME);
    if (narrow()) {
      Style.text(
          canvas, Style.font(Style.TEXT, Anchor.START), Palette.INK, name, 0, top + name() - 4);
    } else {
      Font end = Style.font(Style.TEXT, Anchor.END);
      double edge = panels.get(0).axis().left() - NAME_GAP;
      Style.text(canvas, end, Palette.INK, name, edge, top + row / 2 + 4);
    }
    for (Panel panel : panels) {
      double inner = row - name();
      double first = top + name() + (inner - LINE * (models.size() - 1)) / 2;
      for (int m = 0; m < models.size(); m++) {
        ClassScores model = models.get(m);
        ClassScores.Score score = panel.scores().apply(model).get(index);
        double y = first + m * LINE;
        new Whisker(score.value(), score.low(), score.high())
            .draw(canvas, Palette.series(model.series()), model.series(), panel.axis(), y);
        if (names.size() * models.size() <= MOST_SAYING) {
          double wide = panel.axis().right() - panel.axis().left();
          Rectangle2D area = new Rectangle2D.Double(panel.axis().left(), y - LINE / 2, wide, LINE);
          Hover.on(canvas, area, said(name, model, score));
        }
      }
    }
  }

  private String said(String name, ClassScores model, ClassScores.Score score) {
    return Isolated.of(name)
        + ", "
        + ModelLabel.of(model.model())
        + ": "
        + numbers.decimal(score.value(), 3)
        + " ("
        + numbers.decimal(score.low(), 3)
        + language.pick(" bis ", " to ")
        + numbers.decimal(score.high(), 3)
        + ")";
  }

  private String title() {
    return language.pick("Klasse für Klasse", "Class by class");
  }

  private String describe() {
    String best = ModelLabel.of(models.get(0).model());
    return title()
        + language.pick(
            ": F1-Score, Präzision und Sensitivität mit 95-%-Intervall, geordnet nach dem F1-Score von ",
            ": F1 score, precision and recall with 95% interval, in order of the F1 score of ")
        + best
        + language.pick(". Am besten: ", ". Best: ")
        + said(Xml.oneLine(names.get(0)), models.get(0), models.get(0).f1().get(0))
        + language.pick("; am schlechtesten: ", "; worst: ")
        + said(
            Xml.oneLine(names.get(names.size() - 1)),
            models.get(0),
            models.get(0).f1().get(names.size() - 1))
        + language.pick(
            ". Alle Werte stehen in der Tabelle darunter.", ". All values are in the table below.");
  }

  private String tick(double value) {
    return numbers.decimal(value, panels.get(0).axis().scale().digits());
  }

  private double top() {
    return Style.BELOW_TITLE - 6 + legend.height(width) + HEAD;
  }

  private double nameWidth() {
    Font font = Style.font(Style.TEXT, Anchor.END);
    return names.stream()
        .mapToDouble(n -> Style.width(font, Labels.shorten(n, LONGEST_NAME)) * Style.RESERVE)
        .max()
        .orElse(0);
  }

  /** The height that a class's name takes from its row. */
  private int name() {
    return narrow() ? 18 : 0;
  }

  private boolean narrow() {
    return width <= Style.NARROW;
  }
}
