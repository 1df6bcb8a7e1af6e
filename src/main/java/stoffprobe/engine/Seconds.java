package stoffprobe.engine;

/** Durations by the clock that no one can set. */
final class Seconds {

  private Seconds() {}

  /** The seconds since a value of {@link System#nanoTime}, to the millisecond. */
  static double since(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }
}
