package stoffprobe.model;

import stoffprobe.config.PerChannel;

/**
 * How a pixel of 0 to 255 becomes a network's input: {@code (x / scale - mean) / std}, with the
 * same numbers for all channels or others for each.
 *
 * @param scale the largest pixel value, 255
 */
public record Normalization(double scale, PerChannel mean, PerChannel std) {

  public Normalization {
    boolean real = mean.values().stream().allMatch(Double::isFinite);
    if (!(scale > 0) || !real || !std.values().stream().allMatch(value -> value > 0)) {
      throw new IllegalArgumentException(scale + ", " + mean + ", " + std);
    }
  }

  /** The same for all channels. */
  public Normalization(double scale, double mean, double std) {
    this(scale, PerChannel.of(mean), PerChannel.of(std));
  }

  /** Whether it is the same for all channels. */
  public boolean single() {
    return mean.single() && std.single();
  }

  /**
   * What a channel's value is multiplied with; both are rounded to float32 once, as the graph
   * computes.
   */
  public float factor(int channel) {
    return (float) (1 / (scale * std.of(channel)));
  }

  /** What is added to the product. */
  public float offset(int channel) {
    return (float) (-mean.of(channel) / std.of(channel));
  }

  /** The factors of so many channels. */
  public float[] factors(int channels) {
    float[] factors = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      factors[channel] = factor(channel);
    }
    return factors;
  }

  /** The offsets of so many channels. */
  public float[] offsets(int channels) {
    float[] offsets = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      offsets[channel] = offset(channel);
    }
    return offsets;
  }
}
