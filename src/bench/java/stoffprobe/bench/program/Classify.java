package stoffprobe.bench.program;

import stoffprobe.data.Images;

/** What both sides offer to whoever has pictures: from bytes in memory to probabilities. */
@FunctionalInterface
public interface Classify {

  /**
   * Classifies images.
   *
   * @param images uint8 {@code [n, 28, 28]}, not normalised
   * @return float32 {@code [n, 10]}, row by row
   */
  float[] probabilities(Images images);
}
