package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import stoffprobe.data.Images;

/**
 * Images in rows with their classes; many are shown smaller, so that a thousand stay one figure.
 */
final class SamplesChart {

  /** Up to this many are shown large. */
  private static final int FEW = 48;

  /** Up to this many are named one by one in the description. */
  private static final int FEW_WORDS = 30;

  private final Language language;
  private final Images images;
  private final List<Sample> samples;
  private final int columns;
  private final int side;
  private final int captionHeight;
  private final Font font;

  SamplesChart(Language language, Images images, List<Sample> samples) {
    this.language = language;
    this.images = images;
    this.samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    boolean few = samples.size() <= FEW;
    this.columns = few ? 8 : 16;
    this.side = few ? 112 : 56;
    this.captionHeight = few ? 24 : 16;
    this.font = Style.font(few ? Style.SMALL : 8.5f, Anchor.MIDDLE);
  }

  Figure figure(String name) {
    int rows = (samples.size() + columns - 1) / columns;
    int height = Style.BELOW_TITLE + rows * (side + captionHeight);
    return new DrawnFigure(name, describe(), Style.WIDTH, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    double cell = (double) Style.WIDTH / columns;
    for (int i = 0; i < samples.size(); i++) {
      int x = (int) Math.round(i % columns * cell + (cell - side) / 2);
      int y = Style.BELOW_TITLE + i / columns * (side + captionHeight);
      Sample sample = samples.get(i);
      ImagePicture.draw(canvas, images, sample.index(), x, y, side);
      String caption = Labels.shorten(sample.className(), font, cell - 4);
      double base = y + side + font.getSize2D() + 1;
      Style.text(canvas, font, Palette.INK, caption, x + side / 2.0, base);
    }
  }

  private String title() {
    if (samples.size() == 1) {
      return language.pick("Ein Trainingsbild", "One training image");
    }
    String count = new Numbers(language).count(samples.size());
    return count + language.pick(" Trainingsbilder", " training images");
  }

  private String describe() {
    String classes =
        samples.size() <= FEW_WORDS
            ? samples.stream().map(Sample::className).collect(Collectors.joining(", "))
            : language.pick("mit ihren Klassen", "with their classes");
    return title() + ": " + classes + ".";
  }
}
