package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.report.facts.FirstFilters;
import stoffprobe.report.facts.FirstFilters.Filter;

/** The filters of a first convolution one by one. */
public record FilterTable(FirstFilters filters) {

  /** More filters than this are neither drawn nor listed one by one. */
  public static final int MOST_SHOWN = 128;

  /** Which filters are shown if not all are. */
  public Optional<Bilingual> shown() {
    return count() <= MOST_SHOWN
        ? Optional.empty()
        : Optional.of(
            Bilingual.of(
                "Gezeigt werden die ersten {0} von {1} Filtern; alle stehen in der Datei"
                    + " first-convolution.npy.",
                "Shown are the first {0} of {1} filters; the file first-convolution.npy holds all of"
                    + " them.",
                Numbers.whole(MOST_SHOWN),
                Numbers.whole(count())));
  }

  /** Whether the weights are few enough to stand in the table. */
  public boolean weighted() {
    return filters.side() <= 3 && filters.channels() == 1;
  }

  /** The weights of a filter as numbers, a row a line; only where they are few. */
  public Optional<List<Bilingual>> weights(Filter filter) {
    int side = filters.side();
    if (!weighted()) {
      return Optional.empty();
    }
    List<Float> weights = filters.weights(filter.number());
    List<Bilingual> rows = new ArrayList<>();
    for (int y = 0; y < side; y++) {
      List<Bilingual> row =
          weights.subList(y * side, (y + 1) * side).stream()
              .map(w -> Numbers.decimal(w, 2))
              .toList();
      rows.add(
          new Bilingual(
              String.join("\u2002", row.stream().map(Bilingual::de).toList()),
              String.join("\u2002", row.stream().map(Bilingual::en).toList())));
    }
    return Optional.of(rows);
  }

  /** The filters of the table. */
  public List<Filter> listed() {
    return filters.filters().subList(0, Math.min(count(), MOST_SHOWN));
  }

  private int count() {
    return filters.filters().size();
  }
}
