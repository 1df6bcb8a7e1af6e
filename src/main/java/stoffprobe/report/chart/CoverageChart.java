package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Accuracy against the share of images that is left to a person: a few models on one axis, more of
 * them each beside the most accurate one.
 */
final class CoverageChart {

  /** More bands than this on one axis hide each other. */
  private static final int MOST_TOGETHER = 3;

  private static final int BELOW = 48;

  /** Narrower sections of the axis would blow up noise: two percentage points. */
  private static final double LEAST_RANGE = 2;

  /** Intervals of fewer images than these percent may be wider than the axis. */
  private static final int FEW = 10;

  private final Language language;
  private final int width;
  private final List<ModelCoverage> models;

  CoverageChart(Language language, int width, List<ModelCoverage> models) {
    this.language = language;
    this.width = width;
    this.models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no models");
    }
  }

  Figure figure(String name) {
    int panels = together() ? 1 : models.size();
    PanelGrid grid = new PanelGrid(panels, width, Style.BELOW_SUBTITLE, BELOW);
    SeriesLegend legend = legend();
    int height = grid.height() + legend.height(width);
    return new DrawnFigure(
        name,
        describe(),
        width,
        height,
        canvas -> {
          paint(canvas, grid);
          legend.draw(canvas, grid.height(), width);
        });
  }

  private void paint(Graphics2D canvas, PanelGrid grid) {
    Style.title(canvas, title());
    Style.subtitle(
        canvas,
        language.pick(
            "senkrecht: vom Rest richtig, in Prozent", "up: of the rest right, in percent"));
    List<CoveragePanel> panels = panels(grid.small());
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).draw(canvas, together() ? whole(grid) : grid.data(i));
    }
  }

  /** One panel takes all the width that there is. */
  private Rectangle2D whole(PanelGrid grid) {
    Rectangle2D data = grid.data(0);
    return new Rectangle2D.Double(
        data.getX(), data.getY(), width - PanelGrid.LEFT - CoveragePanel.RIGHT, data.getHeight());
  }

  private List<CoveragePanel> panels(boolean small) {
    List<CoveragePanel.Line> lines = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      lines.add(new CoveragePanel.Line(models.get(i), Palette.series(i), i, true));
    }
    if (together()) {
      return List.of(new CoveragePanel(language, "", scale(), lines, small));
    }
    List<CoveragePanel> panels = new ArrayList<>();
    for (CoveragePanel.Line line : lines) {
      List<CoveragePanel.Line> shown =
          line.model().equals(best())
              ? List.of(line)
              : List.of(new CoveragePanel.Line(best(), Palette.MUTED, 0, false), line);
      panels.add(
          new CoveragePanel(language, ModelLabel.of(line.model().model()), scale(), shown, small));
    }
    return panels;
  }

  private boolean together() {
    return models.size() <= MOST_TOGETHER;
  }

  private ModelCoverage best() {
    return models.stream()
        .max(Comparator.comparingDouble(m -> m.nothingHandedOver().accuracy()))
        .orElseThrow();
  }

  private AxisScale scale() {
    double[] values =
        models.stream()
            .flatMap(m -> m.points().stream())
            .flatMapToDouble(
                p ->
                    p.handedOver() > 100 - FEW
                        ? DoubleStream.of(100 * p.accuracy())
                        : DoubleStream.of(100 * p.accuracy(), 100 * p.low(), 100 * p.high()))
            .toArray();
    return AxisScale.within(values, LEAST_RANGE, 0, 100);
  }

  private SeriesLegend legend() {
    List<SeriesLegend.Entry> entries = new ArrayList<>();
    if (!together()) {
      String best = Labels.shorten(ModelLabel.of(best().model()), width / 3.0);
      String what = language.pick(" (das genaueste Modell)", " (the most accurate model)");
      entries.add(new SeriesLegend.Entry(best + what, Palette.MUTED, true, SeriesLegend.NO_MARKER));
      return new SeriesLegend(entries);
    }
    for (int i = 0; i < models.size(); i++) {
      String name = Labels.shorten(ModelLabel.of(models.get(i).model()), width / 2.0);
      entries.add(new SeriesLegend.Entry(name, Palette.series(i), false, i));
    }
    return new SeriesLegend(entries);
  }

  private String title() {
    return width < Style.WIDTH
        ? language.pick("Genauigkeit bei Abgabe", "Accuracy with hand-over")
        : language.pick(
            "Genauigkeit, wenn unsichere Bilder an einen Menschen gehen",
            "Accuracy where unsure images go to a person");
  }

  private String describe() {
    return title() + ". " + models.stream().map(this::describe).collect(Collectors.joining(" "));
  }

  private String describe(ModelCoverage model) {
    Numbers numbers = new Numbers(language);
    String points =
        model.points().stream()
            .filter(p -> List.of(0, 10, 20, 30, 50).contains(p.handedOver()))
            .sorted(Comparator.comparingInt(ModelCoverage.Point::handedOver))
            .map(
                p ->
                    numbers.percent(p.handedOver() / 100.0, 0)
                        + language.pick(" abgegeben: ", " handed over: ")
                        + numbers.percent(p.accuracy(), 1)
                        + language.pick(" richtig", " right"))
            .collect(Collectors.joining("; "));
    return ModelLabel.of(model.model()) + ": " + points + ".";
  }
}
