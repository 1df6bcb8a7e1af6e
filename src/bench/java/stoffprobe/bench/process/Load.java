package stoffprobe.bench.process;

/**
 * What else the machine did while something was measured.
 *
 * @param when what was measured meanwhile
 * @param foreignPercent the share of all cores' time that other programs took
 * @param stolenPercent the share of all cores' time that other virtual machines took
 */
public record Load(String when, double foreignPercent, double stolenPercent) {

  /** Below this the machine counts as quiet; a lone editor or a time service stays below. */
  public static final double QUIET_PERCENT = 4;

  /**
   * Computes the shares.
   *
   * @param times what all cores did meanwhile
   * @param ownTicks what of it was the measured program itself
   */
  public static Load of(String when, CpuTimes times, long ownTicks) {
    double total = Math.max(1, times.total());
    double foreign = Math.max(0, times.busy() - ownTicks);
    return new Load(when, 100 * foreign / total, 100 * times.stolen() / total);
  }

  /** Whether figures taken meanwhile can be trusted. */
  public boolean quiet() {
    return foreignPercent < QUIET_PERCENT && stolenPercent < QUIET_PERCENT;
  }
}
