package stoffprobe.report.facts;

import java.util.List;

/** A 95 % confidence interval, both bounds included. */
public record Interval(double low, double high) {

  static Interval of(List<Double> bounds) {
    return new Interval(bounds.get(0), bounds.get(1));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The interval of the difference with its sides swapped. */
  public Interval negated() {
    return new Interval(-high, -low);
  }
}
