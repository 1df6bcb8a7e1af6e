package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** One model's reliability diagram: stated against found, in percent. */
record ReliabilityPanel(Language language, ModelReliability model, Palette color, boolean small) {

  /** The tallest bar leaves room for its number. */
  private static final double HEADROOM = 1.45;

  /**
   * Draws the panel.
   *
   * @param data where the diagram lies; the title stands above it
   * @param bars where the numbers of images lie; the ticks stand below it
   */
  void draw(Graphics2D canvas, Rectangle2D data, Rectangle2D bars) {
    String name =
        Labels.shorten(ModelLabel.of(model.model()), Style.bold(13, Anchor.START), data.getWidth());
    Style.text(
        canvas, Style.bold(13, Anchor.START), Palette.INK, name, data.getX(), data.getY() - 9);
    Style.draw(canvas, diagram(), data);
    Style.draw(canvas, histogram(), bars);
    paintMost(canvas, bars);
    if (!small) {
      sayValues(canvas, data);
    }
  }

  private void sayValues(Graphics2D canvas, Rectangle2D data) {
    Numbers numbers = new Numbers(language);
    for (ModelReliability.Bin bin : model.bins()) {
      String text =
          numbers.percent(bin.confidence(), 1)
              + language.pick(" genannt, ", " stated, ")
              + numbers.percent(bin.accuracy(), 1)
              + language.pick(" richtig (", " right (")
              + numbers.decimal(100 * bin.accuracyLow(), 1)
              + language.pick(" bis ", " to ")
              + numbers.decimal(100 * bin.accuracyHigh(), 1)
              + language.pick("), Bilder: ", "), images: ")
              + numbers.count(bin.count());
      double x = data.getX() + bin.confidence() * data.getWidth();
      Hover.on(canvas, x, data.getMaxY() - bin.accuracy() * data.getHeight(), text);
    }
  }

  private XYPlot diagram() {
    NumberAxis across = percent(Anchor.MIDDLE);
    across.setTickLabelsVisible(false);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(small ? 4 : 6);
    renderer.setErrorPaint(color.color());
    renderer.setErrorStroke(Style.line(1.5f));
    renderer.setSeriesPaint(0, color.color());
    renderer.setSeriesShape(0, Markers.shape(0));
    XYPlot plot = new XYPlot(points(), across, percent(Anchor.END), renderer);
    Style.theme(plot);
    plot.addAnnotation(
        new XYLineAnnotation(0, 0, 100, 100, Style.dashed(1.5f), Palette.MUTED.color()));
    return plot;
  }

  private XYIntervalSeriesCollection points() {
    XYIntervalSeries points = new XYIntervalSeries("bins");
    for (ModelReliability.Bin bin : model.bins()) {
      double x = 100 * bin.confidence();
      points.add(x, x, x, 100 * bin.accuracy(), 100 * bin.accuracyLow(), 100 * bin.accuracyHigh());
    }
    return collection(points);
  }

  private XYPlot histogram() {
    XYIntervalSeries counts = new XYIntervalSeries("images");
    for (ModelReliability.Bin bin : model.bins()) {
      double middle = 50 * (bin.low() + bin.high());
      double count = (double) bin.count();
      counts.add(middle, 100 * bin.low(), 100 * bin.high(), count, 0, count);
    }
    XYBarRenderer renderer = new XYBarRenderer(0.12);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, color.color());
    NumberAxis up = new NumberAxis();
    up.setRange(0, model.most() * HEADROOM);
    up.setVisible(false);
    NumberAxis across = percent(Anchor.MIDDLE);
    across.setLabel(
        small
            ? language.pick("genannt, %", "stated, %")
            : language.pick(
                "Genannte Wahrscheinlichkeit in Prozent", "Stated probability in percent"));
    XYPlot plot = new XYPlot(collection(counts), across, up, renderer);
    Style.theme(plot);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinesVisible(false);
    return plot;
  }

  /** The number of images in the fullest bin, above its bar. */
  private void paintMost(Graphics2D canvas, Rectangle2D bars) {
    for (ModelReliability.Bin bin : model.bins()) {
      if (bin.count() == model.most()) {
        boolean right = bin.high() > 0.5;
        double x = bars.getX() + bars.getWidth() * (right ? bin.high() : bin.low());
        Style.text(
            canvas,
            Style.font(Style.SMALL, right ? Anchor.END : Anchor.START),
            Palette.MUTED,
            new Numbers(language).count(bin.count()),
            x,
            bars.getMaxY() - bars.getHeight() / HEADROOM - 3);
        return;
      }
    }
  }

  private NumberAxis percent(Anchor labels) {
    return Style.axis(new AxisScale(0, 100, small ? 50 : 20), new Numbers(language), labels);
  }

  private static XYIntervalSeriesCollection collection(XYIntervalSeries series) {
    XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
    collection.addSeries(series);
    return collection;
  }
}
