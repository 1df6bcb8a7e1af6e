package stoffprobe.report.chart;

/**
 * What one trained epoch came to. A value that is not finite (a training that diverged) leaves a
 * gap in its curve.
 *
 * @param epoch counted from 1
 * @param macroF1 0 to 1, mean over the test batches
 * @param accuracy 0 to 1, mean over the test batches
 */
public record EpochPoint(
    int epoch, double trainLoss, double testLoss, double macroF1, double accuracy) {}
