package stoffprobe.report.chart;

/**
 * An image to show.
 *
 * @param index its place among the images
 * @param className its caption
 */
public record Sample(int index, String className) {}
