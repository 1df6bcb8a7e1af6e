package stoffprobe.config;

/**
 * What is changed at random in each training image each time that it is used, so that no two epochs
 * show the same.
 *
 * @param shift by at most so many pixels up or down and left or right; the border is repeated
 * @param flip whether one half of them, by chance, are turned left to right
 */
public record Augmentation(int shift, boolean flip) {

  public static final Augmentation NONE = new Augmentation(0, false);
}
