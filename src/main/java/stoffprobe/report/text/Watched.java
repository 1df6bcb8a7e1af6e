package stoffprobe.report.text;

/**
 * What the course of training is measured on: the test images, or those held out of training.
 *
 * @param heldOut whether part of the training images was held out
 */
record Watched(boolean heldOut) {

  /** The loss on those images. */
  Bilingual loss() {
    return heldOut
        ? new Bilingual("Validierungs-Loss", "validation loss")
        : new Bilingual("Test-Loss", "test loss");
  }
}
