package stoffprobe.gpu;

import java.util.Locale;

/**
 * What keeps TensorFlow from using a GPU.
 *
 * @param part the part of the machine or of the program that it is about
 * @param reason what is wrong and where, to go on after "... but "
 * @param advice what to do: a sentence
 */
public record Obstacle(Part part, String reason, String advice) {

  /** In the order in which they have to be put right. */
  public enum Part {
    /** No GPU is to be expected here at all. */
    MACHINE,
    DRIVER,
    BUILD,
    CARD,
    LIBRARIES
  }

  /** Whether the machine has a GPU's driver, so that its user may wonder why it is not used. */
  public boolean expectable() {
    return part != Part.MACHINE;
  }

  /** Reason and advice, to stand alone. */
  public String sentences() {
    return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + " " + advice;
  }
}
