package stoffprobe.train;

import java.util.List;
import stoffprobe.engine.StageException;
import stoffprobe.model.Normalization;
import stoffprobe.model.Optimization;
import stoffprobe.model.TrainingState;
import stoffprobe.model.Weights;

/**
 * Stops a training whose numbers are no longer numbers, and says where and what may help.
 *
 * <p>Losses alone don't tell: a ReLU can turn a NaN into a zero, and a gradient whose square is
 * infinite holds its weight fast for good. So after each epoch weights and moments are looked at,
 * too, before they are saved.
 *
 * @param learningRate the one that was trained with
 */
record Divergence(double learningRate) {

  private static final String DATA =
      " No step was taken yet, so look at preprocess.mean and preprocess.std: they make the inputs"
          + " too large.";

  /**
   * Looks at what the darkest and the brightest pixel become, in each channel. A ReLU may turn what
   * is no number into 0, so that no loss would tell.
   */
  void inputs(Normalization normalization, int channels) throws StageException {
    for (int channel = 0; channel < channels; channel++) {
      for (int pixel : new int[] {0, 255}) {
        float value = pixel * normalization.factor(channel) + normalization.offset(channel);
        if (!Float.isFinite(value)) {
          throw new StageException("a pixel of " + pixel + " becomes " + value + "." + DATA);
        }
      }
    }
  }

  /** Looks at the untrained model's loss on what is watched. */
  void untrained(double loss) throws StageException {
    if (!Double.isFinite(loss)) {
      throw new StageException("the loss of the untrained model is " + loss + "." + DATA);
    }
  }

  /**
   * Looks at a batch's training loss.
   *
   * @param epoch counts from 1
   * @param batch within the epoch, counts from 1
   */
  void batch(int epoch, int batch, float loss) throws StageException {
    if (!Float.isFinite(loss)) {
      throw new StageException(
          "the training loss became "
              + loss
              + (" in epoch " + epoch + ", batch " + batch + ".")
              + (epoch == 1 && batch == 1 ? DATA : rate()));
    }
  }

  /** Looks at the loss of what is watched after an epoch: its last update has no other witness. */
  void watched(int epoch, double loss) throws StageException {
    if (!Double.isFinite(loss)) {
      throw new StageException(
          "the loss on the images that are watched became "
              + loss
              + (" after the last batch of epoch " + epoch + ".")
              + rate());
    }
  }

  /**
   * Looks at all that the next step depends on.
   *
   * @param moments what the optimizer remembers, in the state's order
   */
  void state(int epoch, TrainingState state, List<Optimization.Moment> moments)
      throws StageException {
    Weights weights = state.weights();
    for (int i = 0; i < weights.specs().size(); i++) {
      finite(epoch, "the weights of " + weights.specs().get(i).name(), weights.values(i));
    }
    for (int i = 0; i < moments.size(); i++) {
      finite(epoch, "the " + moments.get(i).what(), state.moments().get(i));
    }
  }

  private void finite(int epoch, String what, float[] values) throws StageException {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new StageException(
            what + " became " + value + " in epoch " + epoch + ", though no loss did." + rate());
      }
    }
  }

  private String rate() {
    return " A smaller training.learning-rate than " + learningRate + " usually helps.";
  }
}
