package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** Two bars a class, training above test, on one axis: who compares them sees their true sizes. */
final class ClassCountsChart {

  private static final double LONGEST_NAME = 220;
  private static final int ROW = 36;
  private static final int LEGEND = 26;
  private static final int BELOW = 42;
  private static final int GAP = 8;

  /** Half the thickness of a class's two bars together, as a share of its row. */
  private static final double HALF = 0.38;

  private final Language language;
  private final Numbers numbers;
  private final List<String> names;
  private final List<Long> train;
  private final List<Long> test;

  ClassCountsChart(Language language, List<String> classNames, List<Long> train, List<Long> test) {
    this.language = language;
    this.numbers = new Numbers(language);
    this.names = classNames.stream().map(n -> Labels.shorten(n, LONGEST_NAME)).toList();
    this.train = List.copyOf(train);
    this.test = List.copyOf(test);
    if (names.isEmpty() || names.size() != train.size() || names.size() != test.size()) {
      throw new IllegalArgumentException(
          names.size() + " names, " + train.size() + " and " + test.size() + " counts");
    }
  }

  Figure figure(String name) {
    double left = names.stream().mapToDouble(n -> Style.width(font(), n)).max().orElse(0) + 2 * GAP;
    double right = 2 * GAP + widestValue();
    int top = Style.BELOW_TITLE + LEGEND;
    Rectangle2D data =
        new Rectangle2D.Double(left, top, Style.WIDTH - left - right, ROW * names.size());
    int height = top + ROW * names.size() + BELOW;
    return new DrawnFigure(name, describe(), Style.WIDTH, height, canvas -> paint(canvas, data));
  }

  private void paint(Graphics2D canvas, Rectangle2D data) {
    Style.title(canvas, language.pick("Bilder je Klasse", "Images per class"));
    paintLegend(canvas, data.getX());
    NumberAxis counts = Style.axis(scale(), numbers, Anchor.MIDDLE);
    counts.setLabel(language.pick("Bilder", "Images"));
    NumberAxis classes = new NumberAxis();
    classes.setRange(-0.5, names.size() - 0.5);
    classes.setInverted(true);
    classes.setVisible(false);
    XYPlot plot = new XYPlot(bars(), classes, counts, renderer());
    Style.theme(plot);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setDomainGridlinesVisible(false);
    Style.draw(canvas, plot, data);
    for (int i = 0; i < names.size(); i++) {
      double middle = data.getY() + (i + 0.5) * ROW;
      Style.text(canvas, font(), Palette.INK, names.get(i), data.getX() - GAP, middle + 4);
      paintValue(canvas, data, train, i, middle - HALF * ROW / 2);
      paintValue(canvas, data, test, i, middle + HALF * ROW / 2);
    }
  }

  private void paintLegend(Graphics2D canvas, double left) {
    String upper = language.pick("oben: Training, ", "upper: training, ") + total(train);
    String lower = language.pick("unten: Test, ", "lower: test, ") + total(test);
    Font font = Style.font(Style.TEXT, Anchor.START);
    double second = left + 18 + Style.width(font, upper) * Style.RESERVE + 28;
    paintKey(canvas, font, Palette.BLUE, upper, left);
    paintKey(canvas, font, Palette.ORANGE, lower, second);
  }

  private static void paintKey(Graphics2D canvas, Font font, Palette color, String text, double x) {
    canvas.setColor(color.color());
    canvas.fill(new Rectangle2D.Double(x, Style.BELOW_TITLE + 1, 12, 12));
    Style.text(canvas, font, Palette.INK, text, x + 18, Style.BELOW_TITLE + 11);
  }

  private void paintValue(
      Graphics2D canvas, Rectangle2D data, List<Long> counts, int i, double middle) {
    double x = data.getX() + counts.get(i) / scale().high() * data.getWidth() + 5;
    Font font = Style.font(Style.SMALL, Anchor.START);
    Style.text(canvas, font, Palette.INK, value(counts, i), x, middle + 4);
  }

  private DefaultIntervalXYDataset bars() {
    DefaultIntervalXYDataset bars = new DefaultIntervalXYDataset();
    bars.addSeries("train", bars(train, -HALF, 0));
    bars.addSeries("test", bars(test, 0, HALF));
    return bars;
  }

  /** Rows of JFreeChart's array: middle, start and end across; value, start and end along. */
  private static double[][] bars(List<Long> counts, double from, double to) {
    double[][] bars = new double[6][counts.size()];
    for (int i = 0; i < counts.size(); i++) {
      bars[0][i] = i + (from + to) / 2;
      bars[1][i] = i + from;
      bars[2][i] = i + to;
      bars[3][i] = counts.get(i);
      bars[5][i] = counts.get(i);
    }
    return bars;
  }

  private static XYBarRenderer renderer() {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, Palette.BLUE.color());
    renderer.setSeriesPaint(1, Palette.ORANGE.color());
    return renderer;
  }

  private AxisScale scale() {
    double largest =
        Math.max(
            train.stream().mapToLong(Long::longValue).max().orElse(1),
            test.stream().mapToLong(Long::longValue).max().orElse(1));
    return AxisScale.counts(largest);
  }

  private double widestValue() {
    Font font = Style.font(Style.SMALL, Anchor.START);
    double widest = 0;
    for (int i = 0; i < names.size(); i++) {
      widest = Math.max(widest, Style.width(font, value(train, i)));
      widest = Math.max(widest, Style.width(font, value(test, i)));
    }
    return widest;
  }

  private String value(List<Long> counts, int i) {
    double share = counts.get(i) / (double) Math.max(1, sum(counts));
    return numbers.count(counts.get(i)) + " (" + numbers.percent(share, 1) + ")";
  }

  private String total(List<Long> counts) {
    return numbers.count(sum(counts)) + language.pick(" Bilder", " images");
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  private String describe() {
    return language.pick("Balken je Klasse. Training: ", "Bars per class. Training: ")
        + total(train)
        + ", "
        + extent(train)
        + ". Test: "
        + total(test)
        + ", "
        + extent(test)
        + ".";
  }

  private String extent(List<Long> counts) {
    long least = counts.stream().mapToLong(Long::longValue).min().orElse(0);
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    String each = language.pick(" je Klasse", " per class");
    if (least == most) {
      return numbers.count(least) + each;
    }
    return numbers.count(least) + language.pick(" bis ", " to ") + numbers.count(most) + each;
  }

  private static Font font() {
    return Style.font(Style.TEXT, Anchor.END);
  }
}
