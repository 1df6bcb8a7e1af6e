package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.data.Images;
import stoffprobe.predict.Classifier;

/** A trained model as the evaluation needs it. */
public interface ProbabilityModel extends AutoCloseable {

  /** How a model is opened: {@link ProbabilityModel#open} but in tests. */
  @FunctionalInterface
  interface Opener {

    /**
     * Opens a saved model.
     *
     * @param savedModel the folder {@code 4-train-<model>/saved_model}
     * @param device where to compute
     * @throws IOException if the folder holds no usable model, or the device is not there
     */
    ProbabilityModel open(Path savedModel, Device device) throws IOException;
  }

  /**
   * The class probabilities of images, row by row.
   *
   * @param images not normalised
   * @return float32 {@code [n, k]}
   */
  float[] probabilities(Images images);

  @Override
  void close();

  /** Opens a saved model with {@link Classifier}. */
  static ProbabilityModel open(Path savedModel, Device device) throws IOException {
    Classifier classifier = Classifier.open(savedModel, device, 0);
    return new ProbabilityModel() {
      @Override
      public float[] probabilities(Images images) {
        return classifier.probabilities(images);
      }

      @Override
      public void close() {
        classifier.close();
      }
    };
  }
}
