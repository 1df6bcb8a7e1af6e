package stoffprobe.torture;

/**
 * A process that has ended.
 *
 * @param exitCode as a shell tells it: 128 + n if signal n ended it
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 * @param seconds from its start, or from the signal that ended it, to its end
 */
record Ended(int exitCode, String out, String err, double seconds) {

  static final int KILLED = 128 + 9;

  @Override
  public String toString() {
    return "exit code %d after %.1f s%n%s%s".formatted(exitCode, seconds, out, err);
  }
}
