package stoffprobe.predict;

import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.data.Images;

/** A trained model, opened for classifying images. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class Classifier implements AutoCloseable {

  private Classifier() {}

  /**
   * Opens a saved model.
   *
   * @param savedModel the folder {@code 4-train-<model>/saved_model}
   * @throws IOException if the folder holds no saved model with the expected signature
   */
  public static Classifier open(Path savedModel) throws IOException {
    throw new IOException("not yet: " + savedModel);
  }

  /**
   * The class probabilities of images, row by row.
   *
   * @param images uint8 {@code [n, height, width]}, as in the data set, not normalised
   * @return float32 {@code [n, k]}; each row adds up to 1 within rounding
   */
  public float[] probabilities(Images images) {
    throw new UnsupportedOperationException("not yet: " + images.count());
  }

  @Override
  public void close() {}
}
