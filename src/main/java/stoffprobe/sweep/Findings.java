package stoffprobe.sweep;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the runs of a sweep tell together.
 *
 * @param sweep its name
 * @param file the sweep's file
 * @param base the pipeline file that its runs are made of
 * @param title of the data set
 * @param seeds in the order of the file
 * @param keys that the sweep varies
 * @param variants in the order of the file
 * @param comparisons each two of few variants; of many, the best with each other one
 * @param runs all, in the order of the file
 */
public record Findings(
    String sweep,
    Path file,
    Path base,
    String title,
    List<Long> seeds,
    List<String> keys,
    List<VariantResult> variants,
    List<Comparison> comparisons,
    List<RunRecord> runs) {

  public Findings {
    seeds = List.copyOf(seeds);
    keys = List.copyOf(keys);
    variants = List.copyOf(variants);
    comparisons = List.copyOf(comparisons);
    runs = List.copyOf(runs);
  }

  /** Those with runs that are done, the highest mean accuracy first. */
  public List<VariantResult> ranking() {
    return variants.stream()
        .filter(VariantResult::measured)
        .sorted(Comparator.comparingDouble(VariantResult::rank).reversed())
        .toList();
  }

  /** Of the two at the top; empty if there are not two with a common seed. */
  public Optional<Comparison> first() {
    List<VariantResult> ranking = ranking();
    return ranking.size() < 2
        ? Optional.empty()
        : comparisons.stream()
            .filter(
                comparison ->
                    comparison.ahead().id().equals(ranking.get(0).id())
                        && comparison.behind().id().equals(ranking.get(1).id()))
            .findFirst();
  }

  public List<RunRecord> failed() {
    return runs.stream().filter(run -> !run.done()).toList();
  }
}
