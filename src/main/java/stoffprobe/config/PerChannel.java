package stoffprobe.config;

import java.util.List;

/**
 * A number for every channel of an image: the same for all, or one each.
 *
 * @param values one, or as many as there are channels
 */
public record PerChannel(List<Double> values) {

  /** Copies the values. */
  public PerChannel {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no number for any channel");
    }
  }

  /** The same number for all channels. */
  public static PerChannel of(double value) {
    return new PerChannel(List.of(value));
  }

  /** Whether it is the same for all. */
  public boolean single() {
    return values.size() == 1;
  }

  /** The number of a channel, which counts from 0. */
  public double of(int channel) {
    return values.get(single() ? 0 : channel);
  }

  /** As files hold it: a number, or a list of numbers. */
  public Object plain() {
    return single() ? values.get(0) : values;
  }

  /** {@code 0.5}, or {@code [0.4, 0.5, 0.6]}. */
  @Override
  public String toString() {
    return plain().toString();
  }
}
