package stoffprobe.config;

/** A layer that cannot work on what the layer before it passes on. */
public final class ShapeMismatchException extends IllegalArgumentException {

  private final int index;
  private final Layer layer;
  private final Shape input;
  private final String needs;

  ShapeMismatchException(int index, Layer layer, Shape input, String needs) {
    super(
        "layers[%d] (%s) gets the shape %s and needs %s"
            .formatted(index, layer.word(), input, needs));
    this.index = index;
    this.layer = layer;
    this.input = input;
    this.needs = needs;
  }

  /** Its position in the list of layers, from 0. */
  public int index() {
    return index;
  }

  public Layer layer() {
    return layer;
  }

  /** The shape it gets. */
  public Shape input() {
    return input;
  }

  /** The shape it needs, as the end of a sentence. */
  public String needs() {
    return needs;
  }
}
