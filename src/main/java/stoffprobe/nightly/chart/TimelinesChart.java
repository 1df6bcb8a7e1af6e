package stoffprobe.nightly.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import stoffprobe.report.chart.DrawnFigure;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Numbers;
import stoffprobe.report.chart.PanelGrid;
import stoffprobe.report.chart.Style;
import stoffprobe.report.text.Bilingual;

/** Several quantities over the nights, each in a panel of its own. */
final class TimelinesChart {

  private final Language language;
  private final int width;
  private final Bilingual title;
  private final List<Occasion> nights;
  private final List<TimelinePanel> panels;
  private final PanelGrid grid;
  private final MarkLegend legend;

  TimelinesChart(
      Language language,
      int width,
      Bilingual title,
      List<Occasion> nights,
      List<Timeline> timelines) {
    this.language = language;
    this.width = width;
    this.title = title;
    this.nights = List.copyOf(nights);
    panels = timelines.stream().map(timeline -> TimelinePanel.of(timeline, nights)).toList();
    if (panels.isEmpty() || nights.isEmpty()) {
      throw new IllegalArgumentException("no history");
    }
    grid = new PanelGrid(panels.size(), width, Style.BELOW_TITLE, NightAxis.BELOW + 6);
    legend = MarkLegend.of(language, nights, timelines);
  }

  Figure figure(String name) {
    int height = grid.height() + 6 + legend.height(width);
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title.in(language));
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).draw(canvas, grid.data(i), language, width > Style.NARROW);
    }
    legend.draw(canvas, grid.height() + 6, width);
  }

  private String describe() {
    return title.in(language)
        + language.pick(", ", ", ")
        + nights.size()
        + language.pick(
            nights.size() == 1 ? " Nacht. " : " Nächte. ",
            nights.size() == 1 ? " night. " : " nights. ")
        + panels.stream().map(this::describe).collect(Collectors.joining("; "))
        + ".";
  }

  private String describe(TimelinePanel panel) {
    return panel.timeline().title().in(language)
        + ": "
        + panel.timeline().lines().stream()
            .map(line -> describe(line, panel.digits()))
            .collect(Collectors.joining(", "))
        + limit(panel);
  }

  private String limit(TimelinePanel panel) {
    OptionalDouble limit = panel.timeline().limit();
    return limit.isEmpty()
        ? ""
        : language.pick(", Grenze des Üblichen ", ", limit of the usual ")
            + new Numbers(language).decimal(limit.getAsDouble(), panel.digits());
  }

  private String describe(Timeline.Line line, int digits) {
    Numbers numbers = new Numbers(language);
    double[] known =
        line.values().stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    String whose = line.label().isEmpty() ? "" : line.label() + " ";
    if (known.length == 0) {
      return whose + language.pick("kein Wert", "no value");
    }
    return whose
        + numbers.decimal(DoubleStream.of(known).min().orElseThrow(), digits)
        + language.pick(" bis ", " to ")
        + numbers.decimal(DoubleStream.of(known).max().orElseThrow(), digits)
        + language.pick(", zuletzt ", ", last ")
        + numbers.decimal(known[known.length - 1], digits);
  }
}
