package stoffprobe.filters;

import java.util.OptionalInt;

/**
 * What one filter responded to. It responds where its value is above zero: all else is cut off by a
 * ReLU.
 *
 * @param images how many were looked at
 * @param positions places in all of them
 * @param responding those at which it responds; 0 for a dead filter
 * @param mean of its responses over all places, 0 where it does not respond
 * @param strongestClass the class with the largest mean response; none for a dead filter
 * @param classMean that mean, 0 for a dead filter
 * @param strongest its largest value, also where that is below zero
 * @param patch where that was
 */
public record FilterResponse(
    int images,
    long positions,
    long responding,
    double mean,
    OptionalInt strongestClass,
    double classMean,
    float strongest,
    Patch patch) {

  /**
   * A square of an image, in pixels; a part of it may lie outside, where there are zeros.
   *
   * @param image index of the image
   * @param row of its upper edge, from 0
   * @param column of its left edge, from 0
   * @param size its side
   */
  public record Patch(int image, int row, int column, int size) {}

  /** The share of places at which it responds, 0 to 1. */
  public double share() {
    return (double) responding / positions;
  }
}
