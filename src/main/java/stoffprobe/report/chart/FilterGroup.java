package stoffprobe.report.chart;

import java.util.List;

/**
 * Filters of one kind.
 *
 * @param title their kind and how many there are
 */
public record FilterGroup(String title, List<FilterTile> tiles) {

  public FilterGroup {
    tiles = List.copyOf(tiles);
  }
}
