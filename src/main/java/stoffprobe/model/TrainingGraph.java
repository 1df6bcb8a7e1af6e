package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/**
 * A network under training: forward pass, cross-entropy, gradients and Adam in one graph.
 *
 * <p>A batch is computed in shards: each runs forward and backward through the same variables with
 * one thread, side by side with the others, and the gradients are added up in a fixed order. So the
 * result depends on the number of shards but not on the number of threads, and no operation waits
 * for threads inside it.
 */
public final class TrainingGraph implements AutoCloseable {

  private final Graph graph = new Graph();
  private final Session session;
  private final TrainableVariables variables;
  private final List<Shard> shards = new ArrayList<>();
  private final Placeholder<TInt32> step;
  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> epsilon;
  private final Operand<TFloat32> loss;
  private final Adam adam;
  private final VariableAccess moments;
  private final Inference inference;
  private final BatchTensors batches;
  private final double learningRate;
  private long steps;

  /** One part of a batch: uint8 [b, h, w], uint8 [b], float32 [b]; b may differ by shard. */
  private record Shard(
      Placeholder<TUint8> images, Placeholder<TUint8> labels, Placeholder<TFloat32> weights) {}

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
    Forward forward = new Forward(graph, tf, architecture, normalization);
    this.learningRate = recipe.learningRate();
    this.variables = new TrainableVariables(tf, initial.specs());
    this.step = scalar(tf, TInt32.class);
    this.rate = scalar(tf, TFloat32.class);
    this.epsilon = scalar(tf, TFloat32.class);

    stoffprobe.config.Shape.Image image =
        (stoffprobe.config.Shape.Image) architecture.layers().get(0).input();
    Shape batch = Shape.of(Shape.UNKNOWN_SIZE, image.height(), image.width());
    Shape vector = Shape.of(Shape.UNKNOWN_SIZE);
    List<Operand<TFloat32>> losses = new ArrayList<>();
    for (int i = 0; i < recipe.shards(); i++) {
      Shard shard =
          new Shard(
              tf.placeholder(TUint8.class, Placeholder.shape(batch)),
              tf.placeholder(TUint8.class, Placeholder.shape(vector)),
              tf.placeholder(TFloat32.class, Placeholder.shape(vector)));
      shards.add(shard);
      losses.add(shardLoss(tf, forward, shard, seed, i));
    }
    this.loss = tf.math.addN(losses);

    List<Variable<TFloat32>> trainable = variables.variables();
    List<Operand<TFloat32>> gradients = gradients(tf, trainable);
    this.adam = new Adam(tf, trainable, gradients, rate, epsilon);

    Placeholder<TUint8> images = tf.placeholder(TUint8.class, Placeholder.shape(batch));
    Operand<TFloat32> probabilities =
        tf.nn.softmax(forward.logits(images, trainable, Forward.Dropout.NONE));
    this.moments = new VariableAccess(tf, adam.moments());

    this.session = new Session(graph, backend.config());
    this.inference = new Inference(session, images, probabilities, backend.threads());
    this.batches = new BatchTensors(recipe.shards(), image.height(), image.width());
    moments.clear(session);
    variables.write(session, initial);
  }

  /**
   * What a graph needs to know of the training settings.
   *
   * @param shards parts that a batch is computed in, at least 1
   */
  public record Recipe(double learningRate, int shards) {}

  /**
   * One step of training: loss and gradients of a batch, then the update.
   *
   * @param data the training images
   * @param order the images of the epoch in their order; the batch is {@code order[from]} to before
   *     {@code order[to]}
   * @return the batch's mean cross-entropy before the update
   */
  public float step(LabelledImages data, int[] order, int from, int to) {
    steps++;
    BatchTensors.Batch batch = batches.fill(data, order, from, to);
    Session.Runner runner = session.runner();
    for (int i = 0; i < shards.size(); i++) {
      runner.feed(shards.get(i).images(), batch.images(i));
      runner.feed(shards.get(i).labels(), batch.labels(i));
      runner.feed(shards.get(i).weights(), batch.weights(i));
    }
    adam.updates().forEach(runner::addTarget);
    try (TInt32 stepNow = TInt32.scalarOf((int) steps);
        TFloat32 rateNow = TFloat32.scalarOf(Adam.rate(learningRate, steps));
        TFloat32 epsilonNow = TFloat32.scalarOf(Adam.epsilon(steps));
        Result result =
            runner
                .feed(step, stepNow)
                .feed(rate, rateNow)
                .feed(epsilon, epsilonNow)
                .fetch(loss)
                .run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  /**
   * The class probabilities of images under the weights as they are now, without dropout.
   *
   * @return float32 {@code [n, k]}
   */
  public float[] probabilities(Images images) {
    return inference.probabilities(images);
  }

  /** A copy of the weights as they are now. */
  public Weights weights() {
    return variables.read(session);
  }

  /** A copy of all that a further step depends on. */
  public TrainingState state() {
    return new TrainingState(weights(), moments.read(session), steps);
  }

  /** Goes back to a state of a graph of the same network. */
  public void restore(TrainingState state) {
    variables.write(session, state.weights());
    moments.write(session, state.moments());
    steps = state.steps();
  }

  @Override
  public void close() {
    batches.close();
    session.close();
    graph.close();
  }

  /** The shard's share of the batch's mean cross-entropy. */
  private Operand<TFloat32> shardLoss(Ops tf, Forward forward, Shard shard, long seed, int index) {
    Forward.Dropout dropout =
        (ops, x, dropRate, layer) ->
            Forward.drop(
                ops, x, dropRate, RandomStream.of(seed, "dropout", layer, index).nextInt(), step);
    Operand<TFloat32> logits = forward.logits(shard.images(), variables.variables(), dropout);
    int classes = Math.toIntExact(logits.shape().get(1));
    Operand<TFloat32> targets =
        tf.oneHot(
            tf.dtypes.cast(shard.labels(), TInt32.class),
            tf.constant(classes),
            tf.constant(1f),
            tf.constant(0f)); // [b, k]
    Operand<TFloat32> each = tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss(); // [b]
    return tf.reduceSum(tf.math.mul(each, shard.weights()), tf.constant(0));
  }

  private List<Operand<TFloat32>> gradients(Ops tf, List<Variable<TFloat32>> trainable) {
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    for (Operand<?> gradient : tf.gradients(loss, trainable)) {
      @SuppressWarnings("unchecked") // the gradient of a float32 has its type
      Operand<TFloat32> typed = (Operand<TFloat32>) gradient;
      gradients.add(typed);
    }
    return gradients;
  }

  private static <T extends org.tensorflow.types.family.TType> Placeholder<T> scalar(
      Ops tf, Class<T> type) {
    return tf.placeholder(type, Placeholder.shape(Shape.scalar()));
  }
}
