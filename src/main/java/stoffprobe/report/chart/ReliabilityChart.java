package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** A reliability diagram for each model, with the number of images in each bin below it. */
final class ReliabilityChart {

  /** Room below a panel's data: bars, ticks, and the gap to the next row. */
  private static final int BELOW = 122;

  /** Width of the figure of a single model. */
  private static final int ALONE = 500;

  private static final int HISTOGRAM_GAP = 8;
  private static final int HISTOGRAM = 54;

  private final Language language;
  private final int width;
  private final List<ModelReliability> models;

  ReliabilityChart(Language language, int width, List<ModelReliability> models) {
    this.language = language;
    this.width = width;
    this.models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no models");
    }
  }

  Figure figure(String name) {
    PanelGrid grid = new PanelGrid(models.size(), width, Style.BELOW_SUBTITLE, BELOW);
    int shown = models.size() == 1 ? Math.min(width, ALONE) : width;
    return new DrawnFigure(name, describe(), shown, grid.height(), canvas -> paint(canvas, grid));
  }

  private void paint(Graphics2D canvas, PanelGrid grid) {
    Style.title(canvas, title());
    Style.subtitle(
        canvas,
        language.pick("senkrecht: davon richtig, in Prozent", "up: of these right, in percent"));
    for (int i = 0; i < models.size(); i++) {
      Rectangle2D data = grid.data(i);
      Rectangle2D bars =
          new Rectangle2D.Double(
              data.getX(), data.getMaxY() + HISTOGRAM_GAP, data.getWidth(), HISTOGRAM);
      new ReliabilityPanel(language, models.get(i), Palette.series(i), grid.small())
          .draw(canvas, data, bars);
    }
  }

  private String title() {
    return width < Style.WIDTH
        ? language.pick("Zuverlässigkeit", "Reliability")
        : language.pick(
            "Zuverlässigkeit: Wie oft stimmt, was das Modell sagt?",
            "Reliability: how often is the model right?");
  }

  private String describe() {
    return language.pick(
            "Zuverlässigkeitsdiagramme: je Stufe der genannten Wahrscheinlichkeit der Anteil"
                + " richtiger Antworten, mit 95-%-Intervall. ",
            "Reliability diagrams: for each bin of the stated probability the share of right"
                + " answers, with 95% interval. ")
        + models.stream().map(this::describe).collect(Collectors.joining(" "));
  }

  private String describe(ModelReliability model) {
    Numbers numbers = new Numbers(language);
    String bins =
        model.bins().stream()
            .map(
                bin ->
                    numbers.percent(bin.confidence(), 0)
                        + language.pick(" genannt, ", " stated, ")
                        + numbers.percent(bin.accuracy(), 0)
                        + language.pick(" richtig", " right"))
            .collect(Collectors.joining("; "));
    return ModelLabel.of(model.model()) + ": " + bins + ".";
  }
}
