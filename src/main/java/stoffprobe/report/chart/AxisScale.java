package stoffprobe.report.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A section of an axis that starts and ends at a tick, so that its ends can be read off. */
public record AxisScale(double low, double high, double step) {

  /** About as many steps as a small panel has room to label. */
  private static final int STEPS = 5;

  public AxisScale {
    if (!(low < high && step > 0)) {
      throw new IllegalArgumentException(low + " to " + high + " by " + step);
    }
  }

  /**
   * The section that shows all finite values.
   *
   * @param least the narrowest section to show, so that noise isn't blown up; more than 0
   */
  public static AxisScale around(double[] values, double least) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(1);
    double missing = Math.max(0, least - (high - low)) / 2;
    return ticked(low - missing, high + missing);
  }

  /**
   * As {@link #around}, cut where no value can be: below {@code floor} or above {@code ceiling}.
   */
  public static AxisScale within(double[] values, double least, double floor, double ceiling) {
    AxisScale free = around(values, least);
    return new AxisScale(Math.max(floor, free.low), Math.min(ceiling, free.high), free.step);
  }

  /** From zero up to the largest finite value. */
  public static AxisScale fromZero(double[] values) {
    double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    return ticked(0, high > 0 ? high : 1);
  }

  /** From zero up to the largest of some counts, in whole steps. */
  public static AxisScale counts(double largest) {
    AxisScale any = fromZero(new double[] {largest});
    return any.step >= 1 ? any : new AxisScale(0, Math.max(1, Math.ceil(largest)), 1);
  }

  private static AxisScale ticked(double low, double high) {
    double step = step((high - low) / STEPS);
    return new AxisScale(
        Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
  }

  /** The smallest of 1, 2 and 5 times a power of ten that is no less than {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(m -> m * power)
        .filter(s -> s >= least * (1 - 1e-9))
        .findFirst()
        .orElse(10 * power);
  }

  /** Decimals that its ticks need. */
  public int digits() {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }
}
