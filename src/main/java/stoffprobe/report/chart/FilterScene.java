package stoffprobe.report.chart;

import stoffprobe.data.Images;

/**
 * What filters look at.
 *
 * @param images with the example among them
 * @param index of the example
 * @param maps where each filter responds in it, by the filter's number: 0 nowhere, 255 the most
 */
public record FilterScene(Images images, int index, Images maps) {}
