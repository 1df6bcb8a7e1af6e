package stoffprobe.filters;

import java.nio.ByteBuffer;
import java.util.List;
import stoffprobe.config.Layer;
import stoffprobe.data.Images;

/** One image on its way to the first convolution: float32 {@code [height, width, channels]}. */
final class Plane {

  private final float[] values;
  private final int height;
  private final int width;
  private final int channels;

  Plane(float[] values, int height, int width, int channels) {
    if (values.length != height * width * channels) {
      throw new IllegalArgumentException(
          values.length + " for " + height + " x " + width + " x " + channels);
    }
    this.values = values;
    this.height = height;
    this.width = width;
    this.channels = channels;
  }

  /**
   * An image as a network gets it.
   *
   * @param factors what a value of 0 to 255 is multiplied with, by channel
   * @param offsets what is added then
   */
  static Plane of(Images images, int index, float[] factors, float[] offsets) {
    float[] values = new float[images.size()];
    ByteBuffer pixels = images.view(index);
    int channels = images.channels();
    for (int channel = 0; channel < channels; channel++) {
      for (int i = channel; i < values.length; i += channels) {
        values[i] = Byte.toUnsignedInt(pixels.get(i)) * factors[channel] + offsets[channel];
      }
    }
    return new Plane(values, images.height(), images.width(), channels);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  int channels() {
    return channels;
  }

  float get(int y, int x, int channel) {
    return values[(y * width + x) * channels + channel];
  }

  /** Whether {@link #through} knows a layer. */
  static boolean passes(Layer layer) {
    return layer instanceof Layer.Relu
        || layer instanceof Layer.MaxPool
        || layer instanceof Layer.Dropout;
  }

  /** What the layers before a first convolution make of it; they have no weights. */
  Plane through(List<Layer> layers) {
    Plane plane = this;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Relu) {
        plane = plane.rectified();
      } else if (layer instanceof Layer.MaxPool pool) {
        plane = plane.pooled(pool.size());
      } else if (!(layer instanceof Layer.Dropout)) { // which does nothing after training
        throw new IllegalArgumentException(layer.word() + " before a first convolution");
      }
    }
    return plane;
  }

  private Plane rectified() {
    float[] positive = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      positive[i] = Math.max(values[i], 0);
    }
    return new Plane(positive, height, width, channels);
  }

  private Plane pooled(int size) {
    int rows = height / size;
    int columns = width / size;
    float[] largest = new float[rows * columns * channels];
    for (int to = 0; to < largest.length; to++) {
      int top = to / channels / columns * size;
      int left = to / channels % columns * size;
      float value = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < size * size; i++) {
        value = Math.max(value, get(top + i / size, left + i % size, to % channels));
      }
      largest[to] = value;
    }
    return new Plane(largest, rows, columns, channels);
  }
}
