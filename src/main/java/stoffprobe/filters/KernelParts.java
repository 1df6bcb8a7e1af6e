package stoffprobe.filters;

import java.util.OptionalDouble;

/**
 * A square kernel as the sum of four parts that quarter turns tell apart; see {@link
 * KernelPattern}. Each is {@code side * side} values, row by row.
 *
 * <p>With w', w'' and w''' for the kernel turned once, twice and three times, the parts are the
 * mean m, (w - w'') / 2 for edges, (w - w' + w'' - w''') / 4 for lines, and (w + w' + w'' + w''') /
 * 4 - m for spots.
 */
final class KernelParts {

  /** Directions of less length than this share of the whole are rounding errors. */
  private static final double NOTHING = 1e-6;

  private static final double FULL_TURN = 360;

  /** Square of the way from the centre of an even side to the four weights around it. */
  private static final double HALF_DIAGONAL2 = 0.5;

  private final int side;
  private final double mean;
  private final double[] edge;
  private final double[] line;
  private final double[] spot;

  private KernelParts(int side, double mean, double[] edge, double[] line, double[] spot) {
    this.side = side;
    this.mean = mean;
    this.edge = edge;
    this.line = line;
    this.spot = spot;
  }

  static KernelParts of(float[] kernel, int side) {
    double sum = 0;
    for (float weight : kernel) {
      sum += weight;
    }
    double mean = sum / kernel.length;
    double[] edge = new double[kernel.length];
    double[] line = new double[kernel.length];
    double[] spot = new double[kernel.length];
    int last = side - 1;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double here = kernel[y * side + x];
        double once = kernel[x * side + last - y];
        double twice = kernel[(last - y) * side + last - x];
        double thrice = kernel[(last - x) * side + y];
        edge[y * side + x] = (here - twice) / 2;
        line[y * side + x] = (here - once + twice - thrice) / 4;
        spot[y * side + x] = (here + once + twice + thrice) / 4 - mean;
      }
    }
    return new KernelParts(side, mean, edge, line, spot);
  }

  double mean() {
    return mean;
  }

  double meanEnergy() {
    return mean * mean * edge.length;
  }

  double edgeEnergy() {
    return energy(edge);
  }

  double lineEnergy() {
    return energy(line);
  }

  double spotEnergy() {
    return energy(spot);
  }

  /** Where the kernel gets brighter, in degrees against the clock from the right. */
  OptionalDouble edgeDirection() {
    double right = 0;
    double up = 0;
    for (int i = 0; i < edge.length; i++) {
      right += edge[i] * x(i);
      up += edge[i] * y(i);
    }
    return angle(right, up, edgeEnergy());
  }

  /**
   * Along the course of a line, in degrees against the clock from the right.
   *
   * @param bright whether the line is; a bright one crosses a dark one in the line part
   */
  OptionalDouble lineDirection(boolean bright) {
    double level = 0;
    double slanted = 0;
    for (int i = 0; i < line.length; i++) {
      level += line[i] * (x(i) * x(i) - y(i) * y(i));
      slanted += line[i] * 2 * x(i) * y(i);
    }
    double sign = bright ? 1 : -1;
    OptionalDouble twice = angle(sign * level, sign * slanted, lineEnergy());
    return twice.isPresent() ? OptionalDouble.of(twice.getAsDouble() / 2) : twice;
  }

  /**
   * Whether the middle, up to a quarter of the side around the centre, is brighter than the rest.
   */
  boolean brightMiddle() {
    double radius2 = Math.max(HALF_DIAGONAL2, side * side / 16.0);
    double middle = 0;
    for (int i = 0; i < spot.length; i++) {
      if (x(i) * x(i) + y(i) * y(i) <= radius2) {
        middle += spot[i];
      }
    }
    return middle >= 0;
  }

  private OptionalDouble angle(double right, double up, double energy) {
    if (Math.hypot(right, up) <= NOTHING * Math.sqrt(energy) * side) {
      return OptionalDouble.empty();
    }
    double degrees = Math.toDegrees(Math.atan2(up, right));
    return OptionalDouble.of(degrees < 0 ? (degrees + FULL_TURN) % FULL_TURN : degrees);
  }

  /** Columns to the right of the middle. */
  private double x(int index) {
    return index % side - (side - 1) / 2.0;
  }

  /** Rows above the middle. */
  private double y(int index) {
    return (side - 1) / 2.0 - Math.floorDiv(index, side);
  }

  private static double energy(double[] part) {
    double sum = 0;
    for (double value : part) {
      sum += value * value;
    }
    return sum;
  }
}
