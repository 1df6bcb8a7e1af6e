package stoffprobe.engine;

/** Whether the program is being ended. */
final class Shutdown {

  private Shutdown() {}

  /**
   * Asks the JVM, which has no call for it but takes no more hooks then. Libraries that would add
   * one of their own fail at that moment, and so does what relies on the interrupt that they take.
   */
  static boolean underWay() {
    Thread hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
