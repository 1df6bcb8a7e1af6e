package stoffprobe.torture;

/**
 * One fault, and what has to hold after it.
 *
 * @param name what is done, for the list of those not survived
 * @param body throws if something does not hold
 */
record Trial(String name, Body body) {

  /** What is done, on a ground of its own. */
  @FunctionalInterface
  interface Body {
    void on(Ground ground) throws Exception;
  }
}
