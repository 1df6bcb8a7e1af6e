package stoffprobe.bench.peer;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.bench.program.ArraysInMemory;
import stoffprobe.bench.program.ClassificationTimes;
import stoffprobe.data.Images;

/**
 * Measures the peer's classification, from a model that {@link PeerTraining} saved.
 *
 * <p>Arguments: {@code mlp} or {@code cnn}, the saved model's folder, the folder {@code
 * 3-preprocess}, threads, and {@code latency} or {@code all}.
 */
public final class PeerClassification {

  private PeerClassification() {}

  /** Prints the readings of {@link ClassificationTimes}. */
  public static void main(String[] args) throws IOException, MalformedModelException {
    PeerNetwork network = PeerNetwork.named(args[0]);
    try (Model model = Peer.model(Peer.start(Integer.parseInt(args[3])), network)) {
      model.load(Path.of(args[1]), network.fileName());
      try (Predictor<Images, float[]> predictor = model.newPredictor(new PeerTranslator())) {
        ClassificationTimes times =
            new ClassificationTimes(
                images -> probabilities(predictor, images),
                PeerNetwork.CLASSES,
                ArraysInMemory.read(Path.of(args[2]), "test"),
                System.out::println);
        times.latency();
        if (args[4].equals("all")) {
          times.throughput();
        }
      }
    }
  }

  private static float[] probabilities(Predictor<Images, float[]> predictor, Images images) {
    try {
      return predictor.predict(images);
    } catch (TranslateException e) {
      throw new IllegalStateException(e);
    }
  }
}
