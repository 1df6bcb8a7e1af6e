package stoffprobe.serve;

/** A request that gets no answer but a reason, with a status that says whose fault it is. */
final class Refusal extends Exception {

  private final int status;

  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  Refusal(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  int status() {
    return status;
  }
}
