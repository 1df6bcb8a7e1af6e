package stoffprobe.bench.figures;

/**
 * One thing that is measured.
 *
 * @param key its name in {@code bench.json}, such as {@code mlp.epoch}
 * @param label its name in the table
 * @param better which values are the good ones
 */
public record Metric(String key, String label, Unit unit, Better better) {

  /** Less is better: seconds, bytes. */
  public static Metric less(String key, String label, Unit unit) {
    return new Metric(key, label, unit, Better.LESS);
  }

  /** More is better: rates. */
  public static Metric more(String key, String label, Unit unit) {
    return new Metric(key, label, unit, Better.MORE);
  }

  /** How many times better {@code ours} is than {@code other}; below 1 it is worse. */
  public double ratio(double ours, double other) {
    return better == Better.LESS ? other / ours : ours / other;
  }

  /** Which values are the good ones. */
  public enum Better {
    LESS,
    MORE
  }

  /** What the values count. */
  public enum Unit {
    SECONDS("s"),
    MILLISECONDS("ms"),
    IMAGES_PER_SECOND("images/s"),
    GFLOPS("GFLOP/s"),
    MEBIBYTES("MiB");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    /** As it stands behind a number. */
    public String symbol() {
      return symbol;
    }
  }
}
