package stoffprobe.evaluate;

import stoffprobe.config.Invert;

/** The rules by which a picture becomes an image, as model cards tell them. */
final class PictureText {

  private static final String UPRIGHT = "held upright (EXIF); ";

  private static final String GREY =
      "grey is 0.299 red + 0.587 green + 0.114 blue, what is transparent shows white; ";

  private static final String COLOUR =
      "red, green and blue stay as the file holds them, what is transparent shows white; ";

  private static final String FITTED =
      "fitted into the image with its proportions kept, each pixel the"
          + " mean of the area that it covers; centred, black around";

  private static final String FEATURES =
      "; features: (cell - mean) /"
          + " (contrast + 10) with contrast = sqrt(sum of (cell - mean)^2), then mean / 255, then"
          + " darkest cell / 128; the distance is the Euclidean one to the nearest reference,"
          + " divided by limit; above 1 the image is unlike the training images";

  private PictureText() {}

  static String rule(Invert invert, boolean colour) {
    return UPRIGHT + (colour ? COLOUR : GREY) + negative(invert) + FITTED;
  }

  /** The same rule in German. */
  static String german(Invert invert, boolean colour) {
    String negative =
        switch (invert) {
          case AUTO ->
              "ins Negativ gewendet, wenn seine äußersten Bildpunkte im Mittel heller sind als"
                  + " mittleres Grau; ";
          case NEVER -> "";
          case ALWAYS -> "ins Negativ gewendet; ";
        };
    return "aufrecht gehalten (EXIF); "
        + (colour
            ? "Rot, Grün und Blau bleiben, wie sie in der Datei stehen; "
            : "Grau ist 0,299 Rot + 0,587 Grün + 0,114 Blau; ")
        + "Durchsichtiges erscheint weiß; "
        + negative
        + "mit seinen Proportionen eingepasst, jeder Bildpunkt der Mittelwert der Fläche, die er"
        + " bedeckt; zentriert, ringsum schwarz";
  }

  /** How {@link stoffprobe.predict.Familiarity} is computed; in colour a cell has three values. */
  static String familiarity(boolean colour) {
    return (colour
            ? "thumbnails of 7 x 7 area means of red, green and blue, rounded to whole numbers, each"
                + " of the 147 a cell"
            : "thumbnails of 7 x 7 area means, rounded to whole grey values")
        + FEATURES;
  }

  private static String negative(Invert invert) {
    return switch (invert) {
      case AUTO ->
          "turned into its negative if the mean of its outermost pixels is above middle grey; ";
      case NEVER -> "";
      case ALWAYS -> "turned into its negative; ";
    };
  }
}
