package stoffprobe.serve;

import java.time.Duration;

/**
 * What a client may ask for.
 *
 * @param bodyBytes of a request's body, at most
 * @param pixels of a picture, at most
 * @param body within which a body has to arrive
 * @param threads requests that are read or answered at once, at most; slow clients take one each
 * @param queue requests that wait for the model, at most; another one is refused
 * @param grace within which a stopping server finishes what it began
 */
public record Limits(
    int bodyBytes, int pixels, Duration body, int threads, int queue, Duration grace) {

  /** A photograph of 24 megapixels, a telephone on a slow line, a stop within five seconds. */
  public static final Limits DEFAULT =
      new Limits(10_000_000, 25_000_000, Duration.ofSeconds(10), 256, 64, Duration.ofMillis(3_500));
}
