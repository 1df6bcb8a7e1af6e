package stoffprobe.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stoffprobe.model.Weights;

/**
 * How the values of one parameter are spread: counted in bins of equal width from the smallest to
 * the largest.
 *
 * @param parameter its name: {@code layer0_kernel}
 * @param sum of all values, in double
 * @param squares sum of their squares
 * @param counts a number a bin; one bin if all values are the same. The last bin holds its right
 *     edge, the others don't
 */
record ParameterHistogram(
    String parameter, double min, double max, double sum, double squares, List<Integer> counts) {

  /** As many as TensorBoard shows. */
  private static final int BINS = 30;

  ParameterHistogram {
    counts = List.copyOf(counts);
  }

  /** One a parameter, in their order; the values must be finite. */
  static List<ParameterHistogram> of(Weights weights) {
    List<ParameterHistogram> histograms = new ArrayList<>();
    for (int i = 0; i < weights.specs().size(); i++) {
      histograms.add(of(weights.specs().get(i).name(), weights.values(i)));
    }
    return List.copyOf(histograms);
  }

  static ParameterHistogram of(String parameter, float[] values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
      squares += (double) value * value;
    }
    int bins = min < max ? BINS : 1;
    int[] counts = new int[bins];
    double scale = min < max ? bins / (max - min) : 0;
    for (float value : values) {
      counts[Math.min(bins - 1, (int) ((value - min) * scale))]++;
    }
    List<Integer> list = Arrays.stream(counts).boxed().toList();
    return new ParameterHistogram(parameter, min, max, sum, squares, list);
  }

  /** How many values there are. */
  int count() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** The right edge of a bin. */
  double edge(int bin) {
    return bin == counts.size() - 1 ? max : min + (max - min) * (bin + 1) / counts.size();
  }
}
