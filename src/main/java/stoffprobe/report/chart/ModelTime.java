package stoffprobe.report.chart;

import java.util.List;

/**
 * What the time of a training went into, in seconds.
 *
 * @param training one value an epoch
 * @param testing after each of these epochs
 * @param rest what was left of the stage: looking at the untrained model, starting and saving
 */
public record ModelTime(String model, List<Double> training, List<Double> testing, double rest) {

  public ModelTime {
    training = List.copyOf(training);
    testing = List.copyOf(testing);
    if (training.isEmpty() || training.size() != testing.size()) {
      throw new IllegalArgumentException(
          training.size() + " and " + testing.size() + " epochs of model " + model);
    }
  }

  public double trainingTotal() {
    return training.stream().mapToDouble(Double::doubleValue).sum();
  }

  public double testingTotal() {
    return testing.stream().mapToDouble(Double::doubleValue).sum();
  }

  public double total() {
    return trainingTotal() + testingTotal() + rest;
  }
}
