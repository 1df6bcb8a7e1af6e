package stoffprobe.model;

import org.tensorflow.ndarray.Shape;
import stoffprobe.config.Architecture;

/** The shape of images as a network takes them. */
final class ImageShape {

  private ImageShape() {}

  /** What a network's first layer gets of one image. */
  static stoffprobe.config.Shape.Image of(Architecture architecture) {
    return (stoffprobe.config.Shape.Image) architecture.layers().get(0).input();
  }

  /**
   * Of {@code count} images: {@code [count, h, w]} if they are grey, else {@code [count, h, w, 3]}.
   */
  static Shape batch(long count, stoffprobe.config.Shape.Image image) {
    return batch(count, image.height(), image.width(), image.channels());
  }

  /** Of {@code count} images as training feeds them: {@code [count, h, w, channels]}. */
  static Shape fed(long count, stoffprobe.config.Shape.Image image) {
    return Shape.of(count, image.height(), image.width(), image.channels());
  }

  /** See {@link #batch(long, stoffprobe.config.Shape.Image)}. */
  static Shape batch(long count, int height, int width, int channels) {
    return channels == 1
        ? Shape.of(count, height, width)
        : Shape.of(count, height, width, channels);
  }
}
