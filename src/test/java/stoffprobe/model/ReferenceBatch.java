package stoffprobe.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.data.LabelledImages;

/**
 * All layers in plain double arithmetic, straight from their definitions, for a whole batch, as
 * batch normalisation looks at all of it. Gradients are central differences of the loss. For tiny
 * networks only.
 */
final class ReferenceBatch {

  private final Architecture architecture;
  private final Normalization normalization;
  private final List<double[]> parameters = new ArrayList<>();
  private final List<double[]> statistics = new ArrayList<>();
  private boolean training;
  private int next;

  ReferenceBatch(Architecture architecture, Normalization normalization, Weights weights) {
    this.architecture = architecture;
    this.normalization = normalization;
    for (int i = 0; i < weights.specs().size(); i++) {
      float[] values = weights.values(i);
      double[] copy = new double[values.length];
      Arrays.setAll(copy, j -> values[j]);
      parameters.add(copy);
    }
  }

  List<double[]> parameters() {
    return parameters;
  }

  /** Of the last pass in training: mean and variance n / (n - 1) of each normalisation in turn. */
  List<double[]> statistics() {
    return statistics;
  }

  /** [images][classes], of all images as one batch. */
  double[][] logits(LabelledImages data, boolean inTraining) {
    training = inTraining;
    next = 0;
    statistics.clear();
    double[][] x = new double[data.count()][data.images().size()];
    for (int i = 0; i < x.length; i++) {
      for (int p = 0; p < x[i].length; p++) {
        x[i][p] = ReferenceNetwork.normalised(normalization, data.images(), i, p);
      }
    }
    return through(architecture.layers(), x);
  }

  /** The batch's mean cross-entropy. */
  double loss(LabelledImages data) {
    double[][] logits = logits(data, true);
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      sum += ReferenceNetwork.crossEntropy(logits[i], data.labels().get(i));
    }
    return sum / logits.length;
  }

  /** d loss / d parameter by central differences; 0 for what only passes through. */
  List<double[]> gradients(LabelledImages data) {
    double h = 1e-6;
    List<double[]> gradients = new ArrayList<>();
    for (double[] tensor : parameters) {
      double[] gradient = new double[tensor.length];
      for (int j = 0; j < tensor.length; j++) {
        double value = tensor[j];
        tensor[j] = value + h;
        double above = loss(data);
        tensor[j] = value - h;
        double below = loss(data);
        tensor[j] = value;
        gradient[j] = (above - below) / (2 * h);
      }
      gradients.add(gradient);
    }
    return gradients;
  }

  private double[][] through(List<Architecture.Placed> layers, double[][] x) {
    double[][] y = x;
    for (Architecture.Placed placed : layers) {
      y = layer(placed, y);
    }
    return y;
  }

  private double[][] layer(Architecture.Placed placed, double[][] x) {
    Layer layer = placed.layer();
    if (layer instanceof Layer.Residual) {
      double[][] inner = through(placed.inner(), x);
      double[][] around = through(placed.shortcut(), x);
      double[][] y = new double[x.length][inner[0].length];
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < y[i].length; j++) {
          y[i][j] = inner[i][j] + around[i][j];
        }
      }
      return y;
    } else if (layer instanceof Layer.BatchNorm) {
      return normalised(x, placed.input().last());
    } else if (layer instanceof Layer.Dense || layer instanceof Layer.Conv2d) {
      double[] kernel = parameters.get(next++);
      double[] bias = parameters.get(next++);
      return Arrays.stream(x)
          .map(
              image ->
                  layer instanceof Layer.Conv2d conv
                      ? ReferenceNetwork.conv(
                          image,
                          (Shape.Image) placed.input(),
                          (Shape.Image) placed.output(),
                          conv,
                          kernel,
                          bias)
                      : ReferenceNetwork.dense(image, kernel, bias))
          .toArray(double[][]::new);
    }
    return Arrays.stream(x).map(image -> alone(placed, image)).toArray(double[][]::new);
  }

  private static double[] alone(Architecture.Placed placed, double[] x) {
    Layer layer = placed.layer();
    if (layer instanceof Layer.Relu) {
      return each(x, v -> Math.max(v, 0));
    } else if (layer instanceof Layer.LeakyRelu leaky) {
      return each(x, v -> v > 0 ? v : leaky.slope() * v);
    } else if (layer instanceof Layer.Activation activation) {
      return switch (activation.function()) {
        case ELU -> each(x, v -> v > 0 ? v : Math.exp(v) - 1);
        case SIGMOID -> each(x, v -> 1 / (1 + Math.exp(-v)));
        case TANH -> each(x, v -> (Math.exp(2 * v) - 1) / (Math.exp(2 * v) + 1));
      };
    } else if (layer instanceof Layer.MaxPool pool) {
      return ReferenceNetwork.pool(
          x, (Shape.Image) placed.input(), (Shape.Image) placed.output(), pool.size());
    } else if (layer instanceof Layer.AveragePool pool) {
      return means(x, (Shape.Image) placed.input(), pool.size(), pool.size());
    } else if (layer instanceof Layer.GlobalAveragePool) {
      Shape.Image in = (Shape.Image) placed.input();
      return means(x, in, in.height(), in.width());
    } else if (layer instanceof Layer.Flatten) {
      return x;
    }
    throw new IllegalArgumentException(layer.word());
  }

  private static double[] each(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  private static double[] means(double[] x, Shape.Image in, int height, int width) {
    int rows = in.height() / height;
    int columns = in.width() / width;
    double[] y = new double[rows * columns * in.channels()];
    for (int row = 0; row < rows * height; row++) {
      for (int column = 0; column < columns * width; column++) {
        for (int c = 0; c < in.channels(); c++) {
          double value = x[(row * in.width() + column) * in.channels() + c];
          int window = row / height * columns + column / width;
          y[window * in.channels() + c] += value / (height * width);
        }
      }
    }
    return y;
  }

  private double[][] normalised(double[][] x, int channels) {
    double[] scale = parameters.get(next++);
    double[] shift = parameters.get(next++);
    double[] mean = parameters.get(next++);
    double[] variance = parameters.get(next++);
    if (training) {
      int n = x.length * x[0].length / channels;
      mean = new double[channels];
      variance = new double[channels];
      for (double[] image : x) {
        for (int j = 0; j < image.length; j++) {
          mean[j % channels] += image[j] / n;
        }
      }
      for (double[] image : x) {
        for (int j = 0; j < image.length; j++) {
          variance[j % channels] += Math.pow(image[j] - mean[j % channels], 2) / n;
        }
      }
      statistics.add(mean);
      statistics.add(each(variance, v -> n > 1 ? v * n / (n - 1) : v));
    }
    double[][] y = new double[x.length][x[0].length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y[i].length; j++) {
        int c = j % channels;
        y[i][j] = (x[i][j] - mean[c]) / Math.sqrt(variance[c] + 1e-5) * scale[c] + shift[c];
      }
    }
    return y;
  }
}
