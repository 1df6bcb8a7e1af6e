package stoffprobe.report.chart;

/**
 * How far one model is ahead of another on the same images.
 *
 * @param behind the model with the lower accuracy
 * @param lead accuracy of the one ahead minus that of the one behind, 0 to 1
 * @param low the lower end of its 95 % interval, negative if it could be the worse one
 * @param high the upper end
 */
public record Estimate(
    ModelAccuracy behind, ModelAccuracy ahead, double lead, double low, double high) {}
