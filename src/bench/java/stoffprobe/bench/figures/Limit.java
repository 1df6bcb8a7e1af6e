package stoffprobe.bench.figures;

/**
 * The least time of an epoch if all its matrix arithmetic ran at the machine's best rate.
 *
 * @param gflop billions of operations in an epoch
 * @param peak the best rate of a large matrix product that was seen, in GFLOP/s
 */
public record Limit(String model, double gflop, double peak) {

  /** Seconds an epoch. */
  public double seconds() {
    return gflop / peak;
  }

  /** How much of the limit an epoch of {@code epochSeconds} reaches, in percent. */
  public double percent(double epochSeconds) {
    return 100 * seconds() / epochSeconds;
  }
}
