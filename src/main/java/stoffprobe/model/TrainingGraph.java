package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

/**
 * A network under training: forward pass, cross-entropy, the way back and Adam in one graph,
 * several steps one after the other.
 *
 * <p>A batch is computed in shards, side by side, each operation by one thread: images go through
 * convolutions in blocks of rows, and dense layers compute in blocks of columns. The gradients of
 * the blocks are added up in a fixed order. So the result depends on the number of shards but not
 * on the number of threads, and no operation waits for threads inside it.
 */
public final class TrainingGraph implements AutoCloseable {

  /** How many steps a run of the session takes at most; starting a run costs about 0.1 ms. */
  public static final int STEPS_A_RUN = 8;

  private final Graph graph = new Graph();
  private final Session session;
  private final TrainableVariables variables;
  private final VariableAccess moments;
  private final List<Step> steps = new ArrayList<>();
  private final double learningRate;
  private long stepsTaken;

  /** The weights as they were when somebody last looked, uncut: what is also saved. */
  private final TrainableVariables shown;

  private final List<Op> show;
  private final Inference inference;
  private boolean changed;

  /** One of the steps of a run: its feed, its loss and what updates the parameters. */
  private record Step(StepFeed feed, Operand<TFloat32> loss, List<Operand<TFloat32>> updates) {}

  /**
   * What a graph needs to know of the training settings.
   *
   * @param shards parts that a batch is computed in, at least 1
   */
  public record Recipe(double learningRate, int shards) {}

  /**
   * Builds the graph and writes the initial weights.
   *
   * @param seed where the values that dropout drops come from
   */
  public TrainingGraph(
      Architecture architecture,
      Normalization normalization,
      Weights initial,
      Recipe recipe,
      long seed,
      Backend backend) {
    Ops tf = Ops.create(graph);
    this.learningRate = recipe.learningRate();
    this.variables = TrainableVariables.inBlocks(tf, architecture, recipe.shards());
    Adam adam = new Adam(tf, variables.tensors());
    this.moments = new VariableAccess(tf, adam.moments());
    int blocks = Pass.rowBlocks(architecture, recipe.shards());
    List<List<Operand<TFloat32>>> parameters = variables.operands();
    for (int i = 0; i < STEPS_A_RUN; i++) {
      StepFeed feed = new StepFeed(tf, architecture, blocks, seed);
      Pass pass = new Pass(graph, tf, architecture, normalization, parameters, feed.masks(tf));
      CrossEntropy error =
          CrossEntropy.of(tf, pass.logits(feed.images()), feed.labels(), feed.shares());
      parameters =
          adam.update(parameters, pass.back(error.gradient()), feed.rate(), feed.epsilon());
      steps.add(new Step(feed, error.loss(), parameters.stream().flatMap(List::stream).toList()));
    }

    this.shown = TrainableVariables.whole(tf, initial.specs());
    this.show = shown.copyOf(tf, variables);
    Placeholder<TUint8> images = imagesLike(tf, architecture);
    Pass pass = new Pass(graph, tf, architecture, normalization, shown.operands(), Pass.Masks.NONE);
    Operand<TFloat32> probabilities = tf.nn.softmax(pass.logits(List.of(images)));

    this.session = new Session(graph, backend.config());
    this.inference = new Inference(session, images, probabilities, backend.threads());
    moments.clear(session);
    write(initial);
  }

  /**
   * Steps of training, a batch each: loss and gradients of the batch, then the update.
   *
   * @param data the training images
   * @param order the images of the epoch in their order; the batches are {@code order[from]} to
   *     before {@code order[to]}, the last of them smaller if they don't divide evenly
   * @return each batch's mean cross-entropy before its update
   */
  public float[] train(LabelledImages data, int[] order, int from, int to, int batch) {
    int count = (to - from + batch - 1) / batch;
    float[] losses = new float[count];
    for (int done = 0; done < count; done += STEPS_A_RUN) {
      int now = Math.min(STEPS_A_RUN, count - done);
      Session.Runner runner = session.runner();
      for (int i = 0; i < now; i++) {
        int start = from + (done + i) * batch;
        Step step = steps.get(i);
        stepsTaken++;
        step.feed()
            .feed(
                runner, data, order, start, Math.min(start + batch, to), stepsTaken, learningRate);
        runner.fetch(step.loss());
      }
      // Each step's updates wait for those of the steps before.
      steps.get(now - 1).updates().forEach(runner::addTarget);
      changed = true;
      try (Result result = runner.run()) {
        for (int i = 0; i < now; i++) {
          losses[done + i] = ((TFloat32) result.get(i)).getFloat();
        }
      }
    }
    return losses;
  }

  /**
   * The class probabilities of images under the weights as they are now, without dropout.
   *
   * @return float32 {@code [n, k]}
   */
  public float[] probabilities(Images images) {
    show();
    return inference.probabilities(images);
  }

  /** A copy of the weights as they are now. */
  public Weights weights() {
    show();
    return shown.read(session);
  }

  /** A copy of all that a further step depends on. */
  public TrainingState state() {
    return new TrainingState(weights(), moments.read(session), stepsTaken);
  }

  /** Goes back to a state of a graph of the same network. */
  public void restore(TrainingState state) {
    write(state.weights());
    moments.write(session, state.moments());
    stepsTaken = state.steps();
  }

  @Override
  public void close() {
    steps.forEach(step -> step.feed().close());
    session.close();
    graph.close();
  }

  private void write(Weights weights) {
    variables.write(session, weights);
    changed = true;
  }

  private void show() {
    if (changed) {
      Session.Runner runner = session.runner();
      show.forEach(runner::addTarget);
      runner.run().close();
      changed = false;
    }
  }

  private static Placeholder<TUint8> imagesLike(Ops tf, Architecture architecture) {
    var image = (stoffprobe.config.Shape.Image) architecture.layers().get(0).input();
    return tf.placeholder(
        TUint8.class,
        Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, image.height(), image.width())));
  }
}
