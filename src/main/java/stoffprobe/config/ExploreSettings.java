package stoffprobe.config;

/**
 * The section {@code explore}.
 *
 * @param samples how many random training images are shown (the notebook's {@code
 *     ANZAHL_BEISPIELBILDER}), 1 to 1000
 */
public record ExploreSettings(int samples) {

  public static final ExploreSettings DEFAULT = new ExploreSettings(15);
}
