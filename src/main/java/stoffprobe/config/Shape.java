package stoffprobe.config;

/** What one example looks like between two layers, without the batch. */
public sealed interface Shape {

  /** The number of values. */
  long size();

  /** The size of the last dimension: an image's channels, a vector's values. */
  int last();

  /**
   * {@code [height, width, channels]}, channels last; each at least 1.
   *
   * @param height rows
   * @param width columns
   * @param channels values a pixel: 1 for a grey image, the number of filters after a convolution
   */
  record Image(int height, int width, int channels) implements Shape {

    public Image {
      if (height < 1 || width < 1 || channels < 1) {
        throw new IllegalArgumentException(
            "an image of [" + height + ", " + width + ", " + channels + "] holds nothing");
      }
    }

    @Override
    public long size() {
      return (long) height * width * channels;
    }

    @Override
    public int last() {
      return channels;
    }

    @Override
    public String toString() {
      return "[" + height + ", " + width + ", " + channels + "]";
    }
  }

  /** {@code [values]}, at least one. */
  record Vector(int values) implements Shape {

    public Vector {
      if (values < 1) {
        throw new IllegalArgumentException("a vector of " + values + " values holds nothing");
      }
    }

    @Override
    public long size() {
      return values;
    }

    @Override
    public int last() {
      return values;
    }

    @Override
    public String toString() {
      return "[" + values + "]";
    }
  }
}
