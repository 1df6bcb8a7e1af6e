package stoffprobe.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all figures have in common: type, lines, and charts without JFreeChart's decoration. */
public final class Style {

  static final float TITLE = 15;
  public static final float TEXT = 12;
  public static final float SMALL = 11;

  /** Width of a figure that fills a page's text column. */
  public static final int WIDTH = 960;

  /** Width of a figure that has half of a page beside a table. */
  public static final int HALF = 560;

  /** Width of a figure that a phone shows without scrolling. */
  public static final int NARROW = 280;

  /** Where a figure's title ends and its drawing may start. */
  public static final int BELOW_TITLE = 34;

  /** Where a line below the title ends. */
  static final int BELOW_SUBTITLE = 50;

  /** A reader's font may be wider than the measured one, by this factor at most. */
  public static final double RESERVE = 1.05;

  /** Measures alike on every canvas: whole pixels would differ between SVG and PNG. */
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private static final int TITLE_BASE = 17;

  /** JFreeChart cuts off what lies outside its area, such as half of the last tick's label. */
  private static final double OVERFLOW = 40;

  private static final List<RectangleEdge> EDGES =
      List.of(RectangleEdge.TOP, RectangleEdge.LEFT, RectangleEdge.BOTTOM, RectangleEdge.RIGHT);
  private static final RectangleInsets NONE = new RectangleInsets(0, 0, 0, 0);

  private Style() {}

  public static Font font(float size, Anchor anchor) {
    return new AnchoredFont(MeasuredFonts.of(Font.PLAIN, size), anchor);
  }

  public static Font bold(float size, Anchor anchor) {
    return new AnchoredFont(MeasuredFonts.of(Font.BOLD, size), anchor);
  }

  /** The width of a text in pixels. */
  public static double width(Font font, String text) {
    return font.getStringBounds(text, METRICS).getWidth();
  }

  /** Draws a text whose anchor, in the font, lies at {@code x} on the base line {@code y}. */
  public static void text(
      Graphics2D canvas, Font font, Palette color, String text, double x, double y) {
    canvas.setFont(font);
    canvas.setColor(color.color());
    double start = x - Anchor.of(font).share() * width(font, text);
    canvas.drawString(text, (float) start, (float) y);
  }

  public static void title(Graphics2D canvas, String title) {
    text(canvas, bold(TITLE, Anchor.START), Palette.INK, title, 0, TITLE_BASE);
  }

  static void subtitle(Graphics2D canvas, String text) {
    text(canvas, font(SMALL, Anchor.START), Palette.MUTED, text, 0, BELOW_TITLE + 4);
  }

  public static Stroke line(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  public static Stroke dashed(float width) {
    float[] dashes = {5, 3.5f};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  /** A number axis with ticks and grid lines at the steps of a scale. */
  static NumberAxis axis(AxisScale scale, Numbers numbers, Anchor labels) {
    NumberAxis axis = new NumberAxis();
    axis.setRange(scale.low(), scale.high());
    axis.setTickUnit(new NumberTickUnit(scale.step(), numbers.format(scale.digits())));
    axis.setNumberFormatOverride(numbers.format(scale.digits()));
    return theme(axis, labels);
  }

  static <A extends ValueAxis> A theme(A axis, Anchor labels) {
    axis.setTickLabelFont(font(SMALL, labels));
    axis.setTickLabelPaint(Palette.MUTED.color());
    // another size than JFreeChart's 12, or it takes the font for its own and drops the anchor
    axis.setLabelFont(font(SMALL, Anchor.MIDDLE));
    axis.setLabelPaint(Palette.INK.color());
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }

  /** Makes a plot transparent, with a plain grid and all of its area for the data. */
  static void theme(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(NONE);
    plot.setAxisOffset(NONE);
    plot.setDomainGridlinePaint(Palette.GRID.color());
    plot.setRangeGridlinePaint(Palette.GRID.color());
    plot.setDomainGridlineStroke(line(1));
    plot.setRangeGridlineStroke(line(1));
    plot.setDomainZeroBaselineVisible(false);
  }

  /**
   * Draws a plot so that its data fill a given area; its axes lie outside, with as much room as
   * they need.
   */
  static void draw(Graphics2D canvas, XYPlot plot, Rectangle2D data) {
    AxisSpace around = new AxisSpace();
    for (RectangleEdge edge : EDGES) {
      around.add(OVERFLOW, edge);
    }
    plot.setFixedDomainAxisSpace(around);
    plot.setFixedRangeAxisSpace(around);
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(NONE);
    chart.draw(canvas, around.expand(data, null), new ChartRenderingInfo(null));
  }
}
