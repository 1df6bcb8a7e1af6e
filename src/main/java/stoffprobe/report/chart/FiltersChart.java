package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The filters of a first convolution, kind by kind: the weights of each on one scale, and where it
 * responds in one image.
 */
final class FiltersChart {

  /** With more filters than this the maps would make the page heavy and the figure endless. */
  static final int MOST_WITH_MAPS = 64;

  /** Free at both sides for the frames. */
  private static final int EDGE = 1;

  private static final int GAP = 4;
  private static final int CAPTION = 18;
  private static final int GROUP_TITLE = 30;
  private static final int EXAMPLE = 84;
  private static final int KEY = 120;

  private final Language language;
  private final int width;
  private final List<FilterGroup> groups;
  private final FilterScene scene;
  private final WeightColors colors;
  private final int picture;
  private final int columns;
  private final double pitch;

  FiltersChart(Language language, int width, List<FilterGroup> groups, FilterScene scene) {
    this.language = language;
    this.width = width;
    this.groups = List.copyOf(groups);
    this.scene = scene;
    List<FilterTile> tiles = groups.stream().flatMap(group -> group.tiles().stream()).toList();
    if (tiles.isEmpty()) {
      throw new IllegalArgumentException("no filters");
    }
    double most = tiles.stream().mapToDouble(FilterTile::largest).max().orElse(0);
    this.colors = new WeightColors(most > 0 ? most : 1);
    boolean wide = width >= Style.WIDTH;
    this.picture = mapped() ? (wide ? 50 : 40) : wide ? 36 : 32;
    int tile = mapped() ? 2 * picture + GAP : picture;
    this.columns = (width + 10) / (tile + 10);
    this.pitch = (double) (width - 2 * EDGE - tile) / Math.max(1, columns - 1);
  }

  /** Whether there is room for a map beside each filter. */
  private boolean mapped() {
    return groups.stream().mapToInt(group -> group.tiles().size()).sum() <= MOST_WITH_MAPS;
  }

  Figure figure(String name, String title) {
    int height = top();
    for (FilterGroup group : groups) {
      height += GROUP_TITLE + rows(group) * row();
    }
    return new DrawnFigure(name, describe(title), width, height, canvas -> paint(canvas, title));
  }

  private int top() {
    return Style.BELOW_TITLE + (mapped() ? EXAMPLE + CAPTION + 8 : KEY / 2);
  }

  private int rows(FilterGroup group) {
    return (group.tiles().size() + columns - 1) / columns;
  }

  private int row() {
    return picture + CAPTION + 6;
  }

  private void paint(Graphics2D canvas, String title) {
    Style.title(canvas, Labels.shorten(title, Style.bold(Style.TITLE, Anchor.START), width));
    paintKey(canvas);
    double y = top();
    for (FilterGroup group : groups) {
      Font bold = Style.bold(Style.TEXT, Anchor.START);
      Style.text(canvas, bold, Palette.INK, group.title(), 0, y + GROUP_TITLE - 10.0);
      y += GROUP_TITLE;
      for (int i = 0; i < group.tiles().size(); i++) {
        double x = EDGE + i % columns * pitch;
        paintTile(canvas, group.tiles().get(i), x, y + Math.floorDiv(i, columns) * row());
      }
      y += rows(group) * row();
    }
  }

  private void paintTile(Graphics2D canvas, FilterTile tile, double x, double y) {
    int left = (int) Math.round(x);
    int top = (int) Math.round(y);
    paintPicture(canvas, colors.picture(tile), left, top);
    canvas.setColor(Palette.MUTED.color());
    canvas.setStroke(Style.line(1));
    canvas.draw(new Rectangle2D.Double(left, top, picture, picture));
    if (mapped()) {
      paintPicture(canvas, ResponseMap.of(scene.maps(), tile.number()), left + picture + GAP, top);
    }
    Font font = Style.font(Style.SMALL, Anchor.START);
    String number = Integer.toString(tile.number());
    Style.text(canvas, font, Palette.MUTED, number, left, top + picture + 13.0);
  }

  private void paintPicture(Graphics2D canvas, BufferedImage image, int left, int top) {
    double scale = (double) picture / Math.max(image.getWidth(), image.getHeight());
    int wide = (int) Math.max(1, Math.round(image.getWidth() * scale));
    int high = (int) Math.max(1, Math.round(image.getHeight() * scale));
    int x = left + (picture - wide) / 2;
    int y = top + (picture - high) / 2;
    canvas.drawImage(image, x, y, wide, high, null);
  }

  private void paintKey(Graphics2D canvas) {
    int left = 0;
    double y = Style.BELOW_TITLE;
    if (mapped()) {
      ImagePicture.draw(canvas, scene.images(), scene.index(), 0, Style.BELOW_TITLE, EXAMPLE);
      Font small = Style.font(Style.SMALL, Anchor.START);
      String caption = language.pick("Beispielbild", "example image");
      Style.text(canvas, small, Palette.MUTED, caption, 0, y + EXAMPLE + 13);
      left = EXAMPLE + 24;
    }
    String weights =
        colour()
            ? language.pick("Gewichte je Farbe", "weights of each colour")
            : language.pick("Gewichte des Filters", "weights of the filter");
    String high = new Numbers(language).decimal(colors.high(), 2);
    List<Float> steps =
        IntStream.rangeClosed(-8, 8).mapToObj(i -> (float) (colors.high() * i / 8)).toList();
    BufferedImage scale =
        colour()
            ? colors.inColour(thrice(steps), steps.size())
            : colors.picture(steps, steps.size());
    paintScale(canvas, scale, left, y + 2, List.of(weights, "\u2212" + high, "0", high));
    if (mapped()) {
      String response = language.pick("Antwort des Filters", "response of the filter");
      String none = language.pick("keine", "none");
      String strongest = language.pick("stärkste", "strongest");
      BufferedImage ramp = ResponseMap.ramp();
      paintScale(canvas, ramp, left, y + 50, List.of(response, none, "", strongest));
    }
  }

  private boolean colour() {
    return groups.get(0).tiles().get(0).channels() > 1;
  }

  private static List<Float> thrice(List<Float> values) {
    return values.stream().flatMap(value -> Stream.of(value, value, value)).toList();
  }

  private static void paintScale(
      Graphics2D canvas, BufferedImage scale, int left, double top, List<String> texts) {
    int bar = KEY + 40;
    int y = (int) Math.round(top);
    Style.text(
        canvas, Style.font(Style.SMALL, Anchor.START), Palette.INK, texts.get(0), left, y + 9.0);
    canvas.drawImage(scale, left, y + 14, bar, 10, null);
    canvas.setColor(Palette.MUTED.color());
    canvas.setStroke(Style.line(1));
    canvas.draw(new Rectangle2D.Double(left, y + 14, bar, 10));
    double base = y + 36.0;
    Style.text(
        canvas, Style.font(Style.SMALL, Anchor.START), Palette.MUTED, texts.get(1), left, base);
    Style.text(
        canvas,
        Style.font(Style.SMALL, Anchor.MIDDLE),
        Palette.MUTED,
        texts.get(2),
        left + bar / 2.0,
        base);
    Style.text(
        canvas,
        Style.font(Style.SMALL, Anchor.END),
        Palette.MUTED,
        texts.get(3),
        (double) left + bar,
        base);
  }

  private String describe(String title) {
    String kinds = groups.stream().map(FilterGroup::title).collect(Collectors.joining(", "));
    return title
        + language.pick(". Nach Art geordnet: ", ". By kind: ")
        + kinds
        + (mapped()
            ? language.pick(
                ". Neben jedem Filter, wo er im Beispielbild anspricht.",
                ". Beside each filter, where it responds in the example image.")
            : ".");
  }
}
