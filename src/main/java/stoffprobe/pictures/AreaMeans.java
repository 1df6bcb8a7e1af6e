package stoffprobe.pictures;

/**
 * A picture in another size, each new pixel the mean of the area that it covers, where pixels on
 * the border of an area count by their share in it. Each of the picture's pixels is looked at once.
 */
final class AreaMeans {

  private AreaMeans() {}

  /** Means in double {@code [toRows, toColumns, channels]}. */
  static double[] of(
      PixelRows rows, int height, int width, int channels, int toRows, int toColumns) {
    int length = toColumns * channels;
    double[] means = new double[toRows * length];
    double[] areas = new double[toRows];
    double[] row = new double[width * channels];
    double[] narrow = new double[length];
    for (int y = 0; y < height; y++) {
      rows.read(y, row);
      narrow(row, width, channels, narrow, toColumns);
      int from = (int) ((long) y * toRows / height);
      for (int to = from; to < toRows && (double) to * height / toRows < y + 1; to++) {
        double share = share(y, (double) to * height / toRows, (double) (to + 1) * height / toRows);
        areas[to] += share;
        for (int i = 0; i < length; i++) {
          means[to * length + i] += share * narrow[i];
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= areas[i / length];
    }
    return means;
  }

  private static void narrow(double[] row, int width, int channels, double[] to, int toColumns) {
    for (int column = 0; column < toColumns; column++) {
      double left = (double) column * width / toColumns;
      double right = (double) (column + 1) * width / toColumns;
      for (int channel = 0; channel < channels; channel++) {
        double sum = 0;
        double length = 0;
        for (int x = (int) left; x < Math.min(width, Math.ceil(right)); x++) {
          double share = share(x, left, right);
          sum += share * row[x * channels + channel];
          length += share;
        }
        to[column * channels + channel] = sum / length;
      }
    }
  }

  /** How much of the pixel at {@code place} lies between two borders. */
  private static double share(int place, double from, double to) {
    return Math.max(0, Math.min(to, place + 1) - Math.max(from, place));
  }
}
