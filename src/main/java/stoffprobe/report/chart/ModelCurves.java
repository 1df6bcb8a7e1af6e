package stoffprobe.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A model's training, epoch by epoch.
 *
 * @param model the model's name in the pipeline file
 * @param epochs the trained epochs in their order, at least one
 * @param heldOut whether the scores are those of held-out training images, not of the test set
 */
public record ModelCurves(String model, List<EpochPoint> epochs, boolean heldOut) {

  /** Curves whose scores are the test set's. */
  public ModelCurves(String model, List<EpochPoint> epochs) {
    this(model, epochs, false);
  }

  public ModelCurves {
    epochs = List.copyOf(epochs);
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException("no epochs of model " + model);
    }
  }

  /** What the scores were measured on. */
  String watched(Language language) {
    return heldOut ? language.pick("Validierung", "validation") : language.pick("Test", "test");
  }

  /**
   * The epoch with the lowest loss on what the scores were measured on, the earliest of equals;
   * none where the last epoch's is no higher.
   */
  Optional<EpochPoint> turn() {
    return epochs.stream()
        .filter(epoch -> Double.isFinite(epoch.testLoss()))
        .min(Comparator.comparingDouble(EpochPoint::testLoss))
        .filter(lowest -> last().testLoss() > lowest.testLoss());
  }

  EpochPoint last() {
    return epochs.get(epochs.size() - 1);
  }
}
