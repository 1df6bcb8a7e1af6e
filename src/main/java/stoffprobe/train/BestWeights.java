package stoffprobe.train;

import java.util.List;
import stoffprobe.model.Weights;

/**
 * The weights after the epoch with the lowest loss on the held-out images so far.
 *
 * @param epoch counts from 1
 */
record BestWeights(int epoch, Weights weights) {

  /** Whether the last epoch of {@code history} has a lower loss, the untrained model left out. */
  static boolean isLast(List<Epoch> history) {
    return epoch(history) == history.size() - 1;
  }

  /** The first epoch with the lowest loss; 0 if there is none yet. */
  static int epoch(List<Epoch> history) {
    int best = Math.min(1, history.size() - 1);
    for (int epoch = 2; epoch < history.size(); epoch++) {
      if (loss(history, epoch) < loss(history, best)) {
        best = epoch;
      }
    }
    return best;
  }

  private static double loss(List<Epoch> history, int epoch) {
    return history.get(epoch).watched().loss();
  }
}
