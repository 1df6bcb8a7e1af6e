package stoffprobe.predict;

/**
 * Whether a picture is turned into its negative before it is classified: the data set shows things
 * on black, photographs mostly show them on white.
 */
public enum Invert {
  /** If the picture's border is brighter than middle grey. */
  AUTO,
  NEVER,
  ALWAYS;

  boolean applies(double border) {
    return switch (this) {
      case AUTO -> border > 0.5;
      case NEVER -> false;
      case ALWAYS -> true;
    };
  }
}
