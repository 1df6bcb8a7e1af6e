package stoffprobe.model;

/** What happens to an image on its way into a batch. */
@FunctionalInterface
interface ImageChange {

  /** Nothing. */
  ImageChange NONE = (pixels, offset) -> {};

  /** Changes the image whose pixels begin at {@code offset}. */
  void apply(byte[] pixels, int offset);
}
