package stoffprobe.filters;

import java.util.Arrays;
import java.util.List;
import stoffprobe.data.FloatArray;

/** The filters of a first convolution, ready to look at images. */
public final class FilterBank {

  private final FirstConvolution place;
  private final int side;
  private final int channels;
  private final int filters;
  private final float[] kernel;
  private final float[] bias;

  /**
   * Checks that weights and layer belong together.
   *
   * @param kernel {@code [side, side, channels, filters]} for images of so many channels
   * @param bias {@code [filters]}
   * @throws IllegalArgumentException if a shape is another
   */
  public FilterBank(FirstConvolution place, FloatArray kernel, FloatArray bias, int channels) {
    this.place = place;
    this.side = place.convolution().kernel();
    this.filters = place.convolution().filters();
    this.channels = channels;
    this.kernel = kernel.values();
    this.bias = bias.values();
    if (!kernel.sizes().equals(List.of(side, side, channels, filters))
        || !bias.sizes().equals(List.of(filters))) {
      throw new IllegalArgumentException(
          "a kernel of %s with a bias of %s for %s"
              .formatted(kernel.sizes(), bias.sizes(), place.convolution()));
    }
  }

  public int filters() {
    return filters;
  }

  /** Rows and columns of a filter. */
  public int side() {
    return side;
  }

  FirstConvolution place() {
    return place;
  }

  /** Values a pixel of the images that the filters look at. */
  public int channels() {
    return channels;
  }

  /** The weights of one filter, row by row, of each pixel all channels. */
  public float[] kernel(int filter) {
    float[] weights = new float[side * side * channels];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = kernel[i * filters + filter];
    }
    return weights;
  }

  /**
   * The filters' values all over a plane, before any ReLU.
   *
   * @return {@code [rows, columns, filters]}, float32
   */
  float[] respond(Plane plane) {
    int rows = place.places(plane.height());
    int columns = place.places(plane.width());
    float[] responses = new float[rows * columns * filters];
    float[] values = new float[filters];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        respond(plane, y, x, values);
        System.arraycopy(values, 0, responses, (y * columns + x) * filters, filters);
      }
    }
    return responses;
  }

  private void respond(Plane plane, int row, int column, float[] values) {
    int top = row - place.padding();
    int left = column - place.padding();
    Arrays.fill(values, 0);
    for (int y = Math.max(0, -top); y < Math.min(side, plane.height() - top); y++) {
      for (int x = Math.max(0, -left); x < Math.min(side, plane.width() - left); x++) {
        for (int c = 0; c < channels; c++) {
          int weights = ((y * side + x) * channels + c) * filters;
          addProducts(plane.get(top + y, left + x, c), weights, values);
        }
      }
    }
    for (int f = 0; f < filters; f++) {
      values[f] += bias[f];
    }
  }

  private void addProducts(float value, int weights, float[] sums) {
    for (int f = 0; f < filters; f++) {
      sums[f] += value * kernel[weights + f];
    }
  }
}
