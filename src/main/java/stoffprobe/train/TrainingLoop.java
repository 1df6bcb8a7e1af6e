package stoffprobe.train;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.EarlyStopping;
import stoffprobe.config.TrainingSettings;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;
import stoffprobe.engine.Progress;
import stoffprobe.engine.StageException;
import stoffprobe.engine.Workspace;
import stoffprobe.model.Batches;
import stoffprobe.model.Optimization;
import stoffprobe.model.TrainingGraph;
import stoffprobe.model.TrainingState;
import stoffprobe.model.TrainingSteps;
import stoffprobe.model.Weights;
import stoffprobe.statistics.Predictions;

/**
 * The one training loop, whatever the network: every epoch takes all training images once, in a new
 * order, and then looks at how well the network does.
 *
 * <p>The order is a permutation from {@code RandomStream(seed, "shuffle", epoch)}: the same for
 * every model of a run, so that a comparison of two is one of networks and not of orders.
 */
final class TrainingLoop {

  private static final Logger LOG = LogManager.getLogger();

  private final TrainingGraph graph;
  private final TrainingData data;
  private final TrainingSettings settings;
  private final int classes;
  private final long seed;
  private final Workspace workspace;
  private final LongSupplier nanoTime;
  private final Divergence divergence;
  private final Optimization optimization;
  private Optional<BestWeights> best = Optional.empty();

  TrainingLoop(
      TrainingGraph graph,
      TrainingData data,
      TrainingSettings settings,
      int classes,
      long seed,
      Workspace workspace,
      LongSupplier nanoTime) {
    this.graph = graph;
    this.data = data;
    this.settings = settings;
    this.classes = classes;
    this.seed = seed;
    this.workspace = workspace;
    this.nanoTime = nanoTime;
    this.divergence = new Divergence(settings.learningRate());
    this.optimization = Train.optimization(settings);
  }

  /**
   * Trains all epochs.
   *
   * @return a row an epoch, the untrained model first
   * @throws StageException if losses or weights are no longer numbers
   * @throws InterruptedIOException if the thread was interrupted
   * @throws IOException if a checkpoint can't be written or read
   */
  List<Epoch> run() throws StageException, IOException {
    List<Epoch> history = resume();
    if (history.isEmpty()) {
      history.add(untrained());
    }
    for (int epoch = history.size(); epoch <= settings.epochs() && !stops(history); epoch++) {
      Epoch row = interruptible(epoch);
      TrainingState state = graph.state();
      divergence.state(epoch, state, optimization.moments(state.weights().specs()));
      history.add(row.with(ParameterHistogram.of(state.weights())));
      if (settings.more().earlyStopping().isPresent() && BestWeights.isLast(history)) {
        best = Optional.of(new BestWeights(epoch, state.weights()));
      }
      save(epoch, new TrainingCheckpoint(state, history, best).toBytes());
    }
    return history;
  }

  /** After {@link #run}: the last weights, or those that early stopping goes back to. */
  Weights trained() {
    return best.map(BestWeights::weights).orElseGet(graph::weights);
  }

  private boolean stops(List<Epoch> history) {
    int done = history.size() - 1;
    int without = done - BestWeights.epoch(history);
    Optional<EarlyStopping> stopping = settings.more().earlyStopping();
    if (stopping.isEmpty() || without < stopping.get().patience()) {
      return false;
    }
    LOG.info(
        "Stops after epoch {}: the loss on the held-out images is lowest after epoch {}, whose"
            + " weights are kept",
        done,
        done - without);
    return true;
  }

  private void save(int epoch, byte[] checkpoint) throws IOException, StageException {
    try {
      workspace.checkpoint().save(checkpoint);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) { // which closes a file that is being written
        InterruptedIOException interruption = interrupted(epoch - 1);
        interruption.initCause(e);
        throw interruption;
      }
      throw e;
    }
  }

  /** What an interrupted training left: its history, with the graph put where it stood; or none. */
  private List<Epoch> resume() throws IOException {
    Optional<byte[]> saved = workspace.checkpoint().load();
    if (saved.isEmpty()) {
      return new ArrayList<>();
    }
    TrainingCheckpoint checkpoint =
        TrainingCheckpoint.fromBytes(saved.get(), graph.weights().specs(), optimization);
    graph.restore(checkpoint.state());
    best = checkpoint.best();
    int done = checkpoint.history().size() - 1;
    LOG.info("Goes on after epoch {}/{} of an interrupted training", done, settings.epochs());
    return new ArrayList<>(checkpoint.history());
  }

  private Epoch untrained() throws StageException {
    long start = nanoTime.getAsLong();
    Scores test = scores(data.test());
    Optional<Scores> validation = data.validation().map(this::scores);
    LOG.info(
        "Accuracy of the untrained model: {} (guessing gives about {})",
        Numbers.fixed(test.accuracy(), 4),
        Numbers.fixed(1.0 / classes, 4));
    Epoch row =
        new Epoch(
            0,
            OptionalDouble.empty(),
            Optional.of(test),
            validation,
            0,
            secondsSince(start),
            ParameterHistogram.of(graph.weights()));
    divergence.untrained(row.watched().loss());
    return row;
  }

  private Epoch interruptible(int epoch) throws StageException, InterruptedIOException {
    try {
      return epoch(epoch);
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) { // while it waited for a classification
        throw interrupted(epoch - 1);
      }
      throw e;
    }
  }

  private Epoch epoch(int epoch) throws StageException, InterruptedIOException {
    long start = nanoTime.getAsLong();
    double trainLoss = train(epoch);
    double trainSeconds = secondsSince(start);

    long testStart = nanoTime.getAsLong();
    // What is held out is watched instead of the test set, which then stays unseen until the end.
    Optional<Scores> validation = data.validation().map(this::scores);
    Optional<Scores> test =
        validation.isPresent() ? Optional.empty() : Optional.of(scores(data.test()));
    Epoch row =
        new Epoch(
            epoch,
            OptionalDouble.of(trainLoss),
            test,
            validation,
            trainSeconds,
            secondsSince(testStart),
            List.of());
    divergence.watched(epoch, row.watched().loss());
    LOG.info(
        "Epoch {}/{}.. Train loss: {}.. Val loss: {}.. Val F1: {}.. Val Acc: {}",
        epoch,
        settings.epochs(),
        Numbers.fixed(trainLoss, 3),
        Numbers.fixed(row.watched().loss(), 3),
        Numbers.fixed(row.watched().macroF1BatchMean(), 3),
        Numbers.fixed(row.watched().accuracyBatchMean(), 3));
    return row;
  }

  /** One pass over the training images; returns the mean of the batches' losses. */
  private double train(int epoch) throws StageException, InterruptedIOException {
    int count = data.train().count();
    int[] order = RandomStream.permutation(RandomStream.of(seed, "shuffle", epoch), count);
    Batches batches = new Batches(order, settings.batch());
    double sum = 0;
    int batch = 0;
    try (Progress.Task task =
            workspace
                .progress()
                .start("Epoch " + epoch + "/" + settings.epochs(), count, "images");
        TrainingSteps steps = graph.train(data.train(), batches)) {
      while (steps.hasNext()) {
        if (Thread.currentThread().isInterrupted()) {
          throw interrupted(epoch - 1);
        }
        for (float loss : steps.next()) {
          divergence.batch(epoch, batch + 1, loss);
          sum += loss;
          task.advance(batches.size(batch));
          batch++;
        }
      }
    }
    return sum / batches.count();
  }

  private static InterruptedIOException interrupted(int done) {
    return new InterruptedIOException(
        done == 0 ? "in its first epoch" : "its epochs up to " + done + " are kept");
  }

  private Scores scores(LabelledImages images) {
    float[] probabilities = graph.probabilities(images.images());
    return Scores.of(
        new Predictions(images.labels().toIntArray(), probabilities, classes), settings.batch());
  }

  private double secondsSince(long start) {
    return (nanoTime.getAsLong() - start) / 1e9;
  }
}
