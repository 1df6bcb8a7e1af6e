package stoffprobe.report.facts;

import java.io.IOException;
import stoffprobe.data.BrokenFileException;

/**
 * Two models on the same test images, an entry of {@code comparisons} in {@code metrics.json}.
 *
 * @param difference accuracy of b minus accuracy of a
 * @param mcnemarP exact, two-sided
 * @param better by {@code mcnemarP}: what holds of this pair looked at alone
 * @param mcnemarPHolm {@code mcnemarP}, adjusted for the number of pairs
 * @param betterHolm by {@code mcnemarPHolm}: what holds of this pair among all
 */
public record Comparison(
    String a,
    String b,
    double difference,
    Interval interval,
    long onlyACorrect,
    long onlyBCorrect,
    long bothCorrect,
    long bothWrong,
    double mcnemarP,
    Better better,
    double mcnemarPHolm,
    Better betterHolm) {

  /** Which model is better. */
  public enum Better {
    A,
    B,
    UNDECIDED;

    /** As {@code metrics.json} and the page's {@code data-verdict} write it. */
    public String word() {
      return switch (this) {
        case A -> "a";
        case B -> "b";
        case UNDECIDED -> "undecided";
      };
    }

    static Better of(String word) throws BrokenFileException {
      return switch (word) {
        case "a" -> A;
        case "b" -> B;
        case "undecided" -> UNDECIDED;
        default ->
            throw new BrokenFileException(
                "5-evaluate calls '%s' better, expected a, b or undecided.".formatted(word)
                    + " Run the stage evaluate again.");
      };
    }
  }

  static Comparison read(JsonFile json) throws IOException {
    return new Comparison(
        json.text("a"),
        json.text("b"),
        json.number("accuracy_difference"),
        Interval.of(json.numbers("ci95", 2)),
        json.whole("only_a_correct"),
        json.whole("only_b_correct"),
        json.whole("both_correct"),
        json.whole("both_wrong"),
        json.number("mcnemar_p"),
        Better.of(json.text("better")),
        json.number("mcnemar_p_holm"),
        Better.of(json.text("better_holm")));
  }

  public boolean decided() {
    return better != Better.UNDECIDED;
  }

  /** Whether the difference also holds among all pairs of the run. */
  public boolean decidedAmongAll() {
    return betterHolm != Better.UNDECIDED;
  }

  /**
   * The model with the higher accuracy, a if they are level; also where {@link #better} is open.
   */
  public String ahead() {
    return switch (better) {
      case A -> a;
      case B -> b;
      case UNDECIDED -> difference > 0 ? b : a;
    };
  }

  /** The other one. */
  public String behind() {
    return ahead().equals(a) ? b : a;
  }

  /** The difference as the model ahead minus the one behind. */
  public double lead() {
    return ahead().equals(b) ? difference : -difference;
  }

  /** The interval of {@link #lead}. */
  public Interval leadInterval() {
    return ahead().equals(b) ? interval : interval.negated();
  }
}
