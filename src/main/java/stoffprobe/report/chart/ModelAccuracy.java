package stoffprobe.report.chart;

/**
 * How many of the test images a model gets right; shares are 0 to 1.
 *
 * @param series its place among the models of the run, which decides its colour and mark
 * @param low the lower end of its 95 % interval
 * @param high the upper end
 * @param level whether no test tells it from the best model; true for that one
 */
public record ModelAccuracy(
    String model, int series, double accuracy, double low, double high, boolean level) {}
