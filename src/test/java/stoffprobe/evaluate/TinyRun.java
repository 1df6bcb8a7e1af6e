package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import stoffprobe.config.ClassNames;
import stoffprobe.config.Invert;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.data.Images;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;

/**
 * Five test images of three classes and two models that know their answers by heart; the same as in
 * {@code src/test/python/evaluate_reference.py}.
 */
final class TinyRun implements ProbabilityModel.Opener {

  static final ClassNames CLASSES =
      new ClassNames(
          List.of("Hose", "Kleid, \"lang\"", "Mantel"), List.of("Trousers", "Dress", "Coat"));
  static final Experiment EXPERIMENT =
      new Experiment("tiny", 42, "Tiny <set>", Optional.of("CC0"), CLASSES, Invert.AUTO);
  static final List<Subject> SUBJECTS =
      List.of(new Subject("mlp", 2, Device.CPU), new Subject("cnn", 3, Device.CPU));

  private final Path root;
  private final AtomicInteger open = new AtomicInteger();
  private float[] mlp = {
    0.5f, 0.25f, 0.25f, 0.5f, 0.4f, 0.1f, 0.1f, 0.2f, 0.7f, 0.3f, 0.4f, 0.3f, 0.2f, 0.3f, 0.5f
  };
  private float[] cnn = {
    0.8f, 0.1f, 0.1f, 0.2f, 0.5f, 0.3f, 0.2f, 0.2f, 0.6f, 0.5f, 0.5f, 1e-10f, 1, 0, 0
  };

  TinyRun(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("3-preprocess"));
    Files.createDirectories(staging());
    images(5);
    Npy.write(
        root.resolve("3-preprocess/train-images.npy"),
        new Images(ByteBuffer.wrap(new byte[] {0, 9, 0, 9, 90, 9, 90, 9}), 2, 2, 2));
    Files.writeString(
        root.resolve("3-preprocess/normalization.json"),
        "{\"scale\": 255, \"mean\": 0.5, \"std\": 0.5}");
    labels(0, 1, 2, 1, 0);
    trained("mlp", 235146, 0.1);
    trained("cnn", 421642, 0.0625);
  }

  Evaluate stage() {
    Environment environment = new Environment(Map.of("shards", "2"), Map.of());
    return new Evaluate(
        EXPERIMENT, SUBJECTS, this, Map.of("evaluate", "1"), environment, System::nanoTime);
  }

  Path staging() {
    return root.resolve("staging");
  }

  Workspace workspace() {
    return new Workspace(root, staging(), Progress.NONE);
  }

  /** How many models are open. */
  int open() {
    return open.get();
  }

  /** Makes the CNN answer otherwise. */
  void cnn(float... probabilities) {
    cnn = probabilities;
  }

  /** Makes the MLP answer otherwise. */
  void mlp(float... probabilities) {
    mlp = probabilities;
  }

  void images(int count) throws IOException {
    Path file = root.resolve("3-preprocess/test-images.npy");
    Files.deleteIfExists(file);
    Npy.write(file, new Images(ByteBuffer.allocate(count * 4), count, 2, 2));
  }

  void labels(int... labels) throws IOException {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    Path file = root.resolve("3-preprocess/test-labels.npy");
    Files.deleteIfExists(file);
    Npy.write(file, new Labels(bytes));
  }

  /** Writes {@code text} into a file of the training of {@code model}. */
  void training(String model, String file, String text) throws IOException {
    Path folder = Files.createDirectories(root.resolve("4-train-" + model));
    Files.writeString(folder.resolve(file), text);
  }

  private void trained(String model, int parameters, double untrained) throws IOException {
    training(
        model,
        "training.json",
        "{\"parameters\": %d, \"device\": \"CPU\", \"weights_sha256\": \"weights of %s\"}"
            .replace("%d", Integer.toString(parameters))
            .replace("%s", model));
    training(
        model,
        "history.csv",
        "epoch,train_loss,test_loss,test_accuracy\n0,,2.3," + untrained + "\n1,0.5,0.4,0.9\n");
  }

  @Override
  public ProbabilityModel open(Path savedModel, Device device) {
    boolean first = savedModel.equals(root.resolve("4-train-mlp/saved_model"));
    if (!first && !savedModel.equals(root.resolve("4-train-cnn/saved_model"))) {
      throw new IllegalArgumentException(savedModel.toString());
    }
    open.incrementAndGet();
    return new ProbabilityModel() {
      @Override
      public float[] probabilities(Images images) {
        return first ? mlp : cnn;
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }
}
