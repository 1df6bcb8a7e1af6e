package stoffprobe.config;

import java.util.List;
import java.util.Locale;

/**
 * One layer of a network, as a pipeline file lists it. Shapes are per example, without the batch:
 * an image is {@code [height, width, channels]}, a vector {@code [values]}.
 *
 * <p>A closed set on purpose: whoever handles layers can rely on having seen them all. To add one,
 * write its record here and its line in {@link LayerReader}.
 */
public sealed interface Layer {

  /** The layer's word in the pipeline file. */
  String word();

  /** What the layer makes of {@code input}: the shape it passes on, or the one it needs. */
  Fit fit(Shape input);

  /** A layer without parameters that treats each value alone and so keeps the shape. */
  sealed interface ValueByValue extends Layer {
    @Override
    default Fit fit(Shape input) {
      return new Fit.Fits(input, 0);
    }
  }

  /** Turns an image into a vector, row by row, channels last. */
  record Flatten() implements Layer {
    @Override
    public String word() {
      return "flatten";
    }

    @Override
    public Fit fit(Shape input) {
      return input.size() > Integer.MAX_VALUE
          ? new Fit.Misfit(
              this, input, "at most " + Integer.MAX_VALUE + " values: put max-pool before it")
          : new Fit.Fits(new Shape.Vector((int) input.size()), 0);
    }
  }

  /** A fully connected layer: {@code y = x W + b}. */
  record Dense(int units) implements Layer {
    @Override
    public String word() {
      return "dense";
    }

    @Override
    public Fit fit(Shape input) {
      if (!(input instanceof Shape.Vector)) {
        return new Fit.Misfit(this, input, "a vector: put flatten before it");
      }
      return new Fit.Fits(new Shape.Vector(units), input.size() * units + units);
    }
  }

  /** {@code max(x, 0)}. */
  record Relu() implements ValueByValue {
    @Override
    public String word() {
      return "relu";
    }
  }

  /** x where it is positive, {@code slope x} elsewhere. */
  record LeakyRelu(double slope) implements ValueByValue {
    @Override
    public String word() {
      return "leaky-relu";
    }
  }

  /** Another function of each value alone. */
  record Activation(Function function) implements ValueByValue {

    /** The functions. */
    public enum Function {
      /** x where it is positive, {@code exp(x) - 1} elsewhere. */
      ELU,
      /** {@code 1 / (1 + exp(-x))}. */
      SIGMOID,
      TANH
    }

    @Override
    public String word() {
      return function.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Batch normalisation (Ioffe and Szegedy 2015, arXiv 1502.03167) as PyTorch computes it: of each
   * channel of an image, or each value of a vector, the mean of the batch is taken off, the rest
   * divided by the batch's deviation, multiplied with a learned scale and moved by a learned shift.
   * After training, running means take the place of the batch's mean and variance.
   *
   * @param momentum what a batch counts for in the running means, above 0, at most 1
   */
  record BatchNorm(double momentum) implements Layer {

    /** Added to the variance. */
    public static final double EPSILON = 1e-5;

    @Override
    public String word() {
      return "batch-norm";
    }

    @Override
    public Fit fit(Shape input) {
      return new Fit.Fits(input, 2L * input.last());
    }
  }

  /**
   * A two-dimensional convolution with a square kernel and a bias a filter.
   *
   * @param stride rows and columns between two places of the kernel, at least 1
   */
  record Conv2d(int filters, int kernel, Padding padding, int stride) implements Layer {

    /** With stride 1. */
    public Conv2d(int filters, int kernel, Padding padding) {
      this(filters, kernel, padding, 1);
    }

    @Override
    public String word() {
      return "conv2d";
    }

    @Override
    public Fit fit(Shape input) {
      if (!(input instanceof Shape.Image image)) {
        return Layer.needsImage(this, input);
      }
      // Without padding the kernel's centre cannot come closer to the border than half of it.
      int lost = padding == Padding.VALID ? kernel - 1 : 0;
      if (image.height() <= lost || image.width() <= lost) {
        return new Fit.Misfit(
            this, input, "an image of at least %d x %d for its kernel".formatted(kernel, kernel));
      }
      long weights = (long) kernel * kernel * image.channels() * filters;
      return new Fit.Fits(
          new Shape.Image(places(image.height()), places(image.width()), filters),
          weights + filters);
    }

    /** How many places of the kernel there are along a side of {@code size} values. */
    public int places(int size) {
      int all = padding == Padding.SAME ? size : size - kernel + 1;
      return (all + stride - 1) / stride;
    }

    /**
     * How many zeros come before a side of {@code size} values. TensorFlow centres the places: of
     * an odd number of zeros, the one more is behind.
     */
    public int before(int size) {
      return padding == Padding.VALID
          ? 0
          : Math.max(0, (places(size) - 1) * stride + kernel - size) / 2;
    }
  }

  /** The largest value of each {@code size x size} window; stride {@code size}, borders cut off. */
  record MaxPool(int size) implements Layer {
    @Override
    public String word() {
      return "max-pool";
    }

    @Override
    public Fit fit(Shape input) {
      return Layer.pooled(this, input, size);
    }
  }

  /** The mean of each {@code size x size} window; stride {@code size}, borders cut off. */
  record AveragePool(int size) implements Layer {
    @Override
    public String word() {
      return "avg-pool";
    }

    @Override
    public Fit fit(Shape input) {
      return Layer.pooled(this, input, size);
    }
  }

  /** The mean of each channel: from an image to a vector. */
  record GlobalAveragePool() implements Layer {
    @Override
    public String word() {
      return "global-avg-pool";
    }

    @Override
    public Fit fit(Shape input) {
      return input instanceof Shape.Image image
          ? new Fit.Fits(new Shape.Vector(image.channels()), 0)
          : Layer.needsImage(this, input);
    }
  }

  /**
   * Sets a share {@code rate} of the values to zero in training and scales the others by {@code 1 /
   * (1 - rate)}; does nothing afterwards.
   */
  record Dropout(double rate) implements ValueByValue {
    @Override
    public String word() {
      return "dropout";
    }
  }

  /**
   * A residual block (He et al. 2016, arXiv 1512.03385): what {@code layers} make of the input,
   * plus what {@code shortcut} makes of it.
   *
   * @param layers at least one
   * @param shortcut none to add the input as it is, whose shape the layers have to keep then
   */
  record Residual(List<Layer> layers, List<Layer> shortcut) implements Layer {

    public Residual {
      layers = List.copyOf(layers);
      shortcut = List.copyOf(shortcut);
    }

    @Override
    public String word() {
      return "residual";
    }

    @Override
    public Fit fit(Shape input) {
      Fit inner = Fit.through(layers, input);
      Fit around = Fit.through(shortcut, input);
      if (inner instanceof Fit.Fits a && around instanceof Fit.Fits b) {
        return a.output().equals(b.output())
            ? new Fit.Fits(a.output(), a.parameters() + b.parameters())
            : new Fit.Misfit(
                this,
                input,
                "layers and a shortcut that end in the same shape: they end in %s and %s"
                    .formatted(a.output(), b.output()));
      }
      return inner instanceof Fit.Misfit ? inner : around;
    }
  }

  /** What a convolution does at the border: keep the size with zeros around, or lose the border. */
  enum Padding {
    SAME,
    VALID
  }

  private static Fit pooled(Layer layer, Shape input, int size) {
    if (!(input instanceof Shape.Image image)) {
      return needsImage(layer, input);
    }
    if (image.height() < size || image.width() < size) {
      return new Fit.Misfit(
          layer, input, "an image of at least %d x %d for one window".formatted(size, size));
    }
    return new Fit.Fits(
        new Shape.Image(image.height() / size, image.width() / size, image.channels()), 0);
  }

  private static Fit needsImage(Layer layer, Shape input) {
    return new Fit.Misfit(
        layer, input, "an image [height, width, channels]: put it before flatten");
  }
}
