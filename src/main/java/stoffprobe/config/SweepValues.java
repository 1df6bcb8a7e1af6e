package stoffprobe.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;

/** What a key may be in a sweep. */
sealed interface SweepValues {

  /** How many there are to choose from. */
  int count();

  /** Each of them. */
  List<Node> all();

  /** One of them. */
  Node draw(Random random);

  /** Listed one by one. */
  record Listed(List<Node> all) implements SweepValues {

    public Listed {
      all = List.copyOf(all);
    }

    @Override
    public int count() {
      return all.size();
    }

    @Override
    public Node draw(Random random) {
      return all.get(random.nextInt(all.size()));
    }
  }

  /**
   * All numbers between two, whole ones if both bounds are written so.
   *
   * @param log whether each power of ten is as likely as the next
   */
  record Range(Place place, double from, double to, boolean log, boolean whole)
      implements SweepValues {

    /** Nobody needs to know a learning rate more exactly. */
    private static final MathContext DIGITS = new MathContext(3);

    @Override
    public int count() {
      return 1;
    }

    @Override
    public List<Node> all() {
      return List.of(); // found to be a problem while it was read
    }

    @Override
    public Node draw(Random random) {
      double share = random.nextDouble();
      double value =
          log
              ? StrictMath.exp(
                  StrictMath.log(from) + share * (StrictMath.log(to) - StrictMath.log(from)))
              : from + share * (to - from);
      BigDecimal shown =
          whole
              ? BigDecimal.valueOf(Math.round(value))
              : BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
      return new Node.Scalar(place, shown.toPlainString(), false);
    }
  }

  /**
   * A list, or, for a sample, {@code {from: 0.0001, to: 0.01, scale: log}}.
   *
   * @param sampled whether combinations are drawn at random
   * @param most how many values a list may have
   */
  static SweepValues read(Value value, boolean sampled, int most) {
    if (value.node() instanceof Node.Mapping) {
      Range range = value.as(section -> range(value, section));
      if (!sampled) {
        value.refuse(
            "a range", "a list of values; a range needs a sample: sample: {runs: 20, seed: 1}");
      }
      return range;
    }
    return new Listed(
        value.items("a list of values, such as [0.001, 0.0003]", 1, most).stream()
            .map(Value::node)
            .toList());
  }

  private static Range range(Value value, Section section) {
    double from = section.required("from", Numbers.between(-1e9, 1e9));
    double to = section.required("to", Numbers.between(-1e9, 1e9));
    boolean log =
        section.optional("scale", Words.oneOf(List.of(Scale.values())), Scale.LINEAR) == Scale.LOG;
    if (value.problems().noneAt(value.path()) && (from >= to || (log && from <= 0))) {
      value.refuse(
          "from %s to %s".formatted(from, to),
          "from below to" + (log ? ", both above 0 for a logarithmic scale" : ""));
    }
    return new Range(
        value.node().place(), from, to, log, isWhole(section, "from") && isWhole(section, "to"));
  }

  private static boolean isWhole(Section section, String key) {
    return section
        .find(key)
        .filter(found -> found.node() instanceof Node.Scalar s && s.text().matches("-?[0-9]+"))
        .isPresent();
  }

  /** How a range is drawn from. */
  enum Scale {
    LINEAR,
    LOG
  }
}
