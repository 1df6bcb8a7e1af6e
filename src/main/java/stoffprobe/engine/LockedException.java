package stoffprobe.engine;

/**
 * Another run uses the output folder. The message names the process. The caller exits with 5, or
 * asks again and waits.
 */
public final class LockedException extends Exception {

  LockedException(String message) {
    super(message);
  }
}
