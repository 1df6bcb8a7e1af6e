package stoffprobe.config;

/**
 * Ends a training when the loss on the held-out images has not fallen for a while, and goes back to
 * the weights that had the lowest.
 *
 * @param patience epochs in a row without a lower loss, at least 1
 */
public record EarlyStopping(int patience) {}
