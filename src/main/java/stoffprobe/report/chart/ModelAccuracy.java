package stoffprobe.report.chart;

/**
 * A model's accuracy on the whole test set with its 95 % interval; all 0 to 1.
 *
 * @param model the model's name in the pipeline file
 */
public record ModelAccuracy(String model, double accuracy, double low, double high) {}
