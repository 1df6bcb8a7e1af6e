package stoffprobe.report.chart;

import java.util.List;

/**
 * One filter.
 *
 * @param number its place in the network, from 0
 * @param weights row by row, as many rows as columns
 */
public record FilterTile(int number, List<Float> weights) {

  public FilterTile {
    weights = List.copyOf(weights);
  }

  int side() {
    return (int) Math.round(Math.sqrt(weights.size()));
  }

  double largest() {
    return weights.stream().mapToDouble(Math::abs).max().orElse(0);
  }
}
