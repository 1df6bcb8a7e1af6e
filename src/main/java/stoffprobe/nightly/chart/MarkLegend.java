package stoffprobe.nightly.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import stoffprobe.nightly.Verdict.Kind;
import stoffprobe.nightly.text.KindText;
import stoffprobe.report.chart.Anchor;
import stoffprobe.report.chart.Labels;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.LegendRows;
import stoffprobe.report.chart.Palette;
import stoffprobe.report.chart.Style;

/** What lines and marks stand for, in as many rows as that needs. */
record MarkLegend(List<Entry> entries) {

  private static final double SAMPLE = 26;
  private static final double GAP = 20;
  private static final int ROW = 20;
  private static final double LONGEST_NAME = 200;

  private sealed interface Sample {}

  private record LineSample(int series) implements Sample {}

  private record MarkSample(Kind kind) implements Sample {}

  private record LimitSample() implements Sample {}

  /** A sample and what it stands for. */
  record Entry(Sample sample, String label) {

    private double width() {
      return SAMPLE + 7 + Style.width(font(), label) * Style.RESERVE + GAP;
    }

    private void draw(Graphics2D canvas, double x, double y) {
      Style.text(canvas, font(), Palette.INK, label, x + SAMPLE + 7, y + 4);
      if (sample instanceof MarkSample mark) {
        VerdictMark.draw(canvas, mark.kind(), x + SAMPLE / 2, y, 4.4);
      } else if (sample instanceof LineSample line) {
        canvas.setColor(Palette.series(line.series()).color());
        canvas.setStroke(TimelinePanel.stroke(line.series()));
        canvas.draw(new Line2D.Double(x, y, x + SAMPLE, y));
      } else {
        canvas.setColor(Palette.MUTED.color());
        canvas.setStroke(Style.dashed(1.2f));
        canvas.draw(new Line2D.Double(x, y, x + SAMPLE, y));
      }
    }
  }

  /** For the lines and the classes that occur. */
  static MarkLegend of(Language language, List<Occasion> nights, List<Timeline> timelines) {
    List<Entry> entries = new ArrayList<>();
    timelines.stream()
        .flatMap(timeline -> timeline.lines().stream())
        .filter(line -> !line.label().isEmpty())
        .map(line -> entry(line))
        .distinct()
        .forEach(entries::add);
    for (Kind kind : Kind.values()) {
      if (kind == Kind.REPRODUCED) {
        continue; // small dots in the colour of the line
      }
      if (nights.stream().anyMatch(night -> night.kind() == kind)) {
        entries.add(new Entry(new MarkSample(kind), KindText.shortName(kind).in(language)));
      }
    }
    if (timelines.stream().anyMatch(timeline -> timeline.limit().isPresent())) {
      entries.add(
          new Entry(new LimitSample(), language.pick("Grenze des Üblichen", "limit of the usual")));
    }
    return new MarkLegend(List.copyOf(entries));
  }

  private static Entry entry(Timeline.Line line) {
    return new Entry(new LineSample(line.series()), Labels.shorten(line.label(), LONGEST_NAME));
  }

  int height(double width) {
    return entries.isEmpty() ? 0 : ROW * rows().count(width) + 4;
  }

  void draw(Graphics2D canvas, double top, double width) {
    for (int i = 0; i < entries.size(); i++) {
      LegendRows.Place place = rows().place(i, width);
      entries.get(i).draw(canvas, place.x(), top + ROW * (place.row() + 0.5));
    }
  }

  private LegendRows rows() {
    return new LegendRows(entries.stream().map(Entry::width).toList(), GAP);
  }

  private static Font font() {
    return Style.font(Style.TEXT, Anchor.START);
  }
}
