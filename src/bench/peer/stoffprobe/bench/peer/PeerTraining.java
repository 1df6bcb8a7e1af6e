package stoffprobe.bench.peer;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains a network in the peer's engine, and saves it.
 *
 * <p>Arguments: {@code mlp} or {@code cnn}, the folder {@code 3-preprocess}, epochs, threads, the
 * folder to save to.
 */
public final class PeerTraining {

  private static final int BATCH = 64;
  private static final float LEARNING_RATE = 0.001f;
  private static final int SEED = 42;

  private PeerTraining() {}

  /** Prints {@code epoch=... train_seconds=... loss=...} for each epoch. */
  public static void main(String[] args) throws IOException {
    PeerNetwork network = PeerNetwork.named(args[0]);
    Path data = Path.of(args[1]);
    int epochs = Integer.parseInt(args[2]);
    Path saved = Path.of(args[4]);
    Engine engine = Peer.start(Integer.parseInt(args[3]));
    engine.setRandomSeed(SEED);
    Peer.print("djl=%s pytorch=%s", Engine.getDjlVersion(), engine.getVersion());
    try (Model model = Peer.model(engine, network)) {
      train(model, data, epochs);
      Files.createDirectories(saved);
      model.save(saved, network.fileName());
    }
  }

  private static void train(Model model, Path data, int epochs) throws IOException {
    Adam adam = Adam.builder().optLearningRateTracker(Tracker.fixed(LEARNING_RATE)).build();
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adam);
    try (Trainer trainer = model.newTrainer(config)) {
      trainer.initialize(new Shape(BATCH, 1, 28, 28));
      PeerImages images = PeerImages.read(trainer.getManager(), data, "train");
      for (int epoch = 1; epoch <= epochs; epoch++) {
        long start = System.nanoTime();
        double loss = epoch(trainer, images);
        double seconds = (System.nanoTime() - start) / 1e9;
        Peer.print("epoch=%d train_seconds=%.4f loss=%.4f", epoch, seconds, loss);
      }
    }
  }

  /** Trains on every image once, in a new random order; the mean of the images' losses. */
  private static double epoch(Trainer trainer, PeerImages images) {
    double sum = 0;
    try (NDManager epoch = trainer.getManager().newSubManager()) {
      NDArray order = epoch.randomPermutation(images.count());
      for (long from = 0; from < images.count(); from += BATCH) {
        long to = Math.min(from + BATCH, images.count());
        try (NDManager step = epoch.newSubManager()) {
          NDArray drawn = order.get(step, new NDIndex().addSliceDim(from, to));
          sum += step(trainer, images.select(step, new NDIndex("{}", drawn))) * (to - from);
        }
      }
    }
    return sum / images.count();
  }

  /** One step; the batch's mean loss before it. */
  private static float step(Trainer trainer, PeerImages batch) {
    NDArray loss;
    try (GradientCollector collector = trainer.newGradientCollector()) {
      NDList logits = trainer.forward(new NDList(batch.images()));
      loss = trainer.getLoss().evaluate(new NDList(batch.labels()), logits);
      collector.backward(loss);
    }
    trainer.step();
    return loss.getFloat();
  }
}
