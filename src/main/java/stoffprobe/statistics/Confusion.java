package stoffprobe.statistics;

/**
 * One kind of mistake.
 *
 * @param label the true class
 * @param predicted the class that it was taken for
 * @param count how often
 */
public record Confusion(int label, int predicted, int count) {}
