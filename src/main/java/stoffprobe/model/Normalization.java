package stoffprobe.model;

/**
 * How a pixel of 0 to 255 becomes a network's input: {@code (x / scale - mean) / std}.
 *
 * @param scale the largest pixel value, 255
 */
public record Normalization(double scale, double mean, double std) {

  public Normalization {
    if (!(scale > 0) || !(std > 0) || !Double.isFinite(mean)) {
      throw new IllegalArgumentException(scale + ", " + mean + ", " + std);
    }
  }

  /** What a pixel is multiplied with; both are rounded to float32 once, as the graph computes. */
  public float factor() {
    return (float) (1 / (scale * std));
  }

  /** What is added to the product. */
  public float offset() {
    return (float) (-mean / std);
  }
}
