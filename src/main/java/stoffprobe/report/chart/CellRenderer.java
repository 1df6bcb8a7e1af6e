package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;
import org.jspecify.annotations.Nullable;

/** Fills the cells of a heat map without JFreeChart's outline, which reaches into neighbours. */
final class CellRenderer extends XYBlockRenderer {

  private final Viridis colors;

  CellRenderer(Viridis colors) {
    this.colors = colors;
    setPaintScale(colors);
  }

  @Override
  public void drawItem(
      Graphics2D canvas,
      XYItemRendererState state,
      Rectangle2D area,
      @Nullable PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis columns,
      ValueAxis rows,
      XYDataset cells,
      int series,
      int item,
      @Nullable CrosshairState crosshair,
      int pass) {
    double column = cells.getXValue(series, item);
    double row = cells.getYValue(series, item);
    double left = columns.valueToJava2D(column - 0.5, area, RectangleEdge.BOTTOM);
    double right = columns.valueToJava2D(column + 0.5, area, RectangleEdge.BOTTOM);
    double top = rows.valueToJava2D(row - 0.5, area, RectangleEdge.LEFT);
    double bottom = rows.valueToJava2D(row + 0.5, area, RectangleEdge.LEFT);
    canvas.setColor(colors.color(((XYZDataset) cells).getZValue(series, item)));
    canvas.fill(new Rectangle2D.Double(left, top, right - left, bottom - top));
  }
}
