package stoffprobe.torture;

/** A fault that can't be made on this machine. The message says why. */
final class NotTried extends RuntimeException {

  NotTried(String reason) {
    super(reason);
  }
}
