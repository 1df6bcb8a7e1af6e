package stoffprobe.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/** The errors of two models and their difference in three matrices of one scale. */
final class ConfusionPairChart {

  private static final double LONGEST_NAME = 120;
  private static final double LONGEST_NARROW_NAME = 76;
  private static final int GAP = 26;
  private static final int HEAD = 24;
  private static final int BAR = 52;
  private static final int STRIPS = 60;

  /** With more classes than this the matrices stand one below the other. */
  private static final int MOST_BESIDE = 12;

  /** Of errors there are none on the diagonal. */
  private static final Color DIAGONAL = new Color(0x3d434c);

  private final Language language;
  private final int width;
  private final Numbers numbers;
  private final List<String> names;
  private final List<List<List<Long>>> values;
  private final List<String> titles;
  private final Diverging colors;
  private final double nameWidth;
  private final double cell;
  private final int columns;

  ConfusionPairChart(Language language, int width, List<String> classNames, ConfusionPair pair) {
    this.language = language;
    this.width = width;
    this.numbers = new Numbers(language);
    int k = classNames.size();
    boolean narrow = width <= Style.NARROW;
    double longest = narrow ? LONGEST_NARROW_NAME : LONGEST_NAME;
    this.names = classNames.stream().map(n -> Labels.shorten(n, longest)).toList();
    this.values =
        List.of(
            errors(pair.countsA(), pair.countsA(), -1, 0),
            errors(pair.countsA(), pair.countsB(), 0, 1),
            errors(pair.countsA(), pair.countsB(), -1, 1));
    String a = Labels.shorten(ModelLabel.of(pair.a()), longest);
    String b = Labels.shorten(ModelLabel.of(pair.b()), longest);
    this.titles = List.of(a, b, b + " minus " + a);
    this.colors = new Diverging((double) Math.max(1, largest()));
    this.columns = narrow || k > MOST_BESIDE ? 1 : 3;
    Font font = MatrixNames.font();
    this.nameWidth =
        names.stream().mapToDouble(n -> Style.width(font, n) * Style.RESERVE).max().orElse(0)
            + MatrixNames.GAP;
    double room = width - nameWidth - (columns - 1) * GAP - 4;
    this.cell = Math.floor(Math.min(columns == 1 ? 26 : 70, room / (columns * k)));
  }

  Figure figure(String name) {
    double panel = HEAD + side() + below();
    int height = (int) Math.ceil(Style.BELOW_TITLE + panel * lines() + BAR);
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    double panel = HEAD + side() + below();
    for (int i = 0; i < values.size(); i++) {
      double x = nameWidth + i % columns * (side() + GAP);
      int line = i / columns;
      double y = Style.BELOW_TITLE + HEAD + line * panel;
      Font bold = Style.bold(Style.TEXT, Anchor.START);
      Style.text(canvas, bold, Palette.INK, titles.get(i), x, y - 8);
      paintCells(canvas, i, x, y);
      MatrixNames around = new MatrixNames(names, cell);
      around.columns(canvas, x, y + side());
      if (i % columns == 0) {
        around.rows(canvas, x, y);
      }
    }
    paintBar(canvas, Style.BELOW_TITLE + panel * lines());
  }

  private void paintCells(Graphics2D canvas, int matrix, double x, double y) {
    canvas.setColor(colors.color(0));
    canvas.fill(new Rectangle2D.Double(x, y, side(), side()));
    int k = names.size();
    for (int label = 0; label < k; label++) {
      for (int predicted = 0; predicted < k; predicted++) {
        long value = values.get(matrix).get(label).get(predicted);
        Rectangle2D area =
            new Rectangle2D.Double(x + predicted * cell, y + label * cell, cell, cell);
        if (label == predicted || value != 0) {
          canvas.setColor(label == predicted ? DIAGONAL : colors.color((double) value));
          canvas.fill(area);
        }
        if (value != 0) {
          paintNumber(canvas, matrix, value, area);
          if (k <= MOST_BESIDE) {
            Hover.on(canvas, area, said(matrix, label, predicted));
          }
        }
      }
    }
  }

  private void paintNumber(Graphics2D canvas, int matrix, long value, Rectangle2D area) {
    String widest = matrix == 2 ? signed(-largest()) : numbers.count(largest());
    double one = Style.width(Style.font(1, Anchor.MIDDLE), widest);
    float size = (float) Math.min(12, Math.floor((cell - 3) / one));
    if (size < 7) {
      return;
    }
    Font font = Style.font(size, Anchor.MIDDLE);
    String number = matrix == 2 ? signed(value) : numbers.count(Math.abs(value));
    canvas.setFont(font);
    canvas.setColor(Viridis.textOn(colors.color((double) value)));
    double start = area.getCenterX() - Style.width(font, number) / 2;
    canvas.drawString(number, (float) start, (float) (area.getCenterY() + size * 0.36));
  }

  private void paintBar(Graphics2D canvas, double top) {
    double bar = Math.min(300, width - 24.0);
    double left = (width - bar) / 2;
    double strip = bar / STRIPS;
    for (int i = 0; i < STRIPS; i++) {
      canvas.setColor(colors.color(colors.high() * (2 * (i + 0.5) / STRIPS - 1)));
      // each reaches to the end, so that no ground shines through between them
      canvas.fill(new Rectangle2D.Double(left + i * strip, top + 8, bar - i * strip, 12));
    }
    String most = numbers.count((long) colors.high());
    Font start = Style.font(Style.SMALL, Anchor.START);
    Font end = Style.font(Style.SMALL, Anchor.END);
    Font middle = Style.font(Style.SMALL, Anchor.MIDDLE);
    Style.text(canvas, start, Palette.INK, titles.get(0) + ": " + most, left, top + 36);
    Style.text(canvas, middle, Palette.INK, "0", width / 2.0, top + 36);
    Style.text(canvas, end, Palette.INK, titles.get(1) + ": " + most, left + bar, top + 36);
  }

  private static List<List<Long>> errors(
      List<List<Long>> a, List<List<Long>> b, int timesA, int timesB) {
    return IntStream.range(0, a.size())
        .mapToObj(
            i ->
                IntStream.range(0, a.size())
                    .mapToObj(
                        j -> i == j ? 0L : timesA * a.get(i).get(j) + timesB * b.get(i).get(j))
                    .toList())
        .toList();
  }

  private String said(int matrix, int label, int predicted) {
    long value = values.get(matrix).get(label).get(predicted);
    return titles.get(matrix)
        + ": "
        + Isolated.of(names.get(label))
        + " \u2192 "
        + Isolated.of(names.get(predicted))
        + ": "
        + (matrix == 2 ? signed(value) : numbers.count(Math.abs(value)));
  }

  private String describe() {
    return title()
        + ": "
        + titles.get(0)
        + " "
        + numbers.count(total(0))
        + language.pick(" Fehler, ", " errors, ")
        + titles.get(1)
        + " "
        + numbers.count(total(1))
        + language.pick(
            ". Die größten Unterschiede stehen in der Tabelle darunter.",
            ". The largest differences are in the table below.");
  }

  private long total(int matrix) {
    return values.get(matrix).stream().flatMap(List::stream).mapToLong(Math::abs).sum();
  }

  private String title() {
    return width <= Style.NARROW
        ? language.pick("Verwechslungen", "Confusions")
        : language.pick("Verwechslungen und ihr Unterschied", "Confusions and their difference");
  }

  private String signed(long value) {
    return (value > 0 ? "+" : "") + numbers.count(value);
  }

  private long largest() {
    return values.stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .mapToLong(Math::abs)
        .max()
        .orElse(0);
  }

  private int lines() {
    return values.size() / columns;
  }

  private double side() {
    return cell * names.size();
  }

  private double below() {
    return nameWidth * Math.sin(MatrixNames.SLANT) + 22;
  }
}
