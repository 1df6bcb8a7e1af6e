package stoffprobe.config;

/** A layer that cannot work on what the layer before it passes on. */
public final class ShapeMismatchException extends IllegalArgumentException {

  private final Layer layer;
  private final Shape input;
  private final String needs;

  /**
   * A mismatch.
   *
   * @param index in the list of layers, from 0, of the layer or of the one that it stands in
   */
  ShapeMismatchException(int index, Fit.Misfit misfit) {
    super(
        "layers[%d] (%s) gets the shape %s and needs %s"
            .formatted(index, misfit.layer().word(), misfit.input(), misfit.needs()));
    this.layer = misfit.layer();
    this.input = misfit.input();
    this.needs = misfit.needs();
  }

  /** The very object that was given. */
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
