package stoffprobe.bench.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stoffprobe.bench.figures.Figure;
import stoffprobe.bench.figures.Limit;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.figures.Summary;

/** The record as Markdown: the verdict, a table, the machine, the notes. */
public final class BenchTable {

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final String NONE = "";

  private BenchTable() {}

  /** The whole text, ending with a line break. */
  public static String render(BenchRecord bench) {
    List<String> lines = new ArrayList<>();
    lines.add(bench.verdict().text());
    lines.add("");
    boolean notebook = bench.figures().stream().anyMatch(f -> f.of(Side.NOTEBOOK).isPresent());
    lines.add(
        row(
            notebook,
            List.of("median (min to max)", "Stoffprobe", "peer", "ratio", "notebook", "ratio")));
    lines.add(row(notebook, List.of("---", "---", "---", "---", "---", "---")));
    bench.figures().forEach(figure -> lines.add(row(notebook, cells(figure))));
    bench.limits().forEach(limit -> lines.add(row(notebook, cells(limit, bench))));
    lines.add("");
    lines.add(machine(bench));
    bench.notes().forEach(note -> lines.addAll(List.of("", note)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> cells(Figure figure) {
    return List.of(
        figure.metric().label() + ", " + figure.metric().unit().symbol(),
        cell(figure.of(Side.OURS)),
        cell(figure.of(Side.PEER)),
        ratio(figure, Side.PEER),
        cell(figure.of(Side.NOTEBOOK)),
        ratio(figure, Side.NOTEBOOK));
  }

  private static List<String> cells(Limit limit, BenchRecord bench) {
    return List.of(
        String.format(
            Locale.ROOT,
            "%s: share of the limit, %s GFLOP at %s GFLOP/s = %s s",
            limit.model().toUpperCase(Locale.ROOT),
            digits(limit.gflop()),
            digits(limit.peak()),
            digits(limit.seconds())),
        percent(limit, bench, Side.OURS),
        percent(limit, bench, Side.PEER),
        NONE,
        NONE,
        NONE);
  }

  private static String percent(Limit limit, BenchRecord bench, Side side) {
    return bench
        .figure(limit.model() + ".epoch")
        .flatMap(figure -> figure.of(side))
        .map(epoch -> String.format(Locale.ROOT, "%.0f %%", limit.percent(epoch.median())))
        .orElse(NONE);
  }

  private static String ratio(Figure figure, Side other) {
    return figure
        .ratio(other)
        .map(
            ratio -> {
              String middle = "**" + digits(ratio.ofMedians()) + "**";
              return ratio.min() == ratio.max()
                  ? middle
                  : middle + " (" + digits(ratio.min()) + " to " + digits(ratio.max()) + ")";
            })
        .orElse(NONE);
  }

  private static String cell(Optional<Summary> measured) {
    return measured
        .map(
            summary ->
                summary.values().size() == 1
                    ? digits(summary.median())
                    : digits(summary.median())
                        + " ("
                        + digits(summary.min())
                        + " to "
                        + digits(summary.max())
                        + ")")
        .orElse(NONE);
  }

  /** Three digits, without an exponent; larger numbers keep all before the point. */
  static String digits(double value) {
    if (Math.abs(value) >= 1000) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    int beforePoint = rounded.precision() - rounded.scale();
    return rounded.setScale(Math.max(0, DIGITS.getPrecision() - beforePoint)).toPlainString();
  }

  private static String row(boolean notebook, List<String> cells) {
    return "| " + String.join(" | ", notebook ? cells : cells.subList(0, 4)) + " |";
  }

  private static String machine(BenchRecord bench) {
    List<String> versions = new ArrayList<>();
    bench.versions().forEach((name, version) -> versions.add(name + " " + version));
    return String.format(
        Locale.ROOT,
        "%s, %d cores (%s), %.0f GiB; %s; JDK %s; %s; commit %s; %s repetitions, %s UTC, %.0f s.",
        bench.machine().host().processor(),
        bench.machine().host().cores(),
        String.join(" ", bench.machine().flags()),
        bench.machine().memoryGibibytes(),
        bench.machine().host().os(),
        bench.machine().host().jdk(),
        String.join(", ", versions),
        bench.commit(),
        bench.settings().get("repetitions"),
        bench.started().toString().substring(0, 16).replace('T', ' '),
        bench.seconds());
  }
}
