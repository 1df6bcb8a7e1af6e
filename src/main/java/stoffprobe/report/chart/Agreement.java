package stoffprobe.report.chart;

/**
 * On how many images two models are right and wrong.
 *
 * @param a name of the first in the pipeline file
 * @param b name of the second
 */
public record Agreement(
    String a, String b, long bothRight, long onlyA, long onlyB, long bothWrong) {

  /** All images. */
  long total() {
    return bothRight + onlyA + onlyB + bothWrong;
  }
}
