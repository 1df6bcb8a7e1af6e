package stoffprobe.sweep;

/** Seconds for people. */
final class Duration {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private Duration() {}

  /** {@code 40 s}, {@code 12 min}, {@code 3 h 20 min}. */
  static String of(long seconds) {
    if (seconds < 2 * MINUTE) {
      return seconds + " s";
    }
    long minutes = Math.round((double) seconds / MINUTE);
    return seconds < HOUR ? minutes + " min" : minutes / MINUTE + " h " + minutes % MINUTE + " min";
  }
}
