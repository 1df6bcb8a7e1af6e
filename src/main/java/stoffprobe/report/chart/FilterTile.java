package stoffprobe.report.chart;

import java.util.List;

/**
 * One filter.
 *
 * @param number its place in the network, from 0
 * @param weights row by row, as many rows as columns, of each place all channels
 * @param channels 1 for grey images, 3 for those in colour
 */
public record FilterTile(int number, List<Float> weights, int channels) {

  public FilterTile {
    weights = List.copyOf(weights);
  }

  int side() {
    return (int) Math.round(Math.sqrt((double) weights.size() / channels));
  }

  double largest() {
    return weights.stream().mapToDouble(Math::abs).max().orElse(0);
  }
}
