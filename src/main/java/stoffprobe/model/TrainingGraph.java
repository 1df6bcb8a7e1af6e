package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
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
import stoffprobe.config.Augmentation;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

/**
 * A network under training: forward pass, cross-entropy, the way back and the updates in one graph,
 * several steps one after the other.
 *
 * <p>A batch is computed in shards, side by side, each operation by one thread: images go through
 * convolutions in blocks of rows, and dense layers compute in blocks of their kernels. Gradients of
 * the blocks are added up in a fixed order. So the result depends on the number of shards but not
 * on the number of threads, and no operation waits for threads inside it.
 */
public final class TrainingGraph implements AutoCloseable {

  /** How many steps a run of the session takes at most; starting a run costs about 0.1 ms. */
  static final int STEPS_A_RUN = 8;

  private final Graph graph = new Graph();
  private final Session session;
  private final TrainableVariables variables;
  private final VariableAccess moments;
  private final List<Step> steps = new ArrayList<>();
  private final List<List<StepTensors>> buffers = new ArrayList<>();
  private final ExecutorService filler =
      Executors.newSingleThreadExecutor(DaemonThread.named("batches"));
  private long stepsTaken;

  /** The weights as they were when somebody last looked, uncut: what is also saved. */
  private final TrainableVariables shown;

  private final List<Op> show;
  private final Inference inference;
  private boolean changed;

  /** One of the steps of a run: what it is fed, ln p, and what updates the parameters. */
  private record Step(
      StepPlaceholders placeholders,
      Operand<TFloat32> logarithms,
      List<Operand<TFloat32>> updates) {}

  /**
   * What a graph needs to know of the training settings.
   *
   * @param rates the learning rate of each step, which count from 1
   * @param shards parts that a batch is computed in, at least 1
   * @param augmentation what is changed in the images
   */
  public record Recipe(
      Optimization optimization,
      LongToDoubleFunction rates,
      int shards,
      Augmentation augmentation) {

    /** Adam with one rate for all steps. */
    public Recipe(double learningRate, int shards) {
      this(Optimization.ADAM, step -> learningRate, shards, Augmentation.NONE);
    }
  }

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
    this.variables = TrainableVariables.inBlocks(tf, architecture, recipe.shards());
    Updates updates = new Updates(tf, recipe.optimization(), initial.specs(), variables.tensors());
    this.moments = new VariableAccess(tf, updates.moments());
    StepTensors.Shapes shapes = shapes(architecture, recipe, seed);
    List<List<Operand<TFloat32>>> parameters = variables.operands();
    for (int i = 0; i < STEPS_A_RUN; i++) {
      StepPlaceholders fed = new StepPlaceholders(tf, shapes);
      Pass pass = new Pass(graph, tf, architecture, normalization, parameters, Optional.of(fed));
      Operand<TFloat32> logits = pass.logits(fed.images());
      CrossEntropy error = CrossEntropy.of(tf, logits, fed.targets(), fed.shares());
      List<List<Gradient>> gradients = pass.back(error.gradient());
      parameters = updates.update(parameters, gradients, fed.scalars());
      List<Operand<TFloat32>> updated = parameters.stream().flatMap(List::stream).toList();
      steps.add(new Step(fed, error.logarithms(), updated));
    }
    for (int i = 0; i < 2; i++) { // one is filled while the other is computed with
      buffers.add(Stream.generate(() -> new StepTensors(shapes)).limit(STEPS_A_RUN).toList());
    }

    this.shown = TrainableVariables.whole(tf, initial.specs());
    this.show = shown.copyOf(tf, variables);
    Placeholder<TUint8> images = imagesLike(tf, architecture);
    Pass pass =
        new Pass(graph, tf, architecture, normalization, shown.operands(), Optional.empty());
    Operand<TFloat32> probabilities = tf.nn.softmax(pass.logits(List.of(images)));

    this.session = new Session(graph, backend.config());
    this.inference = new Inference(graph, session, images, probabilities, backend.threads());
    moments.clear(session);
    write(initial);
  }

  /**
   * Begins to train on batches; close it before anything else is asked of the graph.
   *
   * @param data the training images
   */
  public TrainingSteps train(LabelledImages data, Batches batches) {
    return new TrainingSteps(data, batches, stepsTaken, buffers, filler, this::compute);
  }

  private float[] compute(List<StepTensors> filled) {
    Session.Runner runner = session.runner();
    for (int i = 0; i < filled.size(); i++) {
      steps.get(i).placeholders().feed(runner, filled.get(i));
      runner.fetch(steps.get(i).logarithms());
    }
    // Each step's updates wait for those of the steps before.
    steps.get(filled.size() - 1).updates().forEach(runner::addTarget);
    changed = true;
    stepsTaken += filled.size();
    float[] losses = new float[filled.size()];
    try (Result result = runner.run()) {
      for (int i = 0; i < losses.length; i++) {
        losses[i] = (float) filled.get(i).batch().loss((TFloat32) result.get(i));
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
    filler.shutdownNow();
    inference.close();
    buffers.forEach(buffer -> buffer.forEach(StepTensors::close));
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

  private static StepTensors.Shapes shapes(Architecture architecture, Recipe recipe, long seed) {
    int blocks = Pass.rowBlocks(architecture, recipe.shards());
    List<DropoutLayer> dropouts = DropoutLayer.of(architecture, blocks);
    int classes = Math.toIntExact(architecture.output().size());
    return new StepTensors.Shapes(
        blocks, ImageShape.of(architecture), classes, dropouts, seed, recipe);
  }

  private static Placeholder<TUint8> imagesLike(Ops tf, Architecture architecture) {
    Shape shape = ImageShape.batch(Shape.UNKNOWN_SIZE, ImageShape.of(architecture));
    return tf.placeholder(TUint8.class, Placeholder.shape(shape));
  }
}
