package stoffprobe.report.chart;

/** Stub. */
public record Sample(int index, String className) {}
