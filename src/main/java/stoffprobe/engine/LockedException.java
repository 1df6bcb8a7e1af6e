package stoffprobe.engine;

/**
 * Another run uses the output folder. The message names the process. The caller exits with 5, or
 * asks again and waits.
 */
public final class LockedException extends Exception {

  private final String holder;

  /**
   * @param holder the sentence that says who holds the lock, without its full stop
   */
  LockedException(String holder) {
    this(holder, "Run again when that has ended, or wait for it with --wait.");
  }

  /**
   * @param advice a sentence that says what to do
   */
  LockedException(String holder, String advice) {
    super(holder + ". " + advice);
    this.holder = holder;
  }

  /** {@code output/smoke is in use by process 4711, which began at ...}. */
  String holder() {
    return holder;
  }
}
