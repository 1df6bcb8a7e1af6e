package stoffprobe.config;

/** How the learning rate changes in the course of a training. */
public sealed interface Schedule {

  /** Stays as it is. */
  record Constant() implements Schedule {}

  /**
   * Is multiplied with {@code factor} after every {@code every} epochs.
   *
   * @param every at least 1
   * @param factor above 0, at most 1
   */
  record Step(int every, double factor) implements Schedule {}

  /**
   * Falls like half a wave of the cosine, slowly at first and at last (Loshchilov and Hutter 2017,
   * arXiv 1608.03983, without restarts).
   *
   * @param to what is left of the learning rate after the last step, from 0 to below 1
   */
  record Cosine(double to) implements Schedule {}
}
