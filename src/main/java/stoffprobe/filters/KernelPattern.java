package stoffprobe.filters;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The kind of pattern that a filter's weights look for: which of three parts has more than half of
 * the weights' energy, the sum of their squares.
 *
 * <p>The parts are the kernel's mean; what half a turn about its centre turns into its negative (an
 * edge: bright on one side, dark on the other); and the rest, which half a turn leaves as it is (a
 * line or a spot: the middle differs from what lies around it). They are orthogonal to one another,
 * so that their energies add up to the kernel's. For 3 x 3 they are the three spaces of Frei and
 * Chen, of one, four and four dimensions; so of filters made of random numbers, too, two in five
 * are edges and two in five are lines or spots. It is a spot if a quarter turn leaves three
 * quarters of the last part's energy as it is, else a line.
 *
 * <p>In colour a kernel is first taken apart into the mean of its channels, which is what it does
 * to grey, and how the channels differ from that, which is orthogonal to it. If the differences
 * have more than half of the energy it looks for colours; else its pattern is that of the mean.
 *
 * @param kind {@code NONE} if all weights are zero
 * @param share of the energy that the largest of the three parts has, 0 to 1
 * @param direction degrees against the clock from the right: of an edge, where it gets brighter, 0
 *     to below 360; of a line, along its course, 0 to below 180; else none
 * @param tone of a brightness, a line or a spot; else none
 * @see <a href="https://doi.org/10.1109/TC.1977.1674733">W. Frei and C.-C. Chen (1977): Fast
 *     Boundary Detection: A Generalization and a New Algorithm</a>
 */
public record KernelPattern(
    Kind kind, double share, OptionalDouble direction, Optional<Tone> tone) {

  /** What a kernel looks for. */
  public enum Kind {
    /** How bright a place is as a whole. */
    BRIGHTNESS,
    /** Where bright meets dark. */
    EDGE,
    /** Where a bright or a dark line runs. */
    LINE,
    /** Where a place differs from all around it. */
    SPOT,
    /** Where one colour differs from another. */
    COLOUR,
    /** Several of these, none for the most part. */
    MIXED,
    /** Nothing: all weights are zero. */
    NONE
  }

  /** What a kernel answers to with a large value. */
  public enum Tone {
    BRIGHT,
    DARK
  }

  /** A part needs more than this share of the energy to give the kernel its name. */
  private static final double MOST = 0.5;

  /** From this share of a symmetric part's energy on, quarter turns make it a spot. */
  private static final double ROUND = 0.75;

  /**
   * Looks at one kernel.
   *
   * @param kernel {@code side * side * channels} weights, row by row from the top, of each place
   *     all channels
   * @throws IllegalArgumentException if there are not so many
   */
  public static KernelPattern of(float[] kernel, int side, int channels) {
    if (side < 1 || channels < 1 || kernel.length != side * side * channels) {
      throw new IllegalArgumentException(
          kernel.length + " weights for a side of " + side + " in " + channels + " channels");
    }
    float[] mean = new float[side * side];
    double differences = 0;
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += kernel[i * channels + channel];
      }
      mean[i] = (float) (sum / channels);
      for (int channel = 0; channel < channels; channel++) {
        differences += Math.pow(kernel[i * channels + channel] - sum / channels, 2);
      }
    }
    return of(KernelParts.of(mean, side), differences / channels);
  }

  /**
   * Names a kernel.
   *
   * @param colour energy of how the channels differ, in the measure of their mean's
   */
  private static KernelPattern of(KernelParts parts, double colour) {
    double symmetric = parts.lineEnergy() + parts.spotEnergy();
    double energy = parts.meanEnergy() + parts.edgeEnergy() + symmetric + colour;
    if (energy > 0 && colour / energy > MOST) {
      return new KernelPattern(
          Kind.COLOUR, colour / energy, OptionalDouble.empty(), Optional.empty());
    }
    double most = Math.max(Math.max(parts.meanEnergy(), parts.edgeEnergy()), symmetric);
    if (!(energy > 0)) {
      return new KernelPattern(Kind.NONE, 0, OptionalDouble.empty(), Optional.empty());
    }
    double share = most / energy;
    if (share <= MOST) {
      return new KernelPattern(Kind.MIXED, share, OptionalDouble.empty(), Optional.empty());
    } else if (most == parts.edgeEnergy()) {
      return new KernelPattern(Kind.EDGE, share, parts.edgeDirection(), Optional.empty());
    } else if (most == parts.meanEnergy()) {
      Tone tone = parts.mean() > 0 ? Tone.BRIGHT : Tone.DARK;
      return new KernelPattern(Kind.BRIGHTNESS, share, OptionalDouble.empty(), Optional.of(tone));
    }
    boolean bright = parts.brightMiddle();
    Optional<Tone> tone = Optional.of(bright ? Tone.BRIGHT : Tone.DARK);
    return parts.spotEnergy() >= ROUND * symmetric
        ? new KernelPattern(Kind.SPOT, share, OptionalDouble.empty(), tone)
        : new KernelPattern(Kind.LINE, share, parts.lineDirection(bright), tone);
  }
}
