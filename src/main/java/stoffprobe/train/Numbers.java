package stoffprobe.train;

import java.util.Locale;

/** Numbers as the log shows them. */
final class Numbers {

  private Numbers() {}

  /** {@code 0.330}: a point whatever the locale. */
  static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
