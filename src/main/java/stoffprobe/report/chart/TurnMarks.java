package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Marks where the loss on new images turns: a ring around its lowest point, and for a single model
 * a line down to the epoch.
 *
 * @param models those whose curves are drawn; marked are the ones that turn
 */
record TurnMarks(List<ModelCurves> models) {

  static final TurnMarks NONE = new TurnMarks(List.of());

  private static final double RADIUS = 6.5;

  TurnMarks {
    models = List.copyOf(models);
  }

  void draw(Graphics2D canvas, Rectangle2D data, ValueAxis epochs, ValueAxis values) {
    for (ModelCurves model : models) {
      model.turn().ifPresent(turn -> draw(canvas, data, epochs, values, turn));
    }
  }

  private void draw(
      Graphics2D canvas, Rectangle2D data, ValueAxis epochs, ValueAxis values, EpochPoint turn) {
    double x = epochs.valueToJava2D(turn.epoch(), data, RectangleEdge.BOTTOM);
    double y = values.valueToJava2D(turn.testLoss(), data, RectangleEdge.LEFT);
    if (models.size() == 1) {
      canvas.setColor(Palette.MUTED.color());
      canvas.setStroke(Style.dashed(1));
      canvas.draw(new Line2D.Double(x, y + RADIUS, x, data.getMaxY()));
    }
    ring(canvas, x, y);
  }

  static void ring(Graphics2D canvas, double x, double y) {
    canvas.setColor(Palette.INK.color());
    canvas.setStroke(Style.line(1.5f));
    canvas.draw(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
  }

  /** What the legend says of the rings; nothing where there is none. */
  Optional<String> legend(Language language) {
    List<ModelCurves> turning = models.stream().filter(m -> m.turn().isPresent()).toList();
    if (turning.isEmpty()) {
      return Optional.empty();
    }
    String lowest =
        language.pick("niedrigster Loss (", "lowest loss (")
            + turning.get(0).watched(language)
            + ")";
    if (models.size() > 1) {
      return Optional.of(lowest + language.pick(", wo er danach stieg", " where it rose after"));
    }
    int epoch = turning.get(0).turn().orElseThrow().epoch();
    return Optional.of(lowest + language.pick(": Epoche ", ": epoch ") + epoch);
  }

  /** The same in words, for the description; empty where there is no ring. */
  String describe(Language language) {
    Numbers numbers = new Numbers(language);
    return models.stream()
        .flatMap(
            model ->
                model.turn().stream()
                    .map(
                        turn ->
                            " "
                                + ModelLabel.of(model.model())
                                + language.pick(": niedrigster Loss (", ": lowest loss (")
                                + model.watched(language)
                                + language.pick(") in Epoche ", ") in epoch ")
                                + turn.epoch()
                                + ", "
                                + numbers.decimal(turn.testLoss(), 3)
                                + "."))
        .collect(Collectors.joining());
  }
}
