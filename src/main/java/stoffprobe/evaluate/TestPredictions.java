package stoffprobe.evaluate;

import stoffprobe.data.LabelledImages;
import stoffprobe.engine.StageException;
import stoffprobe.statistics.Predictions;

/** What a model says of the test images, checked before anything is computed from it. */
final class TestPredictions {

  private TestPredictions() {}

  /**
   * Classifies all test images.
   *
   * @param subject whose model this is, for messages
   * @param classes how many there are, k
   * @throws StageException if the model does not give k numbers for each image
   */
  static Predictions of(ProbabilityModel model, Subject subject, LabelledImages test, int classes)
      throws StageException {
    float[] probabilities = model.probabilities(test.images());
    if (probabilities.length != (long) test.count() * classes) {
      throw new StageException(
          "The saved model of "
              + subject.model()
              + " gives "
              + probabilities.length
              + " probabilities for "
              + test.count()
              + " test images of "
              + classes
              + " classes. Run "
              + subject.stage()
              + " again.");
    }
    for (int i = 0; i < probabilities.length; i++) {
      if (!Float.isFinite(probabilities[i])) {
        throw new StageException(
            "The model "
                + subject.model()
                + " gives no number ("
                + probabilities[i]
                + ") as the probability of class "
                + i % classes
                + " for test image "
                + i / classes
                + ", so its training has gone astray. Lower its learning-rate and run "
                + subject.stage()
                + " again.");
      }
    }
    return new Predictions(test.labels().toIntArray(), probabilities, classes);
  }
}
