package stoffprobe.report.chart;

import java.util.List;

/**
 * A model's training, epoch by epoch.
 *
 * @param model the model's name in the pipeline file
 * @param epochs the trained epochs in their order, at least one
 */
public record ModelCurves(String model, List<EpochPoint> epochs) {

  public ModelCurves {
    epochs = List.copyOf(epochs);
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException("no epochs of model " + model);
    }
  }

  EpochPoint last() {
    return epochs.get(epochs.size() - 1);
  }
}
