package stoffprobe.evaluate;

import java.util.List;
import java.util.Optional;
import stoffprobe.statistics.Interval;

/** An interval as files hold it: two numbers in JSON, two fields in CSV. */
final class Bounds {

  private Bounds() {}

  static List<Double> of(Interval interval) {
    return List.of(interval.low(), interval.high());
  }

  /** Two empty fields where there is no interval. */
  static List<Object> of(Optional<Interval> interval) {
    return interval.<List<Object>>map(i -> List.of(i.low(), i.high())).orElse(List.of("", ""));
  }
}
