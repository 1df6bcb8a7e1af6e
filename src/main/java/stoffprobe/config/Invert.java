package stoffprobe.config;

import java.util.Locale;

/**
 * Whether a picture is turned into its negative before a network sees it: FashionMNIST shows things
 * on black, photographs mostly show them on white.
 */
public enum Invert {
  /** If the picture's border is brighter than middle grey. */
  AUTO,
  NEVER,
  ALWAYS;

  /** As files and commands spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
