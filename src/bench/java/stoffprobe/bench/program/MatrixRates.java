package stoffprobe.bench.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stoffprobe.bench.figures.Summary;

/**
 * Measures the rate of large matrix products, the same way for both engines.
 *
 * @param products how many products one call of {@code multiply} computes
 * @param multiply computes them, float32, {@value #SIDE} x {@value #SIDE} times {@value #SIDE} x
 *     {@value #SIDE}
 */
public record MatrixRates(int products, Runnable multiply) {

  /** Rows and columns: large enough that starting a product costs nothing beside it. */
  public static final int SIDE = 2048;

  private static final double GFLOP = 2.0 * SIDE * SIDE * SIDE / 1e9;
  private static final double WARM_UP_SECONDS = 0.7;
  private static final double SECONDS = 1.5;

  /** Measures, and returns the reading: {@code median_gflops=... peak_gflops=...}. */
  public String reading() {
    rates(WARM_UP_SECONDS);
    Summary rates = Summary.of(rates(SECONDS));
    return String.format(
        Locale.ROOT, "median_gflops=%.2f peak_gflops=%.2f", rates.median(), rates.max());
  }

  /** Multiplies for the given time; GFLOP/s of each call. */
  private List<Double> rates(double seconds) {
    List<Double> rates = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      multiply.run();
      rates.add(products * GFLOP / ((System.nanoTime() - start) / 1e9));
    }
    return rates;
  }
}
