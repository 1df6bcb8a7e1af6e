package stoffprobe.filters;

import java.nio.ByteBuffer;
import java.util.List;
import stoffprobe.config.Layer;
import stoffprobe.data.Images;

/** One grey image on its way to the first convolution: float32 {@code [height, width]}. */
final class Plane {

  private final float[] values;
  private final int height;
  private final int width;

  Plane(float[] values, int height, int width) {
    if (values.length != height * width) {
      throw new IllegalArgumentException(values.length + " for " + height + " x " + width);
    }
    this.values = values;
    this.height = height;
    this.width = width;
  }

  /**
   * An image as a network gets it.
   *
   * @param factor what a pixel of 0 to 255 is multiplied with
   * @param offset what is added then
   */
  static Plane of(Images images, int index, float factor, float offset) {
    float[] values = new float[images.size()];
    ByteBuffer pixels = images.view(index);
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(pixels.get(i)) * factor + offset;
    }
    return new Plane(values, images.height(), images.width());
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  float get(int y, int x) {
    return values[y * width + x];
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
    return new Plane(positive, height, width);
  }

  private Plane pooled(int size) {
    int rows = height / size;
    int columns = width / size;
    float[] largest = new float[rows * columns];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float value = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size * size; i++) {
          value = Math.max(value, get(y * size + i / size, x * size + i % size));
        }
        largest[y * columns + x] = value;
      }
    }
    return new Plane(largest, rows, columns);
  }
}
