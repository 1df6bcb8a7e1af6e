package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import stoffprobe.report.facts.Comparison.Better;

/**
 * Two models on the test images of one class, a row of {@code class-comparisons.csv}.
 *
 * @param support test images of the class
 * @param difference recall of b minus recall of a with its interval; none for a class without
 *     images
 * @param mcnemarPHolm adjusted for all classes of the pair
 * @param better by {@code mcnemarPHolm}
 */
public record ClassComparison(
    String a,
    String b,
    int classIndex,
    long support,
    long onlyACorrect,
    long onlyBCorrect,
    Optional<Difference> difference,
    double mcnemarP,
    double mcnemarPHolm,
    Better better) {

  /** A difference of shares, -1 to 1. */
  public record Difference(double value, Interval interval) {}

  /** Reads the rows of all pairs. */
  static List<ClassComparison> readAll(Path file) throws IOException {
    return CsvFile.read(
        file,
        row ->
            new ClassComparison(
                row.text("a"),
                row.text("b"),
                row.index("class_index"),
                row.whole("support"),
                row.whole("only_a_correct"),
                row.whole("only_b_correct"),
                difference(
                    row.optionalNumber("recall_difference"),
                    row.optionalNumber("low"),
                    row.optionalNumber("high")),
                row.number("mcnemar_p"),
                row.number("mcnemar_p_holm"),
                Better.of(row.text("better"))));
  }

  private static Optional<Difference> difference(
      OptionalDouble value, OptionalDouble low, OptionalDouble high) {
    return value.isEmpty() || low.isEmpty() || high.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                value.getAsDouble(), new Interval(low.getAsDouble(), high.getAsDouble())));
  }
}
