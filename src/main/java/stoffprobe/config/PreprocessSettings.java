package stoffprobe.config;

/**
 * The section {@code preprocess}: a pixel {@code x} of 0 to 255 becomes {@code (x / 255 - mean) /
 * std}.
 *
 * @param mean subtracted after scaling to 0 to 1
 * @param std divided by, above 0
 * @param validation share of the training images held out of training, 0 (none) to 0.5; stratified
 *     and seeded
 */
public record PreprocessSettings(double mean, double std, double validation) {

  public static final PreprocessSettings DEFAULT = new PreprocessSettings(0.5, 0.5, 0.0);
}
