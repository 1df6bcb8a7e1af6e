package stoffprobe.report.chart;

/** The report's two languages. */
public enum Language {
  DE,
  EN;

  /** The language's tag for HTML's {@code lang}: {@code de}, {@code en}. */
  public String tag() {
    return this == DE ? "de" : "en";
  }

  /** Whichever of the two texts is in this language. */
  public String pick(String german, String english) {
    return this == DE ? german : english;
  }
}
