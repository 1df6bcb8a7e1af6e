package stoffprobe.report.chart;

/** Stub. */
public final class Palette {
  private Palette() {}

  /** Stub. */
  public static String lightCss() {
    return "--figure-ink:#1b1b1b;";
  }

  /** Stub. */
  public static String darkCss() {
    return "--figure-ink:#ececec;";
  }
}
