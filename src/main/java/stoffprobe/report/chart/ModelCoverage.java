package stoffprobe.report.chart;

import java.util.List;

/**
 * A model's accuracy where it may leave the images that it is least sure of to a person.
 *
 * @param model its name in the pipeline file
 * @param points from all images handed over but a few to none, at least one
 */
public record ModelCoverage(String model, List<Point> points) {

  public ModelCoverage {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no coverage of model " + model);
    }
  }

  /**
   * One share; accuracies are 0 to 1.
   *
   * @param handedOver percent of all images
   * @param accuracy of the others
   * @param low lower end of its interval
   * @param high upper end of its interval
   */
  public record Point(int handedOver, double accuracy, double low, double high) {}

  Point nothingHandedOver() {
    return points.get(points.size() - 1);
  }
}
