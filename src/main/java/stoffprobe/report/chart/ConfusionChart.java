package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYZDataset;

/** A confusion matrix as a heat map, with the count in every cell. */
final class ConfusionChart {

  private static final double LONGEST_NAME = 200;

  /** Two classes still leave room for the axes' names. */
  private static final double LEAST_SIDE = 240;

  private static final int AXIS_TITLE = 24;
  private static final int BAR_GAP = 24;
  private static final int BAR_WIDTH = 16;
  private static final int BAR_LABELS = 52;

  /** Classes up to which each cell says its names under the mouse and shows its 0. */
  private static final int FEW = 20;

  private final Language language;
  private final Confusion confusion;
  private final String predicted;
  private final Viridis colors;
  private final double cell;
  private final double names;
  private final Rectangle2D data;

  ConfusionChart(Language language, String model, Confusion confusion) {
    this.language = language;
    this.confusion = confusion;
    String label = Labels.shorten(ModelLabel.of(model), 160);
    this.predicted = language.pick("KI-Vorhersage (", "AI prediction (") + label + ")";
    this.colors = new Viridis(Math.max(1, confusion.largest()));
    this.cell = cellSize();
    this.names = confusion.classNames().stream().mapToDouble(this::nameWidth).max().orElse(0);
    double left =
        Math.max(
            AXIS_TITLE + names + MatrixNames.GAP,
            names * Math.cos(MatrixNames.SLANT) - cell / 2 + 14);
    double side = cell * confusion.size();
    this.data = new Rectangle2D.Double(Math.ceil(left), Style.BELOW_TITLE, side, side);
  }

  Figure figure(String name, String title, String description) {
    double wide = data.getMaxX() + BAR_GAP + BAR_WIDTH + BAR_LABELS;
    double titled = Style.width(Style.bold(Style.TITLE, Anchor.START), title) * Style.RESERVE;
    int width = (int) Math.ceil(Math.max(wide, titled));
    double below = MatrixNames.GAP + names * Math.sin(MatrixNames.SLANT) + 14 + AXIS_TITLE;
    int height = (int) Math.ceil(data.getMaxY() + below);
    return new DrawnFigure(name, description, width, height, canvas -> paint(canvas, title));
  }

  /** Large where there are few classes, and never too small for four figures. */
  private double cellSize() {
    int k = confusion.size();
    double fair = 560.0 / k;
    double number = Style.width(font(9, Anchor.MIDDLE), text(confusion.largest())) + 5;
    return Math.round(Math.max(Math.max(22, number), Math.min(LEAST_SIDE / k + 40, fair)));
  }

  private void paint(Graphics2D canvas, String title) {
    Style.title(canvas, title);
    paintCells(canvas);
    paintCounts(canvas);
    paintNames(canvas);
    Rectangle2D bar =
        new Rectangle2D.Double(
            data.getMaxX() + BAR_GAP, data.getY(), BAR_WIDTH, Math.min(560, data.getHeight()));
    new ColorBar(colors, language).draw(canvas, bar);
  }

  /** Cells without images are the ground, which spares a sparse matrix most of its shapes. */
  private void paintCells(Graphics2D canvas) {
    int k = confusion.size();
    double[][] values = new double[3][];
    var filled = confusion.cells().stream().filter(c -> c.count() > 0).toList();
    values[0] = filled.stream().mapToDouble(Confusion.Cell::predicted).toArray();
    values[1] = filled.stream().mapToDouble(Confusion.Cell::label).toArray();
    values[2] = filled.stream().mapToDouble(Confusion.Cell::count).toArray();
    DefaultXYZDataset cells = new DefaultXYZDataset();
    cells.addSeries("counts", values);
    NumberAxis labels = axis(k);
    labels.setInverted(true);
    XYPlot plot = new XYPlot(cells, axis(k), labels, new CellRenderer(colors));
    Style.theme(plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setBackgroundPaint(colors.color(0));
    Style.draw(canvas, plot, data);
  }

  private static NumberAxis axis(int k) {
    NumberAxis axis = new NumberAxis();
    axis.setRange(-0.5, k - 0.5);
    axis.setVisible(false);
    return axis;
  }

  private void paintCounts(Graphics2D canvas) {
    double widest = Style.width(font(1, Anchor.MIDDLE), text(confusion.largest()));
    Font font =
        font((float) Math.min(13, Math.max(9, Math.floor((cell - 5) / widest))), Anchor.MIDDLE);
    for (Confusion.Cell count : confusion.cells()) {
      if (count.count() == 0 && confusion.size() > FEW) {
        continue;
      }
      String number = text(count.count());
      double x = data.getX() + (count.predicted() + 0.5) * cell - Style.width(font, number) / 2;
      double y = data.getY() + (count.label() + 0.5) * cell + font.getSize2D() * 0.36;
      canvas.setFont(font);
      canvas.setColor(colors.textOn((double) count.count()));
      canvas.drawString(number, (float) x, (float) y);
      sayNames(canvas, count, number);
    }
  }

  /** Which classes a cell stands for, where there are few enough for a page to bear it. */
  private void sayNames(Graphics2D canvas, Confusion.Cell count, String number) {
    if (confusion.size() > FEW) {
      return;
    }
    List<String> classes = confusion.classNames();
    String said =
        Isolated.of(classes.get(count.label()))
            + " \u2192 "
            + Isolated.of(classes.get(count.predicted()))
            + ": "
            + number;
    double x = data.getX() + count.predicted() * cell;
    double y = data.getY() + count.label() * cell;
    Hover.on(canvas, new Rectangle2D.Double(x, y, cell, cell), said);
  }

  private void paintNames(Graphics2D canvas) {
    List<String> shortened =
        confusion.classNames().stream().map(n -> Labels.shorten(n, LONGEST_NAME)).toList();
    MatrixNames around = new MatrixNames(shortened, cell);
    around.rows(canvas, data.getX(), data.getY());
    around.columns(canvas, data.getX(), data.getMaxY());
    AffineTransform upright = canvas.getTransform();
    Font bold = Style.bold(Style.TEXT, Anchor.MIDDLE);
    double bottom =
        data.getMaxY() + MatrixNames.GAP + names * Math.sin(MatrixNames.SLANT) + 14 + 12;
    Style.text(canvas, bold, Palette.INK, predicted, data.getCenterX(), bottom);
    canvas.rotate(-Math.PI / 2, 12, data.getCenterY());
    String labels = language.pick("Echte Label (Beschriftungen)", "True labels");
    Style.text(canvas, bold, Palette.INK, labels, 12, data.getCenterY());
    canvas.setTransform(upright);
  }

  private double nameWidth(String name) {
    Font font = MatrixNames.font();
    return Style.width(font, Labels.shorten(name, LONGEST_NAME));
  }

  private String text(long count) {
    return new Numbers(language).count(count);
  }

  private static Font font(float size, Anchor anchor) {
    return Style.font(size, anchor);
  }
}
