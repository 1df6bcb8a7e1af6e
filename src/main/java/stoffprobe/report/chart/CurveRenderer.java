package stoffprobe.report.chart;

import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws curves: a colour and a marker for each, dashes for the training set. */
final class CurveRenderer extends XYLineAndShapeRenderer {

  /** More marks than this on one line would hide it. */
  private static final int MARKS = 20;

  private final int[] every;

  CurveRenderer(List<Curve> curves) {
    super(true, true);
    every =
        curves.stream().mapToInt(c -> (c.model().epochs().size() + MARKS - 1) / MARKS).toArray();
    setDrawSeriesLineAsPath(true);
    setAutoPopulateSeriesStroke(false);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      setSeriesPaint(i, curve.color().color());
      setSeriesStroke(i, curve.stroke());
      setSeriesShape(i, Markers.shape(curve.series()));
      setSeriesShapesFilled(i, Markers.filled(curve.series()));
    }
  }

  @Override
  public boolean getItemShapeVisible(int series, int item) {
    return item % every[series] == 0;
  }
}
