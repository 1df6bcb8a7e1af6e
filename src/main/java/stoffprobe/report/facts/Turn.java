package stoffprobe.report.facts;

/**
 * The point from which a loss on new images got no lower.
 *
 * @param lowest the epoch with the lowest such loss, not the last one
 * @param last the last epoch, with a higher one
 * @param setback by how much the loss had ever been above its lowest value so far before it got
 *     lower again; 0 if it only fell
 */
public record Turn(Epoch lowest, Epoch last, double setback) {

  /** How sure it is that the network adapts to its training images from there on. */
  public enum Sign {
    /** The training loss did not fall meanwhile: there is something else. */
    NONE,
    /** One epoch only. */
    ONE_EPOCH,
    /** No more than an earlier setback, which passed. */
    WITHIN_NOISE,
    /** Several epochs, and more than any setback before. */
    CLEAR
  }

  public int epochs() {
    return last.number() - lowest.number();
  }

  /** How much higher the loss on new images is at the end. */
  public double rise() {
    return last.testLoss() - lowest.testLoss();
  }

  public Sign sign() {
    double before = lowest.trainLoss().orElse(Double.NaN);
    if (!(last.trainLoss().orElse(Double.NaN) < before)) {
      return Sign.NONE;
    } else if (epochs() == 1) {
      return Sign.ONE_EPOCH;
    }
    return rise() > setback ? Sign.CLEAR : Sign.WITHIN_NOISE;
  }
}
