package stoffprobe.evaluate;

import java.util.List;
import stoffprobe.model.Normalization;

/**
 * What is told of every model of a run.
 *
 * @param limit the distance that counts as 1, see {@link stoffprobe.predict.Familiarity}
 * @param trainingImages how many there were
 */
record Described(Experiment experiment, Input input, double limit, int trainingImages) {

  /** What the models take: images with 1 channel (grey) or 3 (colour). */
  record Input(int height, int width, int channels, Normalization normalization) {

    boolean colour() {
      return channels > 1;
    }

    /** The shape of n images, {@code [n, 28, 28]}, without the n. */
    List<Integer> sizes() {
      return colour() ? List.of(height, width, channels) : List.of(height, width);
    }
  }
}
