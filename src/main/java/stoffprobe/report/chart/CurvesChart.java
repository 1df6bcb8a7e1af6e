package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Loss, macro-F1 and accuracy by epoch, side by side: of one model, or of several together. */
final class CurvesChart {

  /** More lines than this in the loss panel are named in a legend and not at their ends. */
  private static final int MOST_NAMED_LINES = 4;

  private static final int DATA_HEIGHT = 230;
  private static final int LEFT = 44;
  private static final int GAP = 14;

  /** The narrowest section of a score's axis: two percentage points. */
  private static final double LEAST_SCORE_RANGE = 0.02;

  private final Language language;
  private final Numbers numbers;
  private final List<ModelCurves> models;
  private final boolean named;

  CurvesChart(Language language, List<ModelCurves> models) {
    this.language = language;
    this.numbers = new Numbers(language);
    this.models = List.copyOf(models);
    this.named = 2 * models.size() <= MOST_NAMED_LINES;
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no models");
    }
  }

  Figure figure(String name, String title) {
    List<CurvePanel> panels = panels();
    SeriesLegend legend = legend();
    int top = Style.BELOW_TITLE + CurvePanel.ABOVE;
    int below = top + DATA_HEIGHT + CurvePanel.BELOW;
    int height = below + legend.height(Style.WIDTH);
    Painter painter =
        canvas -> {
          Style.title(canvas, title);
          draw(canvas, panels, top);
          legend.draw(canvas, below, Style.WIDTH);
        };
    return new DrawnFigure(name, CurvesText.of(language, models), Style.WIDTH, height, painter);
  }

  private void draw(Graphics2D canvas, List<CurvePanel> panels, int top) {
    double[] ends = panels.stream().mapToDouble(CurvesChart::endWidth).toArray();
    double used = LEFT * 3 + GAP * 2 + ends[0] + ends[1] + ends[2];
    double width = (Style.WIDTH - used) / 3;
    double x = 0;
    for (int i = 0; i < 3; i++) {
      Rectangle2D data = new Rectangle2D.Double(x + LEFT, top, width, DATA_HEIGHT);
      panels.get(i).draw(canvas, data, language);
      x += LEFT + width + ends[i] + GAP;
    }
  }

  private static double endWidth(CurvePanel panel) {
    return EndLabels.width(panel.curves().stream().map(Curve::label).toList());
  }

  private List<CurvePanel> panels() {
    String watched = models.get(0).watched(language);
    List<Curve> loss = new ArrayList<>();
    List<Curve> f1 = new ArrayList<>();
    List<Curve> accuracy = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      loss.add(curve(i, EpochPoint::trainLoss, true, language.pick("Training", "training")));
      loss.add(curve(i, EpochPoint::testLoss, false, watched));
      f1.add(curve(i, EpochPoint::macroF1, false, ""));
      accuracy.add(curve(i, EpochPoint::accuracy, false, ""));
    }
    AxisScale scores =
        AxisScale.within(
            values(Stream.concat(f1.stream(), accuracy.stream()).toList()),
            LEAST_SCORE_RANGE,
            0,
            1);
    String batches = watched + language.pick(", Mittel der Batches", ", mean over batches");
    return List.of(
        new CurvePanel(
            "Loss",
            language.pick("Training und ", "training and ") + watched,
            AxisScale.fromZero(values(loss)),
            loss,
            new TurnMarks(models)),
        new CurvePanel(language.pick("Makro-F1", "Macro F1"), batches, scores, f1, TurnMarks.NONE),
        new CurvePanel(
            language.pick("Genauigkeit (Accuracy)", "Accuracy"),
            batches,
            scores,
            accuracy,
            TurnMarks.NONE));
  }

  private Curve curve(int i, ToDoubleFunction<EpochPoint> value, boolean training, String part) {
    ModelCurves model = models.get(i);
    return new Curve(label(model, value, part), model, value, color(i, training), training, i);
  }

  private String label(ModelCurves model, ToDoubleFunction<EpochPoint> value, String part) {
    if (!named) {
      return "";
    }
    String last = numbers.decimal(value.applyAsDouble(model.last()), 3);
    if (models.size() == 1) {
      return (part + " " + last).strip();
    }
    return Labels.shorten(ModelLabel.of(model.model()), 70) + " " + (part.isEmpty() ? last : part);
  }

  /** Up to two models: blue for training, orange for test, the last model in the dark tones. */
  private Palette color(int model, boolean training) {
    if (models.size() > 2) {
      return Palette.series(model);
    }
    boolean dark = model == models.size() - 1;
    if (training) {
      return dark ? Palette.BLUE : Palette.LIGHT_BLUE;
    }
    return dark ? Palette.ORANGE : Palette.PEACH;
  }

  private SeriesLegend legend() {
    List<SeriesLegend.Entry> entries = new ArrayList<>();
    if (!named) {
      for (int i = 0; i < models.size(); i++) {
        String label = ModelLabel.of(models.get(i).model());
        entries.add(new SeriesLegend.Entry(label, Palette.series(i), false, i));
      }
      entries.add(
          new SeriesLegend.Entry(
              language.pick("Training (gestrichelt)", "training (dashed)"),
              Palette.MUTED,
              true,
              SeriesLegend.NO_MARKER));
      entries.add(
          new SeriesLegend.Entry(
              models.get(0).watched(language) + language.pick(" (durchgezogen)", " (solid)"),
              Palette.MUTED,
              false,
              SeriesLegend.NO_MARKER));
    }
    new TurnMarks(models)
        .legend(language)
        .ifPresent(
            label ->
                entries.add(new SeriesLegend.Entry(label, Palette.INK, false, SeriesLegend.RING)));
    return new SeriesLegend(entries);
  }

  private static double[] values(List<Curve> curves) {
    return curves.stream().map(Curve::values).flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
