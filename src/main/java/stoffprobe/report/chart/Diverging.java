package stoffprobe.report.chart;

import java.awt.Color;

/**
 * Colours from blue over near-black to orange: the further from zero, the brighter, on both sides
 * alike. Blue and orange stay apart with every kind of colour vision, as in Okabe and Ito's set,
 * and dark means few as in {@link Viridis}.
 *
 * @param high the value of the brightest orange; that of the brightest blue is {@code -high}
 */
record Diverging(double high) {

  private static final int[] BLUE = {0x20242b, 0x1f5f9e, 0x8cc8ff};
  private static final int[] ORANGE = {0x20242b, 0x93490f, 0xffb468};

  Diverging {
    if (!(high > 0)) {
      throw new IllegalArgumentException("scale up to " + high);
    }
  }

  /** The colour of a value; beyond the scale, that of the nearer end. */
  Color color(double value) {
    int[] side = value < 0 ? BLUE : ORANGE;
    double place = Math.min(1, Math.abs(value) / high) * (side.length - 1);
    int anchor = Math.min((int) place, side.length - 2);
    double share = place - anchor;
    return new Color(
        mix(side[anchor] >> 16 & 0xff, side[anchor + 1] >> 16 & 0xff, share),
        mix(side[anchor] >> 8 & 0xff, side[anchor + 1] >> 8 & 0xff, share),
        mix(side[anchor] & 0xff, side[anchor + 1] & 0xff, share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
