package stoffprobe.config;

/**
 * One layer of a network, as a pipeline file lists it. Shapes are per example, without the batch:
 * an image is {@code [height, width, channels]}, a vector {@code [values]}.
 *
 * <p>A closed set on purpose: whoever switches over layers is told by the compiler when one is
 * added.
 */
public sealed interface Layer {

  /** The layer's word in the pipeline file. */
  String word();

  /** Turns an image into a vector, row by row, channels last. */
  record Flatten() implements Layer {
    @Override
    public String word() {
      return "flatten";
    }
  }

  /** A fully connected layer: {@code y = x W + b}. */
  record Dense(int units) implements Layer {
    @Override
    public String word() {
      return "dense";
    }
  }

  /** {@code max(x, 0)}. */
  record Relu() implements Layer {
    @Override
    public String word() {
      return "relu";
    }
  }

  /** A two-dimensional convolution with stride 1, a square kernel and a bias a filter. */
  record Conv2d(int filters, int kernel, Padding padding) implements Layer {
    @Override
    public String word() {
      return "conv2d";
    }
  }

  /** The largest value of each {@code size x size} window; stride {@code size}, borders cut off. */
  record MaxPool(int size) implements Layer {
    @Override
    public String word() {
      return "max-pool";
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
  }

  /** What a convolution does at the border: keep the size with zeros around, or lose the border. */
  enum Padding {
    SAME,
    VALID
  }
}
