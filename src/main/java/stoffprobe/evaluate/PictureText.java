package stoffprobe.evaluate;

/** The rules by which a picture becomes an image, as model cards tell them. */
final class PictureText {

  static final String RULE =
      "held upright (EXIF); grey is 0.299 red + 0.587 green + 0.114 blue, what is transparent shows"
          + " white; turned into its negative if the mean of its outermost pixels is above middle"
          + " grey (invert: auto); fitted into the image with its proportions kept, each pixel the"
          + " mean of the area that it covers; centred, black around";

  static final String FAMILIARITY =
      "thumbnails of 7 x 7 area means, rounded to whole grey values; features: (cell - mean) /"
          + " (contrast + 10) with contrast = sqrt(sum of (cell - mean)^2), then mean / 255, then"
          + " darkest cell / 128; the distance is the Euclidean one to the nearest reference,"
          + " divided by limit; above 1 the image is unlike the training images";

  private PictureText() {}
}
