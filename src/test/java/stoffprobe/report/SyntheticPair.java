package stoffprobe.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two made-up models on the same images: in each class up to two images that only a gets right and
 * as many that only b does, and more for the one that recognises more.
 */
record SyntheticPair(SyntheticModel a, SyntheticModel b) {

  /** Images that only one of the two gets right. */
  record Discordant(int onlyA, int onlyB, int images) {

    double difference() {
      return (double) (onlyB - onlyA) / images;
    }

    double error() {
      double gap = onlyB - onlyA;
      return Math.sqrt(onlyA + onlyB - gap * gap / images) / images;
    }

    double low() {
      return difference() - 1.96 * error();
    }

    double high() {
      return difference() + 1.96 * error();
    }

    /** Exact, two-sided. */
    double p() {
      int trials = onlyA + onlyB;
      BigInteger sum = BigInteger.ZERO;
      BigInteger term = BigInteger.ONE;
      for (int i = 0; i <= Math.min(onlyA, onlyB); i++) {
        sum = sum.add(term);
        term = term.multiply(BigInteger.valueOf(trials - i)).divide(BigInteger.valueOf(i + 1));
      }
      BigDecimal tail =
          new BigDecimal(sum)
              .divide(new BigDecimal(BigInteger.TWO.pow(trials)), MathContext.DECIMAL64);
      return Math.min(1, 2 * tail.doubleValue());
    }

    String better(double p) {
      return p >= 0.05 ? "undecided" : onlyB > onlyA ? "b" : "a";
    }
  }

  static List<SyntheticPair> all(List<SyntheticModel> models) {
    List<SyntheticPair> pairs = new ArrayList<>();
    for (int a = 0; a < models.size(); a++) {
      for (int b = a + 1; b < models.size(); b++) {
        pairs.add(new SyntheticPair(models.get(a), models.get(b)));
      }
    }
    return pairs;
  }

  /** Holm's adjusted values, in the order of the given ones. */
  static List<Double> holm(List<Double> p) {
    List<Integer> order =
        IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
    Double[] adjusted = new Double[p.size()];
    double highest = 0;
    for (int i = 0; i < order.size(); i++) {
      highest = Math.max(highest, Math.min(1, (p.size() - i) * p.get(order.get(i))));
      adjusted[order.get(i)] = highest;
    }
    return List.of(adjusted);
  }

  Discordant inClass(int label) {
    int gap = b.correct().get(label) - a.correct().get(label);
    int more = Math.max(a.correct().get(label), b.correct().get(label));
    int less = Math.min(a.correct().get(label), b.correct().get(label));
    int each = Math.min(2, Math.min(less, SyntheticModel.SUPPORT - more));
    return new Discordant(
        Math.max(0, -gap) + each, Math.max(0, gap) + each, SyntheticModel.SUPPORT);
  }

  Discordant overall() {
    List<Discordant> classes = IntStream.range(0, a.classes()).mapToObj(this::inClass).toList();
    return new Discordant(
        classes.stream().mapToInt(Discordant::onlyA).sum(),
        classes.stream().mapToInt(Discordant::onlyB).sum(),
        a.classes() * SyntheticModel.SUPPORT);
  }

  /** The pair's entry in {@code metrics.json}. */
  String json(double holm) {
    Discordant all = overall();
    return ("{\"a\": \"%s\", \"b\": \"%s\", \"accuracy_difference\": %s, \"ci95\": [%s, %s],"
            + " \"only_a_correct\": %d, \"only_b_correct\": %d, \"both_correct\": %d,"
            + " \"both_wrong\": %d, \"mcnemar_p\": %s, \"better\": \"%s\","
            + " \"mcnemar_p_holm\": %s, \"better_holm\": \"%s\"}")
        .formatted(
            a.name(),
            b.name(),
            all.difference(),
            all.low(),
            all.high(),
            all.onlyA(),
            all.onlyB(),
            a.hits() - all.onlyA(),
            all.images() - a.hits() - all.onlyB(),
            all.p(),
            all.better(all.p()),
            holm,
            all.better(holm));
  }

  /** The pair's rows in {@code class-comparisons.csv}. */
  String csv(List<String> names) {
    List<Discordant> classes = IntStream.range(0, a.classes()).mapToObj(this::inClass).toList();
    List<Double> holm = holm(classes.stream().map(Discordant::p).toList());
    StringBuilder rows = new StringBuilder();
    for (int c = 0; c < classes.size(); c++) {
      Discordant d = classes.get(c);
      rows.append(
          "%s,%s,%d,%s,%d,%d,%d,%s,%s,%s,%s,%s,%s\n"
              .formatted(
                  a.name(),
                  b.name(),
                  c,
                  SyntheticRun.csv(names.get(c)),
                  d.images(),
                  d.onlyA(),
                  d.onlyB(),
                  d.difference(),
                  d.low(),
                  d.high(),
                  d.p(),
                  holm.get(c),
                  d.better(holm.get(c))));
    }
    return rows.toString();
  }
}
