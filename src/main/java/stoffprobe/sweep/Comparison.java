package stoffprobe.sweep;

import java.util.List;
import java.util.Optional;
import stoffprobe.statistics.runs.RunSummary;
import stoffprobe.statistics.runs.SeedsAndImages;
import stoffprobe.statistics.runs.SignFlip;

/**
 * Two variants over the seeds that both were trained with.
 *
 * @param ahead the one with the higher mean accuracy
 * @param behind the other
 * @param seeds that both were trained with
 * @param differences of accuracy for each of these, ahead minus behind
 * @param both the difference's mean with seeds and test images as samples; empty with one seed, or
 *     where seeds have test images of their own
 * @param adjustedP {@link #p()} after Holm's adjustment for all comparisons
 * @param upsets how many pairs of one run each put the one behind ahead
 * @param pairs how many such pairs there are
 */
public record Comparison(
    VariantResult ahead,
    VariantResult behind,
    List<Long> seeds,
    List<Double> differences,
    Optional<SeedsAndImages> both,
    double adjustedP,
    int upsets,
    int pairs) {

  /** A difference with a p of at least this is undecided. */
  public static final double SIGNIFICANCE = 0.05;

  public Comparison {
    seeds = List.copyOf(seeds);
    differences = List.copyOf(differences);
  }

  /** The differences over the seeds, with these test images taken as all that count. */
  public RunSummary overSeeds() {
    return RunSummary.of(differences.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * The p that decides: the larger of that for other seeds and that for other seeds and other test
   * images, where the latter can be told; 1 with a single seed, which decides nothing.
   */
  public double p() {
    double seedsAlone = overSeeds().p().orElse(1.0);
    return Math.max(seedsAlone, both.map(SeedsAndImages::p).orElse(0.0));
  }

  /** Whether the difference is more than chance explains, all comparisons considered. */
  public boolean decided() {
    return adjustedP < SIGNIFICANCE;
  }

  /** The exact p of the randomisation test over the seeds; empty with one seed or very many. */
  public Optional<Double> signFlipP() {
    return seeds.size() < 2 || seeds.size() > SignFlip.MOST
        ? Optional.empty()
        : Optional.of(SignFlip.p(differences.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  Comparison adjusted(double p) {
    return new Comparison(ahead, behind, seeds, differences, both, p, upsets, pairs);
  }
}
