package stoffprobe.statistics;

/** Which of two models is the better one. */
public enum Verdict {
  A("a"),
  B("b"),
  /** The difference may be chance. */
  UNDECIDED("undecided");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** How files write it: {@code a}, {@code b}, {@code undecided}. */
  public String word() {
    return word;
  }
}
