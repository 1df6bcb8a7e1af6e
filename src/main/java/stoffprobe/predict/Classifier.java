package stoffprobe.predict;

import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.data.Images;
import stoffprobe.model.Backend;
import stoffprobe.model.SavedNetwork;

/**
 * A trained model, opened for classifying images. Thread-safe.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(Path.of("output/fashion-mnist/4-train-cnn/saved_model"))) {
 *   float[] probabilities = classifier.probabilities(images);
 * }
 * }</pre>
 */
public final class Classifier implements AutoCloseable {

  private final SavedNetwork network;

  private Classifier(SavedNetwork network) {
    this.network = network;
  }

  /**
   * Opens a saved model, on a GPU if there is one, with all cores.
   *
   * @param savedModel the folder {@code 4-train-<model>/saved_model}
   * @throws IOException if the folder holds no saved model with the expected signature
   */
  public static Classifier open(Path savedModel) throws IOException {
    return open(savedModel, Device.AUTO, 0);
  }

  /**
   * Opens a saved model.
   *
   * @param threads cores to use, 0 for all
   * @throws IOException if the folder holds no saved model with the expected signature, or the
   *     device is not there
   */
  public static Classifier open(Path savedModel, Device device, int threads) throws IOException {
    return new Classifier(SavedNetwork.open(savedModel, Backend.start(device, threads)));
  }

  /** Rows of an image that the model takes. */
  public int height() {
    return network.height();
  }

  /** Columns of an image that the model takes. */
  public int width() {
    return network.width();
  }

  /** The number of classes, k. */
  public int classes() {
    return network.classes();
  }

  /**
   * The class probabilities of images, row by row.
   *
   * @param images uint8 {@code [n, height, width]}, as in the data set, not normalised
   * @return float32 {@code [n, k]}; each row adds up to 1 within rounding
   * @throws IllegalArgumentException if the images have another size than the model takes
   */
  public float[] probabilities(Images images) {
    if (images.height() != height() || images.width() != width()) {
      throw new IllegalArgumentException(
          images.height()
              + " x "
              + images.width()
              + " pixels, but the model takes "
              + height()
              + " x "
              + width());
    }
    return network.probabilities(images);
  }

  @Override
  public void close() {
    network.close();
  }
}
