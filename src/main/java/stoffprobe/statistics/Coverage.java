package stoffprobe.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model is worth if it answers only where it is sure and leaves the rest to a person: its
 * accuracy on the images of largest top probability, for every percentage of images answered.
 *
 * @param points for 1, 2, ..., 100 percent
 * @see <a href="https://jmlr.org/papers/v11/el-yaniv10a.html">El-Yaniv and Wiener 2010</a>
 * @see <a href="https://arxiv.org/abs/1705.08500">Geifman and El-Yaniv 2017</a>, who take the top
 *     probability as here
 */
public record Coverage(List<Point> points) {

  public Coverage {
    points = List.copyOf(points);
  }

  /**
   * One percentage.
   *
   * @param percent of all images, 1 to 100
   * @param images so many are answered: the percentage, rounded up
   * @param threshold the smallest top probability among them
   * @param correct how many of them are right
   */
  public record Point(int percent, int images, float threshold, int correct) {

    /** The share of the answered images that is right. */
    public double accuracy() {
      return (double) correct / images;
    }

    /** The accuracy's 95 % interval by Wilson. */
    public Interval interval() {
      return Interval.wilson(correct, images);
    }
  }

  /**
   * Ranks all images by their top probability; of equally sure ones the lower index comes first.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Coverage of(Predictions predictions) {
    int count = predictions.count();
    if (count == 0) {
      throw new IllegalArgumentException("no predictions to rank");
    }
    int[] surest = surestFirst(predictions);
    List<Point> points = new ArrayList<>();
    int images = 0;
    int correct = 0;
    for (int percent = 1; percent <= 100; percent++) {
      int wanted = (int) (((long) percent * count + 99) / 100);
      for (; images < wanted; images++) {
        correct += predictions.correct(surest[images]) ? 1 : 0;
      }
      points.add(new Point(percent, images, predictions.confidence(surest[images - 1]), correct));
    }
    return new Coverage(points);
  }

  private static int[] surestFirst(Predictions predictions) {
    // The sort is stable, so that ties stay in the order of their indices.
    return IntStream.range(0, predictions.count())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(predictions::confidence).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
