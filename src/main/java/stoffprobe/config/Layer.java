package stoffprobe.config;

/**
 * One layer of a network, as a pipeline file lists it. Shapes are per example, without the batch:
 * an image is {@code [height, width, channels]}, a vector {@code [values]}.
 *
 * <p>A closed set on purpose: whoever handles layers can rely on having seen them all. To add one,
 * write its record here and its line in {@link LayerSyntax}.
 */
public sealed interface Layer {

  /** The layer's word in the pipeline file. */
  String word();

  /** What the layer makes of {@code input}: the shape it passes on, or the one it needs. */
  Fit fit(Shape input);

  /** Turns an image into a vector, row by row, channels last. */
  record Flatten() implements Layer {
    @Override
    public String word() {
      return "flatten";
    }

    @Override
    public Fit fit(Shape input) {
      return input.size() > Integer.MAX_VALUE
          ? new Fit.Misfit("at most " + Integer.MAX_VALUE + " values: put max-pool before it")
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
        return new Fit.Misfit("a vector: put flatten before it");
      }
      return new Fit.Fits(new Shape.Vector(units), input.size() * units + units);
    }
  }

  /** {@code max(x, 0)}. */
  record Relu() implements Layer {
    @Override
    public String word() {
      return "relu";
    }

    @Override
    public Fit fit(Shape input) {
      return new Fit.Fits(input, 0);
    }
  }

  /** A two-dimensional convolution with stride 1, a square kernel and a bias a filter. */
  record Conv2d(int filters, int kernel, Padding padding) implements Layer {
    @Override
    public String word() {
      return "conv2d";
    }

    @Override
    public Fit fit(Shape input) {
      if (!(input instanceof Shape.Image image)) {
        return new Fit.Misfit("an image [height, width, channels]: put it before flatten");
      }
      // Without padding the kernel's centre cannot come closer to the border than half of it.
      int lost = padding == Padding.VALID ? kernel - 1 : 0;
      if (image.height() <= lost || image.width() <= lost) {
        return new Fit.Misfit(
            "an image of at least %d x %d for its kernel".formatted(kernel, kernel));
      }
      long weights = (long) kernel * kernel * image.channels() * filters;
      return new Fit.Fits(
          new Shape.Image(image.height() - lost, image.width() - lost, filters), weights + filters);
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
      if (!(input instanceof Shape.Image image)) {
        return new Fit.Misfit("an image [height, width, channels]: put it before flatten");
      }
      if (image.height() < size || image.width() < size) {
        return new Fit.Misfit("an image of at least %d x %d for one window".formatted(size, size));
      }
      return new Fit.Fits(
          new Shape.Image(image.height() / size, image.width() / size, image.channels()), 0);
    }
  }

  /**
   * Sets a share {@code rate} of the values to zero in training and scales the others by {@code 1 /
   * (1 - rate)}; does nothing afterwards.
   */
  record Dropout(double rate) implements Layer {
    @Override
    public String word() {
      return "dropout";
    }

    @Override
    public Fit fit(Shape input) {
      return new Fit.Fits(input, 0);
    }
  }

  /** What a convolution does at the border: keep the size with zeros around, or lose the border. */
  enum Padding {
    SAME,
    VALID
  }
}
