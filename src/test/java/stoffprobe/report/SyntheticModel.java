package stoffprobe.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stoffprobe.config.Layer;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.TrainingSettings;

/**
 * A model that was never trained, with the results that a test wants.
 *
 * @param correct recognised test images of each class
 * @param trainLoss after each epoch
 * @param testLoss likewise
 */
record SyntheticModel(
    String name,
    List<Layer> layers,
    long parameters,
    double trainSeconds,
    List<Integer> correct,
    List<Double> trainLoss,
    List<Double> testLoss) {

  static final int SUPPORT = 100;

  /** A fully connected network, 784-256-128-k. */
  static SyntheticModel mlp(String name, List<Integer> correct) {
    List<Layer> layers =
        List.of(
            new Layer.Flatten(),
            new Layer.Dense(256),
            new Layer.Relu(),
            new Layer.Dense(128),
            new Layer.Relu(),
            new Layer.Dense(correct.size()));
    return new SyntheticModel(
        name,
        layers,
        233_856 + 129L * correct.size(),
        52.4,
        correct,
        List.of(0.493, 0.364, 0.3, 0.25, 0.22),
        List.of(0.41, 0.37, 0.338, 0.352, 0.348));
  }

  /** A convolutional network as in the workshop. */
  static SyntheticModel cnn(String name, List<Integer> correct) {
    List<Layer> layers =
        List.of(
            new Layer.Conv2d(32, 3, Layer.Padding.SAME),
            new Layer.Relu(),
            new Layer.MaxPool(2),
            new Layer.Conv2d(64, 3, Layer.Padding.SAME),
            new Layer.Relu(),
            new Layer.MaxPool(2),
            new Layer.Flatten(),
            new Layer.Dropout(0.25),
            new Layer.Dense(128),
            new Layer.Relu(),
            new Layer.Dense(correct.size()));
    return new SyntheticModel(
        name,
        layers,
        420_352 + 129L * correct.size(),
        318.2,
        correct,
        List.of(0.452, 0.3, 0.22, 0.16, 0.12),
        List.of(0.33, 0.28, 0.25, 0.241, 0.235));
  }

  SyntheticModel withLosses(List<Double> train, List<Double> test) {
    return new SyntheticModel(name, layers, parameters, trainSeconds, correct, train, test);
  }

  /** The same with so many filters in its first convolution. */
  SyntheticModel withFilters(int filters) {
    List<Layer> others = new ArrayList<>(layers);
    others.set(0, new Layer.Conv2d(filters, 3, Layer.Padding.SAME));
    return new SyntheticModel(name, others, parameters, trainSeconds, correct, trainLoss, testLoss);
  }

  SyntheticModel withCost(long newParameters, double seconds) {
    return new SyntheticModel(name, layers, newParameters, seconds, correct, trainLoss, testLoss);
  }

  ModelSettings settings() {
    TrainingSettings d = TrainingSettings.DEFAULT;
    TrainingSettings training =
        new TrainingSettings(
            trainLoss.size(),
            d.batch(),
            d.optimizer(),
            d.learningRate(),
            d.device(),
            d.threads(),
            d.shards());
    return new ModelSettings(name, layers, training);
  }

  /** Milliseconds for one image: as the number of parameters. */
  double latency() {
    return parameters / 1e6;
  }

  int classes() {
    return correct.size();
  }

  int hits() {
    return correct.stream().mapToInt(Integer::intValue).sum();
  }

  double accuracy() {
    return (double) hits() / (classes() * SUPPORT);
  }

  /** Two thirds of a class's errors go to the class before it, the others to the one behind it. */
  List<List<Integer>> confusion() {
    List<List<Integer>> rows = new ArrayList<>();
    for (int label = 0; label < classes(); label++) {
      Integer[] row = new Integer[classes()];
      Arrays.fill(row, 0);
      int errors = SUPPORT - correct.get(label);
      int before = (label + classes() - 1) % classes();
      int behind = (label + 1) % classes();
      row[before] += errors - errors / 3;
      row[behind] += errors / 3;
      row[label] = correct.get(label);
      rows.add(List.of(row));
    }
    return rows;
  }

  /** As accuracy: near enough for a page that does not compute. */
  double recall(int label) {
    return (double) correct.get(label) / SUPPORT;
  }
}
