package stoffprobe.bench.program;

import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.predict.Classifier;

/**
 * Measures this project's classification, through its public API.
 *
 * <p>Arguments: the saved model's folder, the folder {@code 3-preprocess}.
 */
public final class OwnClassification {

  private OwnClassification() {}

  /** Prints the readings of {@link ClassificationTimes}. */
  public static void main(String[] args) throws IOException {
    try (Classifier classifier = Classifier.open(Path.of(args[0]), Device.CPU, 0)) {
      ClassificationTimes times =
          new ClassificationTimes(
              classifier::probabilities,
              classifier.classes(),
              ArraysInMemory.read(Path.of(args[1]), "test"),
              System.out::println);
      times.latency();
      times.throughput();
    }
  }
}
