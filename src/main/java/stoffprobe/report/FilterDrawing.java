package stoffprobe.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stoffprobe.report.chart.Charts;
import stoffprobe.report.chart.FilterGroup;
import stoffprobe.report.chart.FilterScene;
import stoffprobe.report.chart.FilterTile;
import stoffprobe.report.chart.Language;
import stoffprobe.report.facts.FirstFilters;
import stoffprobe.report.facts.FirstFilters.Filter;
import stoffprobe.report.facts.FirstFilters.Kind;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;
import stoffprobe.report.text.FilterTable;
import stoffprobe.report.text.PatternText;

/** The figures of all models whose first layer with weights is a convolution. */
final class FilterDrawing {

  /** For more models than this a phone scrolls the wide figures, or the page would be too heavy. */
  private static final int MOST_NARROW = 4;

  private FilterDrawing() {}

  /** By model. */
  static Map<String, Drawing> all(Run run) {
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    for (ModelRun model : run.models()) {
      model.filters().ifPresent(filters -> drawings.put(model.name(), of(run, model, filters)));
    }
    return drawings;
  }

  private static Drawing of(Run run, ModelRun model, FirstFilters filters) {
    FilterScene scene = new FilterScene(run.examples().images(), 0, filters.maps());
    String name = model.name();
    Drawing drawing =
        Drawing.of(
            "figure.filters." + name, l -> Charts.filters(l, name, groups(filters, l), scene));
    return run.models().size() > MOST_NARROW
        ? drawing
        : drawing.orNarrow(l -> Charts.narrowFilters(l, name, groups(filters, l), scene));
  }

  private static List<FilterGroup> groups(FirstFilters filters, Language language) {
    List<FilterGroup> groups = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      add(groups, filters, PatternText.title(kind).in(language), filters.live(kind));
    }
    add(groups, filters, PatternText.deadTitle().in(language), filters.dead());
    return groups;
  }

  private static void add(
      List<FilterGroup> groups, FirstFilters filters, String title, List<Filter> all) {
    List<FilterTile> tiles =
        all.stream()
            .map(Filter::number)
            .filter(number -> number < FilterTable.MOST_SHOWN)
            .map(number -> new FilterTile(number, filters.weights(number), filters.channels()))
            .toList();
    if (!tiles.isEmpty()) {
      groups.add(new FilterGroup(title + " (" + tiles.size() + ")", tiles));
    }
  }
}
