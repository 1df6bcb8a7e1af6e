package stoffprobe.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;
import stoffprobe.cluster.Place;

/** Spark's exceptions as plain sentences. */
final class SparkFailure {

  private SparkFailure() {}

  /** What a person is told; the cause is kept. */
  static IOException of(Place place, Throwable failure) {
    for (Throwable cause : chain(failure)) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted. Run the same command again.");
      }
    }
    Throwable last = failure;
    for (Throwable cause : chain(failure)) {
      last = cause;
    }
    if (firstLine(last).contains("SparkContext")) { // was stopped by the cluster, or never started
      return new IOException(
          "%s can't be reached, or ended the work. Its master's and workers' logs tell why."
              .formatted(place.master()),
          failure);
    }
    return new IOException(
        "The work on %s came to nothing: %s".formatted(place.master(), firstLine(last)), failure);
  }

  private static Iterable<Throwable> chain(Throwable failure) {
    java.util.List<Throwable> chain = new java.util.ArrayList<>();
    for (Throwable cause = failure; cause != null && chain.size() < 20; cause = cause.getCause()) {
      chain.add(cause);
    }
    return chain;
  }

  /** What follows is the trace of a task. */
  private static String firstLine(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null ? failure.toString() : message.lines().findFirst().orElse("").strip();
  }
}
