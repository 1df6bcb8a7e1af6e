package stoffprobe.config;

/** The share of all images that becomes the test set where there is none. */
final class TestShare {

  static final double DEFAULT = 0.2;
  static final Kind<Double> KIND = Numbers.between(0.01, 0.5);

  private TestShare() {}
}
