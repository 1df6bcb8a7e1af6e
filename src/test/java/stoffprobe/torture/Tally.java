package stoffprobe.torture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many faults of each kind were tried and survived. */
final class Tally {

  private static final String ROW = "%-36s %7s %9s %10s%n";

  /** A kind's row. */
  private static final class Row {
    private int tried;
    private int survived;
    private final Map<String, Integer> notTried = new TreeMap<>();
    private double seconds;
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  synchronized void survived(String kind) {
    Row row = row(kind);
    row.tried++;
    row.survived++;
  }

  synchronized void failed(String kind, String what) {
    row(kind).tried++;
    failures.add(kind + ": " + what);
  }

  synchronized void notTried(String kind, String reason) {
    row(kind).notTried.merge(reason, 1, Integer::sum);
  }

  synchronized void took(String kind, double seconds) {
    row(kind).seconds = seconds;
  }

  synchronized boolean allSurvived() {
    return failures.isEmpty() && rows.values().stream().anyMatch(row -> row.tried > 0);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  /** The table, and below it what was not survived or not tried. */
  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, ROW, "fault", "tried", "survived", "seconds"));
    rows.forEach((kind, row) -> text.append(line(kind, row.tried, row.survived, row.seconds)));
    text.append(
        line(
            "all",
            rows.values().stream().mapToInt(row -> row.tried).sum(),
            rows.values().stream().mapToInt(row -> row.survived).sum(),
            rows.values().stream().mapToDouble(row -> row.seconds).sum()));
    rows.forEach(
        (kind, row) ->
            row.notTried.forEach(
                (reason, count) ->
                    text.append("Not tried: ")
                        .append(count)
                        .append(" of ")
                        .append(kind)
                        .append(", because ")
                        .append(reason)
                        .append('\n')));
    failures.forEach(failure -> text.append("Not survived: ").append(failure).append('\n'));
    return text.toString();
  }

  private Row row(String kind) {
    return rows.computeIfAbsent(kind, k -> new Row());
  }

  private static String line(String kind, int tried, int survived, double seconds) {
    String rounded = String.format(Locale.ROOT, "%.0f", seconds);
    return String.format(Locale.ROOT, ROW, kind, tried, survived, rounded);
  }
}
