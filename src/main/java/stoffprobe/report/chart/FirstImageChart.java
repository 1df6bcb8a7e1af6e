package stoffprobe.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import stoffprobe.data.Images;

/**
 * An image twice: as it looks, and as the numbers that a network gets; in colour beside its red,
 * green and blue, which are three times as many numbers as could be read.
 */
final class FirstImageChart {

  private static final int PICTURE = 280;
  private static final int GAP = 32;
  private static final int PIXEL = 20;
  private static final int CHANNEL = 180;
  private static final int CHANNEL_GAP = 12;
  private static final int CAPTION = 22;

  /** Larger images would need numbers too small to read, or a figure too large to show. */
  private static final int MOST_PIXELS = 40;

  private static final Color WHITE = Color.WHITE;
  private static final Color BLACK = Color.BLACK;
  private static final Color DIM = new Color(0x808080);
  private static final int BRIGHT = 118;

  private final Language language;
  private final Images images;
  private final int index;
  private final String className;

  FirstImageChart(Language language, Images images, int index, String className) {
    this.language = language;
    this.images = images;
    this.index = index;
    this.className = Xml.oneLine(className);
  }

  Figure figure(String name) {
    if (images.colour()) {
      int width = PICTURE + GAP + Images.COLOUR * (CHANNEL + CHANNEL_GAP) - CHANNEL_GAP;
      int height = Style.BELOW_TITLE + CAPTION + PICTURE;
      return new DrawnFigure(
          name, describe(false), width, height, canvas -> paintColours(canvas, width));
    }
    boolean numbered = images.width() <= MOST_PIXELS && images.height() <= MOST_PIXELS;
    int width = PICTURE + (numbered ? GAP + PIXEL * images.width() : 0);
    int tallest = numbered ? Math.max(PICTURE, PIXEL * images.height()) : PICTURE;
    int height = Style.BELOW_TITLE + CAPTION + tallest;
    return new DrawnFigure(
        name, describe(numbered), width, height, canvas -> paint(canvas, numbered, width));
  }

  private void paint(Graphics2D canvas, boolean numbered, int width) {
    int top = Style.BELOW_TITLE + CAPTION;
    Style.title(canvas, Labels.shorten(title(), Style.bold(Style.TITLE, Anchor.START), width));
    caption(canvas, 0, language.pick("als Bild", "as a picture"));
    ImagePicture.draw(canvas, images, index, 0, top, PICTURE);
    if (numbered) {
      String range = language.pick("0 (schwarz) bis 255 (weiß)", "0 (black) to 255 (white)");
      caption(canvas, PICTURE + GAP, language.pick("als Zahlen, ", "as numbers, ") + range);
      paintNumbers(canvas, PICTURE + GAP, top);
    }
  }

  private void paintColours(Graphics2D canvas, int width) {
    paint(canvas, false, width);
    List<String> names =
        List.of(
            language.pick("Rot", "red"),
            language.pick("Grün", "green"),
            language.pick("Blau", "blue"));
    for (int channel = 0; channel < names.size(); channel++) {
      int left = PICTURE + GAP + channel * (CHANNEL + CHANNEL_GAP);
      caption(canvas, left, names.get(channel));
      BufferedImage picture = ImagePicture.channel(images, index, channel);
      ImagePicture.draw(canvas, picture, left, Style.BELOW_TITLE + CAPTION, CHANNEL);
    }
  }

  private void paintNumbers(Graphics2D canvas, int left, int top) {
    canvas.drawImage(
        ImagePicture.of(images, index),
        left,
        top,
        PIXEL * images.width(),
        PIXEL * images.height(),
        null);
    canvas.setFont(Style.font(8.5f, Anchor.MIDDLE));
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        int value = images.pixel(index, y, x);
        String text = Integer.toString(value);
        double start = left + (x + 0.5) * PIXEL - Style.width(canvas.getFont(), text) / 2;
        canvas.setColor(value == 0 ? DIM : value < BRIGHT ? WHITE : BLACK);
        canvas.drawString(text, (float) start, (float) (top + (y + 0.5) * PIXEL + 3));
      }
    }
  }

  private static void caption(Graphics2D canvas, int x, String text) {
    Font font = Style.font(Style.SMALL, Anchor.START);
    Style.text(canvas, font, Palette.MUTED, text, x, Style.BELOW_TITLE + 10);
  }

  private String title() {
    return language.pick("Bild ", "Image ") + index + ": " + className;
  }

  private String describe(boolean numbered) {
    String size =
        images.width()
            + language.pick(" mal ", " by ")
            + images.height()
            + " "
            + language.pick("Pixel", "pixels");
    String numbers =
        numbered
            ? language.pick(
                ", daneben jeder Pixel als Zahl von 0 (schwarz) bis 255 (weiß).",
                ", beside it each pixel as a number from 0 (black) to 255 (white).")
            : ".";
    if (images.colour()) {
      return title()
          + language.pick(". Farbbild, ", ". Image in colour, ")
          + size
          + language.pick(
              ", daneben sein Rot, Grün und Blau allein.",
              ", beside it its red, green and blue alone.");
    }
    return title() + language.pick(". Graustufenbild, ", ". Grey image, ") + size + numbers;
  }
}
