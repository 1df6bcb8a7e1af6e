package stoffprobe.report.chart;

/** Stub. */
public record EpochPoint(
    int epoch, double trainLoss, double testLoss, double macroF1, double accuracy) {}
