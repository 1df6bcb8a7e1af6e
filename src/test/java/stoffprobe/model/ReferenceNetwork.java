package stoffprobe.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

/**
 * A network in plain double arithmetic, straight from the definitions: what the graph is tested
 * against. Its gradients are central differences of the loss, so they share nothing with
 * backpropagation. For tiny networks only.
 */
public final class ReferenceNetwork {

  private final Architecture architecture;
  private final Normalization normalization;
  private final List<double[]> parameters = new ArrayList<>();

  public ReferenceNetwork(Architecture architecture, Normalization normalization, Weights weights) {
    this.architecture = architecture;
    this.normalization = normalization;
    for (int i = 0; i < weights.specs().size(); i++) {
      float[] values = weights.values(i);
      double[] copy = new double[values.length];
      for (int j = 0; j < copy.length; j++) {
        copy[j] = values[j];
      }
      parameters.add(copy);
    }
  }

  public List<double[]> parameters() {
    return parameters;
  }

  /**
   * The logits of an image.
   *
   * @param masks what each dropout layer multiplies its values with, in the order of the layers;
   *     none after training
   */
  public double[] logits(Images images, int index, double[]... masks) {
    double[] x = new double[images.size()];
    for (int p = 0; p < x.length; p++) {
      x[p] = normalised(normalization, images, index, p);
    }
    int next = 0;
    int nextMask = 0;
    for (Architecture.Placed placed : architecture.layers()) {
      if (placed.layer() instanceof Layer.Dense) {
        x = dense(x, parameters.get(next), parameters.get(next + 1));
        next += 2;
      } else if (placed.layer() instanceof Layer.Conv2d conv) {
        Shape.Image in = (Shape.Image) placed.input();
        Shape.Image out = (Shape.Image) placed.output();
        x = conv(x, in, out, conv, parameters.get(next), parameters.get(next + 1));
        next += 2;
      } else if (placed.layer() instanceof Layer.Relu) {
        x = relu(x);
      } else if (placed.layer() instanceof Layer.MaxPool pool) {
        x = pool(x, (Shape.Image) placed.input(), (Shape.Image) placed.output(), pool.size());
      } else if (placed.layer() instanceof Layer.Dropout && masks.length > 0) {
        x = masked(x, masks[nextMask]);
        nextMask++;
      }
    }
    return x;
  }

  /** Value {@code p} of an image in C order, as the network gets it. */
  static double normalised(Normalization normalization, Images images, int index, int p) {
    int channel = p % images.channels();
    int pixel = p / images.channels();
    double value = images.pixel(index, pixel / images.width(), pixel % images.width(), channel);
    return (value / normalization.scale() - normalization.mean().of(channel))
        / normalization.std().of(channel);
  }

  /** The batch's mean cross-entropy, -ln of the softmax at the label. */
  public double loss(LabelledImages data, int[] order, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += crossEntropy(logits(data.images(), order[i]), data.labels().get(order[i]));
    }
    return sum / (to - from);
  }

  /** -ln of the softmax at the label. */
  static double crossEntropy(double[] logits, int label) {
    return Math.log(Arrays.stream(logits).map(Math::exp).sum()) - logits[label];
  }

  /** d loss / d parameter by central differences. */
  public List<double[]> gradients(LabelledImages data, int[] order, int from, int to) {
    double h = 1e-6;
    List<double[]> gradients = new ArrayList<>();
    for (double[] tensor : parameters) {
      double[] gradient = new double[tensor.length];
      for (int j = 0; j < tensor.length; j++) {
        double value = tensor[j];
        tensor[j] = value + h;
        double above = loss(data, order, from, to);
        tensor[j] = value - h;
        double below = loss(data, order, from, to);
        tensor[j] = value;
        gradient[j] = (above - below) / (2 * h);
      }
      gradients.add(gradient);
    }
    return gradients;
  }

  static double[] dense(double[] x, double[] kernel, double[] bias) {
    double[] y = bias.clone();
    for (int out = 0; out < y.length; out++) {
      for (int in = 0; in < x.length; in++) {
        y[out] += x[in] * kernel[in * y.length + out];
      }
    }
    return y;
  }

  static double[] conv(
      double[] x,
      Shape.Image in,
      Shape.Image out,
      Layer.Conv2d conv,
      double[] kernel,
      double[] bias) {
    int side = conv.kernel();
    int above = zerosBefore(conv, in.height(), out.height());
    int left = zerosBefore(conv, in.width(), out.width());
    double[] y = new double[out.height() * out.width() * out.channels()];
    for (int row = 0; row < out.height(); row++) {
      for (int column = 0; column < out.width(); column++) {
        for (int filter = 0; filter < out.channels(); filter++) {
          double sum = bias[filter];
          for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
              int sourceRow = row * conv.stride() + i - above;
              int sourceColumn = column * conv.stride() + j - left;
              if (sourceRow >= 0
                  && sourceRow < in.height()
                  && sourceColumn >= 0
                  && sourceColumn < in.width()) {
                for (int c = 0; c < in.channels(); c++) {
                  sum +=
                      x[(sourceRow * in.width() + sourceColumn) * in.channels() + c]
                          * kernel[((i * side + j) * in.channels() + c) * out.channels() + filter];
                }
              }
            }
          }
          y[(row * out.width() + column) * out.channels() + filter] = sum;
        }
      }
    }
    return y;
  }

  /**
   * TensorFlow's guide to convolutions: of the zeros that the last place needs, half are before.
   */
  private static int zerosBefore(Layer.Conv2d conv, int in, int out) {
    int zeros = Math.max((out - 1) * conv.stride() + conv.kernel() - in, 0);
    return conv.padding() == Layer.Padding.SAME ? zeros / 2 : 0;
  }

  private static double[] masked(double[] x, double[] mask) {
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> x[i] * mask[i]);
    return y;
  }

  private static double[] relu(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(x[i], 0);
    }
    return y;
  }

  static double[] pool(double[] x, Shape.Image in, Shape.Image out, int size) {
    double[] y = new double[out.height() * out.width() * out.channels()];
    for (int row = 0; row < out.height(); row++) {
      for (int column = 0; column < out.width(); column++) {
        for (int c = 0; c < out.channels(); c++) {
          double largest = Double.NEGATIVE_INFINITY;
          for (int i = 0; i < size * size; i++) {
            int sourceRow = row * size + i / size;
            int sourceColumn = column * size + i % size;
            largest =
                Math.max(largest, x[(sourceRow * in.width() + sourceColumn) * in.channels() + c]);
          }
          y[(row * out.width() + column) * out.channels() + c] = largest;
        }
      }
    }
    return y;
  }
}
