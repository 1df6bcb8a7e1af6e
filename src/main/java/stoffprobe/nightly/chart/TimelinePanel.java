package stoffprobe.nightly.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import stoffprobe.nightly.Verdict.Kind;
import stoffprobe.nightly.text.KindText;
import stoffprobe.report.chart.Anchor;
import stoffprobe.report.chart.AxisScale;
import stoffprobe.report.chart.Hover;
import stoffprobe.report.chart.Labels;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Numbers;
import stoffprobe.report.chart.Palette;
import stoffprobe.report.chart.Style;

/** One quantity over the nights: a line a model, each night marked by its class. */
record TimelinePanel(Timeline timeline, List<Occasion> nights, AxisScale scale) {

  /** Nights closer together than this share a mark. */
  private static final double LEAST_APART = 5;

  /** Nights closer together than this share what is said under the mouse. */
  private static final double LEAST_STRIP = 3;

  /** From here on the mouse is too far from a night to mean it. */
  private static final double FARTHEST_SAID = 20;

  private static final List<Stroke> STROKES =
      List.of(Style.line(1.8f), dashes(6, 3), dashes(2, 2.5f), dashes(8, 3, 2, 3));

  static TimelinePanel of(Timeline timeline, List<Occasion> nights) {
    AxisScale scale =
        timeline.fromZero()
            ? AxisScale.fromZero(timeline.values())
            : AxisScale.around(timeline.values(), timeline.least());
    return new TimelinePanel(timeline, nights, scale);
  }

  /** How the line of a series is drawn, so that no colour is needed to tell it. */
  static Stroke stroke(int series) {
    return STROKES.get(series % STROKES.size());
  }

  /**
   * Draws the panel.
   *
   * @param data where its data lie; title, axis and dates lie outside
   * @param said whether it says its values under the mouse
   */
  void draw(Graphics2D canvas, Rectangle2D data, Language language, boolean said) {
    NightAxis dates = NightAxis.of(nights, data.getMinX(), data.getMaxX());
    title(canvas, data, language);
    dates.draw(canvas, language, data.getMinY(), data.getMaxY());
    grid(canvas, data, new Numbers(language));
    timeline
        .limit()
        .ifPresent(
            limit -> {
              canvas.setColor(Palette.MUTED.color());
              canvas.setStroke(Style.dashed(1.2f));
              double y = y(limit, data);
              canvas.draw(new Line2D.Double(data.getMinX(), y, data.getMaxX(), y));
            });
    for (Timeline.Line line : timeline.lines()) {
      Path2D path = path(line, dates, data);
      if (path.getCurrentPoint() != null) {
        canvas.setColor(Palette.series(line.series()).color());
        canvas.setStroke(stroke(line.series()));
        canvas.draw(path);
      }
    }
    timeline.lines().forEach(line -> marks(canvas, line, dates, data));
    failures(canvas, dates, data);
    if (said) {
      say(canvas, dates, data, language);
    }
  }

  private void title(Graphics2D canvas, Rectangle2D data, Language language) {
    Font bold = Style.bold(Style.TEXT, Anchor.START);
    String title = Labels.shorten(timeline.title().in(language), bold, data.getWidth() + 12);
    Style.text(canvas, bold, Palette.INK, title, data.getMinX(), data.getMinY() - 11);
  }

  private void grid(Graphics2D canvas, Rectangle2D data, Numbers numbers) {
    long steps = Math.round((scale.high() - scale.low()) / scale.step());
    for (long i = 0; i <= steps; i++) {
      double value = scale.low() + i * scale.step();
      double y = y(value, data);
      canvas.setColor(Palette.GRID.color());
      canvas.setStroke(Style.line(1));
      canvas.draw(new Line2D.Double(data.getMinX(), y, data.getMaxX(), y));
      Style.text(
          canvas,
          Style.font(Style.SMALL, Anchor.END),
          Palette.MUTED,
          numbers.decimal(value, scale.digits()),
          data.getMinX() - 5,
          y + 4);
    }
  }

  private Path2D path(Timeline.Line line, NightAxis dates, Rectangle2D data) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < nights.size(); i++) {
      double value = line.values().get(i);
      if (Double.isFinite(value)) {
        double x = dates.x(nights.get(i).started());
        double y = y(value, data);
        if (path.getCurrentPoint() == null) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
    }
    return path;
  }

  /** Marks as many nights as there is room for; the rarer classes in full. */
  private void marks(Graphics2D canvas, Timeline.Line line, NightAxis dates, Rectangle2D data) {
    Map<Kind, Double> last = new EnumMap<>(Kind.class);
    for (int i = 0; i < nights.size(); i++) {
      Kind kind = nights.get(i).kind();
      double value = line.values().get(i);
      double x = dates.x(nights.get(i).started());
      double room = x - last.getOrDefault(kind, Double.NEGATIVE_INFINITY);
      if (Double.isFinite(value) && (room >= LEAST_APART || i == nights.size() - 1)) {
        last.put(kind, x);
        boolean plain = kind == Kind.REPRODUCED;
        Palette color = plain ? Palette.series(line.series()) : VerdictMark.color(kind);
        VerdictMark.draw(canvas, kind, color, x, y(value, data), plain ? 2.6 : 4.4);
      }
    }
  }

  /** Nights without values, at the lower edge. */
  private void failures(Graphics2D canvas, NightAxis dates, Rectangle2D data) {
    for (Occasion night : nights) {
      if (night.kind() == Kind.FAILED) {
        VerdictMark.draw(canvas, Kind.FAILED, dates.x(night.started()), data.getMaxY(), 4.4);
      }
    }
  }

  private void say(Graphics2D canvas, NightAxis dates, Rectangle2D data, Language language) {
    List<Integer> said = said(dates);
    for (int n = 0; n < said.size(); n++) {
      double x = dates.x(nights.get(said.get(n)).started());
      double from = n == 0 ? data.getMinX() : middle(said, n - 1, dates);
      double to = n == said.size() - 1 ? data.getMaxX() : middle(said, n, dates);
      from = Math.max(from, x - FARTHEST_SAID);
      to = Math.min(to, x + FARTHEST_SAID);
      Rectangle2D strip = new Rectangle2D.Double(from, data.getMinY(), to - from, data.getHeight());
      Hover.on(canvas, strip, values(said.get(n), language));
    }
  }

  /** The nights that say their values: of those close together the one with the worst verdict. */
  private List<Integer> said(NightAxis dates) {
    List<Integer> said = new ArrayList<>();
    double group = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < nights.size(); i++) {
      double x = dates.x(nights.get(i).started());
      int last = said.size() - 1;
      if (x - group >= LEAST_STRIP) {
        group = x;
        said.add(i);
      } else if (nights.get(i).kind().compareTo(nights.get(said.get(last)).kind()) >= 0) {
        said.set(last, i);
      }
    }
    return said;
  }

  private double middle(List<Integer> said, int n, NightAxis dates) {
    double x = dates.x(nights.get(said.get(n)).started());
    return (x + dates.x(nights.get(said.get(n + 1)).started())) / 2;
  }

  private String values(int night, Language language) {
    Numbers numbers = new Numbers(language);
    StringBuilder text =
        new StringBuilder(NightAxis.date(nights.get(night).started(), language)).append(": ");
    for (Timeline.Line line : timeline.lines()) {
      text.append(line.label().isEmpty() ? "" : line.label() + " ")
          .append(numbers.decimal(line.values().get(night), digits()))
          .append("; ");
    }
    return text + KindText.name(nights.get(night).kind()).in(language);
  }

  /** One more than the axis has. */
  int digits() {
    return scale.digits() + 1;
  }

  private double y(double value, Rectangle2D data) {
    double share = (value - scale.low()) / (scale.high() - scale.low());
    return data.getMaxY() - share * data.getHeight();
  }

  private static Stroke dashes(float... lengths) {
    return new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
  }
}
