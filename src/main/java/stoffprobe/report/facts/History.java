package stoffprobe.report.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A model's epochs.
 *
 * @param epochs row 0, the untrained model, first; at least one epoch follows
 */
public record History(List<Epoch> epochs) {

  public History {
    epochs = List.copyOf(epochs);
    if (epochs.size() < 2) {
      throw new IllegalArgumentException(epochs.size() + " rows");
    }
  }

  public Epoch untrained() {
    return epochs.get(0);
  }

  /** The epochs that were trained. */
  public List<Epoch> trained() {
    return epochs.subList(1, epochs.size());
  }

  public Epoch first() {
    return epochs.get(1);
  }

  public Epoch last() {
    return epochs.get(epochs.size() - 1);
  }

  /** The trained epoch with the lowest test loss; the earliest of equals. */
  public Epoch lowestTestLoss() {
    return trained().stream().min(Comparator.comparingDouble(Epoch::testLoss)).orElseThrow();
  }

  /** Where the loss on new images turned; nothing if its last value is its lowest. */
  public Optional<Turn> turn() {
    Epoch lowest = lowestTestLoss();
    if (!(last().testLoss() > lowest.testLoss())) {
      return Optional.empty();
    }
    double best = Double.POSITIVE_INFINITY;
    double setback = 0;
    for (Epoch epoch : trained().subList(0, lowest.number())) {
      best = Math.min(best, epoch.testLoss());
      setback = Math.max(setback, epoch.testLoss() - best);
    }
    return Optional.of(new Turn(lowest, last(), setback));
  }

  /** The trained epoch with the highest accuracy, as the curves show it; the earliest of equals. */
  public Epoch highestAccuracy() {
    return trained().stream()
        .min(Comparator.comparingDouble((Epoch epoch) -> -epoch.accuracyBatchMean()))
        .orElseThrow();
  }

  /** The training loss of the last epoch. */
  public double lastTrainLoss() {
    return last().trainLoss().orElse(Double.NaN);
  }

  /** How many times the training loss rose from one epoch to the next. */
  public int trainLossRises() {
    List<OptionalDouble> losses = trained().stream().map(Epoch::trainLoss).toList();
    return rises(losses.stream().mapToDouble(loss -> loss.orElse(Double.NaN)).toArray());
  }

  /** How many times the test loss rose from one epoch to the next. */
  public int testLossRises() {
    return rises(trained().stream().mapToDouble(Epoch::testLoss).toArray());
  }

  private static int rises(double... values) {
    int rises = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[i - 1]) {
        rises++;
      }
    }
    return rises;
  }
}
