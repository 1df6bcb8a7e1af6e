package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import stoffprobe.data.BrokenFileException;

/**
 * How sure a model is of its answers, and how often it is right then.
 *
 * @param bins its rows of {@code reliability.csv}, from the lowest confidence to the highest
 * @param coverage its rows of {@code coverage.csv}, from 1 to 100 percent
 */
public record Certainty(List<Bin> bins, List<Coverage> coverage) {

  public Certainty {
    bins = List.copyOf(bins);
    coverage = List.copyOf(coverage);
  }

  /**
   * The images whose largest probability lies above {@code low} and up to {@code high}.
   *
   * @param measured nothing if there is no such image
   */
  public record Bin(double low, double high, long count, Optional<Measured> measured) {}

  /**
   * What was found in a bin.
   *
   * @param confidence mean of the largest probabilities
   * @param accuracy share of the images that is right
   */
  public record Measured(double confidence, double accuracy, Interval interval) {}

  /**
   * The surest images alone.
   *
   * @param percent how many of all
   * @param threshold the smallest of their largest probabilities
   */
  public record Coverage(
      int percent,
      long images,
      double threshold,
      long correct,
      double accuracy,
      Interval interval) {

    /** The percentage that is left to a person. */
    public int handedOver() {
      return 100 - percent;
    }
  }

  /**
   * Reads both files.
   *
   * @return by model
   * @throws BrokenFileException if a model's rows of the coverage are not those of 1 to 100 percent
   */
  public static Map<String, Certainty> readAll(RunFolder run, List<String> models)
      throws IOException {
    Path file = run.evaluate("coverage.csv");
    Map<String, List<Bin>> bins = byModel(run.evaluate("reliability.csv"), Certainty::bin);
    Map<String, List<Coverage>> coverage = byModel(file, Certainty::coverage);
    Map<String, Certainty> all = new LinkedHashMap<>();
    for (String model : models) {
      List<Coverage> rows = coverage.getOrDefault(model, List.of());
      for (int i = 0; i < 100; i++) {
        if (rows.size() != 100 || rows.get(i).percent() != i + 1) {
          throw JsonFile.broken(file, "it does not hold 1 to 100 percent of " + model);
        }
      }
      all.put(model, new Certainty(bins.getOrDefault(model, List.of()), rows));
    }
    return all;
  }

  /** The mean of all largest probabilities. */
  public double meanConfidence() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.measured().map(Measured::confidence).orElse(0.0) * bin.count();
    }
    return sum / bins.stream().mapToLong(Bin::count).sum();
  }

  /** What the surest {@code percent} of all images come to, 1 to 100. */
  public Coverage at(int percent) {
    return coverage.get(percent - 1);
  }

  /** The most images of which at least the share {@code accuracy} is right; nothing if none are. */
  public Optional<Coverage> most(double accuracy) {
    return coverage.stream()
        .filter(row -> row.accuracy() >= accuracy)
        .reduce((fewer, more) -> more);
  }

  private record Named<T>(String model, T row) {}

  private static <T> Map<String, List<T>> byModel(Path file, CsvFile.Mapping<T> mapping)
      throws IOException {
    Map<String, List<T>> rows = new LinkedHashMap<>();
    for (Named<T> named :
        CsvFile.read(file, row -> new Named<>(row.text("model"), mapping.map(row)))) {
      rows.computeIfAbsent(named.model(), m -> new ArrayList<>()).add(named.row());
    }
    return rows;
  }

  private static Bin bin(CsvFile.Row row) throws BrokenFileException {
    long count = row.whole("count");
    OptionalDouble accuracy = row.optionalNumber("accuracy");
    Optional<Measured> measured =
        accuracy.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Measured(row.number("confidence"), accuracy.getAsDouble(), interval(row)));
    return new Bin(row.number("low"), row.number("high"), count, measured);
  }

  private static Coverage coverage(CsvFile.Row row) throws BrokenFileException {
    return new Coverage(
        row.index("percent"),
        row.whole("images"),
        row.number("threshold"),
        row.whole("correct"),
        row.number("accuracy"),
        interval(row));
  }

  private static Interval interval(CsvFile.Row row) throws BrokenFileException {
    return new Interval(row.number("accuracy_low"), row.number("accuracy_high"));
  }
}
