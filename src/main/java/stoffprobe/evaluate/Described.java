package stoffprobe.evaluate;

import stoffprobe.model.Normalization;

/**
 * What is told of every model of a run.
 *
 * @param limit the distance that counts as 1, see {@link stoffprobe.predict.Familiarity}
 * @param trainingImages how many there were
 */
record Described(Experiment experiment, Input input, double limit, int trainingImages) {

  /** What the models take. */
  record Input(int height, int width, Normalization normalization) {}
}
