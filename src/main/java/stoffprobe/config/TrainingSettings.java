package stoffprobe.config;

/**
 * How one model is trained: the section {@code training}, overridden by the model's own block.
 *
 * @param epochs passes over the training images, at least 1
 * @param batch images a step, at least 1
 * @param optimizer which rule turns gradients into updates
 * @param learningRate above 0
 * @param device where to compute
 * @param threads cores to use, 0 for all; never changes a bit of the result
 * @param shards parts that a batch is computed in, at least 1; may change the last bits of the
 *     result
 * @param more what the workshop's experiment does without
 */
public record TrainingSettings(
    int epochs,
    int batch,
    Optimizer optimizer,
    double learningRate,
    Device device,
    int threads,
    int shards,
    MoreTraining more) {

  public static final TrainingSettings DEFAULT =
      new TrainingSettings(10, 64, Optimizer.ADAM, 0.001, Device.AUTO, 0, 2);

  /** Without any of {@link #more}. */
  public TrainingSettings(
      int epochs,
      int batch,
      Optimizer optimizer,
      double learningRate,
      Device device,
      int threads,
      int shards) {
    this(epochs, batch, optimizer, learningRate, device, threads, shards, MoreTraining.NONE);
  }

  /** The optimizers that a pipeline file can name. */
  public enum Optimizer {
    /** Kingma and Ba 2015 (arXiv 1412.6980), beta 0.9 and 0.999, epsilon 1e-8. */
    ADAM,
    /** Adam with decoupled weight decay: Loshchilov and Hutter 2019 (arXiv 1711.05101). */
    ADAMW,
    /** Stochastic gradient descent with momentum. */
    SGD
  }

  /** Where to compute. */
  public enum Device {
    /** A GPU if TensorFlow finds one, else the CPU. */
    AUTO,
    CPU,
    /** A GPU or an error. */
    GPU
  }
}
