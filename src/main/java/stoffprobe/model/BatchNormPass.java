package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * Batch normalisation in training, over all images of the batch and all places of an image. With w
 * a value's share of the mean over the n values of a channel, 1 / n each:
 *
 * <pre>
 *   mean = sum of w x        variance = sum of w (x - mean)^2        c = (x - mean) / deviation
 *   y = scale c + shift      with deviation = sqrt(variance + epsilon)
 *   d scale = sum of g c     d shift = sum of g
 *   d x = scale / deviation (g - w (d shift + c d scale))
 * </pre>
 *
 * <p>A block of images is all images or one row that is none, so its rows have one share; what has
 * passed a dense layer is small, but may have both kinds of rows in its one block.
 *
 * <p>The blocks of rows are summed up in their order. Running means become (1 - momentum) times
 * what they were plus momentum times the batch's mean, and its variance times n / (n - 1).
 */
final class BatchNormPass implements LayerPass {

  private final Ops tf;
  private final List<Operand<TFloat32>> parameters;
  private final double momentum;
  private final Operand<TFloat32> shares;
  private final boolean image;
  private final float places;
  private List<Operand<TFloat32>> differences = List.of();
  private List<Operand<TFloat32>> weights = List.of();
  private @Nullable Operand<TFloat32> mean;
  private @Nullable Operand<TFloat32> variance;
  private @Nullable Operand<TFloat32> inverse;
  private List<List<Gradient>> gradients = List.of();

  /**
   * A layer.
   *
   * @param parameters scale, shift, running mean and running variance, {@code [c]} each
   * @param shares of each row in a mean over the batch, {@code [b, 1]}
   * @param input what one image looks like here
   */
  BatchNormPass(
      Ops tf,
      List<Operand<TFloat32>> parameters,
      Layer.BatchNorm layer,
      Operand<TFloat32> shares,
      Shape input) {
    this.tf = tf;
    this.parameters = List.copyOf(parameters);
    this.momentum = layer.momentum();
    this.shares = shares;
    this.image = input instanceof Shape.Image;
    this.places = (float) input.size() / input.last();
  }

  /** The layer after training: y = x scale / deviation + (shift - mean scale / deviation). */
  static LayerPass afterwards(Ops tf, List<Operand<TFloat32>> parameters) {
    Operand<TFloat32> factor = tf.math.mul(parameters.get(0), inverse(tf, parameters.get(3)));
    Operand<TFloat32> offset =
        tf.math.sub(parameters.get(1), tf.math.mul(parameters.get(2), factor));
    return new SimplePass(
        x -> tf.math.add(tf.math.mul(x, factor), offset), (x, y, g) -> tf.math.mul(g, factor));
  }

  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    weights = weights(x);
    Operand<TFloat32> m = weightedSum(x);
    Operand<TFloat32> negative = tf.math.neg(m);
    differences = x.stream().map(block -> plus(block, negative)).toList();
    Operand<TFloat32> v =
        weightedSum(differences.stream().map(block -> times(block, block)).toList());
    Operand<TFloat32> scaling = inverse(tf, v);
    mean = m;
    variance = v;
    inverse = scaling;
    Operand<TFloat32> factor = tf.math.mul(parameters.get(0), scaling);
    return differences.stream()
        .map(block -> plus(times(block, factor), parameters.get(1)))
        .toList();
  }

  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    List<Operand<TFloat32>> products = new ArrayList<>();
    for (int i = 0; i < gradient.size(); i++) {
      products.add(times(gradient.get(i), differences.get(i)));
    }
    Operand<TFloat32> scaling = known(inverse);
    Operand<TFloat32> ofScale = tf.math.mul(sum(products), scaling);
    Operand<TFloat32> ofShift = sum(gradient);
    Operand<TFloat32> factor = tf.math.mul(parameters.get(0), scaling);
    gradients =
        List.of(
            List.of(new Gradient(ofScale, List.of((Op) factor))),
            List.of(new Gradient(ofShift, List.of())),
            List.of(new Gradient(running(2, known(mean)), List.of())),
            List.of(
                new Gradient(running(3, tf.math.mul(known(variance), correction())), List.of())));
    if (!wanted) {
      return List.of();
    }
    Operand<TFloat32> perDifference = tf.math.mul(tf.math.mul(ofScale, scaling), factor);
    Operand<TFloat32> perRow = tf.math.mul(ofShift, factor);
    List<Operand<TFloat32>> below = new ArrayList<>();
    for (int i = 0; i < gradient.size(); i++) {
      Operand<TFloat32> own = times(gradient.get(i), factor);
      below.add(tf.math.sub(own, common(i, perDifference, perRow)));
    }
    return below;
  }

  /** What the batch's mean and variance pass on to each row of a block. */
  private Operand<TFloat32> common(
      int block, Operand<TFloat32> perDifference, Operand<TFloat32> perRow) {
    Operand<TFloat32> weight = weights.get(block);
    Operand<TFloat32> difference = differences.get(block);
    return image // the share first, as it is one number, and then few
        ? plus(times(difference, tf.math.mul(perDifference, weight)), tf.math.mul(perRow, weight))
        : times(plus(times(difference, perDifference), perRow), weight);
  }

  @Override
  public List<List<Gradient>> gradients() {
    return gradients;
  }

  @Override
  public boolean learns() {
    return true;
  }

  private static Operand<TFloat32> inverse(Ops tf, Operand<TFloat32> variance) {
    return tf.math.rsqrt(tf.math.add(variance, tf.constant((float) Layer.BatchNorm.EPSILON)));
  }

  /** What each value of a channel counts for in its mean: [b, 1], or [1] for a block of images. */
  private List<Operand<TFloat32>> weights(List<Operand<TFloat32>> x) {
    Operand<TFloat32> each = tf.math.mul(shares, tf.constant(1 / places));
    return Blocks.cutRows(tf, each, x).stream().map(block -> image ? first(block) : block).toList();
  }

  private Operand<TFloat32> first(Operand<TFloat32> column) {
    return tf.reshape(tf.slice(column, tf.array(0, 0), tf.array(1, 1)), tf.array(1));
  }

  private Operand<TFloat32> weightedSum(List<Operand<TFloat32>> blocks) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Operand<TFloat32> weight = weights.get(i);
      sums.add(
          image
              ? times(tf.nn.biasAddGrad(blocks.get(i)), weight)
              : tf.nn.biasAddGrad(times(blocks.get(i), weight)));
    }
    return Blocks.sum(tf, sums);
  }

  /** Over the batch and all places, as the gradient of a bias is one: [c]. */
  private Operand<TFloat32> sum(List<Operand<TFloat32>> blocks) {
    return Blocks.sum(
        tf, blocks.stream().map(block -> (Operand<TFloat32>) tf.nn.biasAddGrad(block)).toList());
  }

  /** n / (n - 1), and 1 for a single value; the largest share is 1 / images. */
  private Operand<TFloat32> correction() {
    Operand<TFloat32> n = tf.math.div(tf.constant(places), tf.max(shares, tf.array(0, 1)));
    Operand<TFloat32> one = tf.constant(1f);
    return tf.math.div(n, tf.math.maximum(tf.math.sub(n, one), one));
  }

  private Operand<TFloat32> running(int parameter, Operand<TFloat32> ofBatch) {
    return tf.math.add(
        tf.math.mul(parameters.get(parameter), tf.constant((float) (1 - momentum))),
        tf.math.mul(ofBatch, tf.constant((float) momentum)));
  }

  private Operand<TFloat32> times(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.mul(a, b);
  }

  /** A value a channel, added like a bias, which has the quickest kernel. */
  private Operand<TFloat32> plus(Operand<TFloat32> x, Operand<TFloat32> channels) {
    return tf.nn.biasAdd(x, channels);
  }

  private static Operand<TFloat32> known(@Nullable Operand<TFloat32> value) {
    return Objects.requireNonNull(value, "forward comes first");
  }
}
