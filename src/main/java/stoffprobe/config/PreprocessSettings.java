package stoffprobe.config;

/**
 * The section {@code preprocess}: a pixel {@code x} of 0 to 255 becomes {@code (x / 255 - mean) /
 * std}, with the same two numbers for all channels or others for each.
 *
 * @param mean subtracted after scaling to 0 to 1
 * @param std divided by, above 0
 * @param validation share of the training images held out of training, 0 (none) to 0.5; stratified
 *     and seeded
 */
public record PreprocessSettings(PerChannel mean, PerChannel std, double validation) {

  public static final PreprocessSettings DEFAULT = new PreprocessSettings(0.5, 0.5, 0.0);

  /** With the same numbers for all channels. */
  public PreprocessSettings(double mean, double std, double validation) {
    this(PerChannel.of(mean), PerChannel.of(std), validation);
  }
}
