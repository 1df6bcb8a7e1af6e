package stoffprobe.report.chart;

/** Stub. */
public record ModelAccuracy(String model, double accuracy, double low, double high) {}
