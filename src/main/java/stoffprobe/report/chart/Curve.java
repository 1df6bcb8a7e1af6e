package stoffprobe.report.chart;

import java.awt.Stroke;
import java.util.function.ToDoubleFunction;
import org.jfree.data.xy.XYSeries;

/**
 * One line of a panel.
 *
 * @param label what stands at its end
 * @param training a value of the training set, drawn dashed; else of the test set
 * @param series which of the series in its figure, from 0; says its marker
 */
record Curve(
    String label,
    ModelCurves model,
    ToDoubleFunction<EpochPoint> value,
    Palette color,
    boolean training,
    int series) {

  double[] values() {
    return model.epochs().stream().mapToDouble(value).toArray();
  }

  Stroke stroke() {
    return training ? Style.dashed(1.8f) : Style.line(2);
  }

  double lastValue() {
    return value.applyAsDouble(model.last());
  }

  /** Its points for JFreeChart, keyed by their place since labels may occur twice. */
  XYSeries series(int place) {
    XYSeries points = new XYSeries(place);
    for (EpochPoint epoch : model.epochs()) {
      double y = value.applyAsDouble(epoch);
      points.add(epoch.epoch(), Double.isFinite(y) ? y : Double.NaN);
    }
    return points;
  }
}
