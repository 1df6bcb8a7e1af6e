package stoffprobe.nightly;

/**
 * A test image that a model takes for another class than it did in the baseline.
 *
 * @param index the image, counted from 0
 * @param label its true class
 * @param before the class predicted in the baseline
 * @param now the class predicted tonight
 */
public record Flip(int index, int label, int before, int now) {}
