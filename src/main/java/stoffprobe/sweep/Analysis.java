package stoffprobe.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stoffprobe.config.SweepFile;
import stoffprobe.config.SweepVariant;
import stoffprobe.statistics.Holm;
import stoffprobe.statistics.runs.SeedsAndImages;

/** Works out what the runs of a sweep tell together. */
final class Analysis {

  /** So many variants are all compared with each other; of more, the best with each. */
  private static final int FEW = 6;

  private final SweepFile file;
  private final Path runs;
  private final Map<String, boolean[]> right = new HashMap<>();

  /**
   * @param runs the folder with a folder a run
   */
  Analysis(SweepFile file, Path runs) {
    this.file = file;
    this.runs = runs;
  }

  /**
   * The findings.
   *
   * @param source where the sweep's file is
   * @param records what came of each run
   */
  Findings of(Path source, List<RunRecord> records) throws IOException {
    List<VariantResult> variants = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (SweepVariant variant : file.variants()) {
      keys.addAll(variant.values().keySet());
      List<RunRecord> own =
          records.stream()
              .filter(
                  record ->
                      record.model().equals(variant.model())
                          && record.values().equals(variant.values()))
              .toList();
      List<RunRecord> done = own.stream().filter(RunRecord::done).toList();
      variants.add(
          new VariantResult(
              variant.id(), variant.model(), variant.values(), done, own.size() - done.size()));
    }
    Findings findings =
        new Findings(
            file.name(),
            source,
            file.base(),
            file.pipeline().dataset().title(),
            file.seeds(),
            List.copyOf(keys),
            variants,
            List.of(),
            records);
    return new Findings(
        findings.sweep(),
        source,
        findings.base(),
        findings.title(),
        findings.seeds(),
        findings.keys(),
        variants,
        comparisons(findings.ranking()),
        records);
  }

  private List<Comparison> comparisons(List<VariantResult> ranking) throws IOException {
    List<Comparison> comparisons = new ArrayList<>();
    int firsts = ranking.size() > FEW ? 1 : ranking.size();
    for (int i = 0; i < firsts; i++) {
      for (int j = i + 1; j < ranking.size(); j++) {
        compare(ranking.get(i), ranking.get(j)).ifPresent(comparisons::add);
      }
    }
    double[] adjusted = Holm.adjusted(comparisons.stream().mapToDouble(Comparison::p).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      comparisons.set(i, comparisons.get(i).adjusted(adjusted[i]));
    }
    return comparisons;
  }

  /** Empty if no seed was trained with both. */
  private Optional<Comparison> compare(VariantResult a, VariantResult b) throws IOException {
    Map<Long, RunRecord> ofB = new LinkedHashMap<>();
    b.runs().forEach(run -> ofB.put(run.seed(), run));
    List<RunRecord> first = a.runs().stream().filter(run -> ofB.containsKey(run.seed())).toList();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<RunRecord> second =
        first.stream().flatMap(run -> Optional.ofNullable(ofB.get(run.seed())).stream()).toList();
    double sum = 0;
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      double difference = accuracy(first.get(i)) - accuracy(second.get(i));
      differences.add(difference);
      sum += difference;
    }
    if (sum < 0) {
      return compare(b, a); // of the common seeds the other one is ahead
    }
    int upsets = 0;
    for (RunRecord one : a.runs()) {
      for (RunRecord other : b.runs()) {
        upsets += accuracy(other) > accuracy(one) ? 1 : 0;
      }
    }
    return Optional.of(
        new Comparison(
            a,
            b,
            first.stream().map(RunRecord::seed).toList(),
            differences,
            seedsAndImages(first, second),
            1,
            upsets,
            a.runs().size() * b.runs().size()));
  }

  private Optional<SeedsAndImages> seedsAndImages(List<RunRecord> first, List<RunRecord> second)
      throws IOException {
    Set<String> images = new LinkedHashSet<>();
    first.forEach(run -> images.add(String.valueOf(run.testImagesSha256())));
    second.forEach(run -> images.add(String.valueOf(run.testImagesSha256())));
    if (first.size() < 2 || images.size() > 1) {
      return Optional.empty();
    }
    byte[][] differences = new byte[first.size()][];
    for (int s = 0; s < first.size(); s++) {
      boolean[] one = right(first.get(s));
      boolean[] other = right(second.get(s));
      differences[s] = new byte[one.length];
      for (int i = 0; i < one.length; i++) {
        differences[s][i] = (byte) ((one[i] ? 1 : 0) - (other[i] ? 1 : 0));
      }
    }
    return differences[0].length < 2
        ? Optional.empty()
        : Optional.of(SeedsAndImages.of(differences));
  }

  private boolean[] right(RunRecord run) throws IOException {
    boolean[] known = right.get(run.run());
    if (known == null) {
      Path folder = runs.resolve(run.run());
      known = new RunFolder(new Task(run.run(), run.model(), folder, folder)).right();
      right.put(run.run(), known);
    }
    return known;
  }

  private static double accuracy(RunRecord run) {
    return Optional.ofNullable(run.metrics().get(VariantResult.ACCURACY)).orElseThrow();
  }
}
