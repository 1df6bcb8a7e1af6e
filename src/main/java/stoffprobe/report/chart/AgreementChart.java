package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Two models' right and wrong as four squares whose areas are the numbers of images. */
final class AgreementChart {

  /** Width of the figure where there is room. */
  static final int WIDTH = 420;

  private static final int CAPTION = 42;
  private static final int PADDING = 12;
  private static final int GAP = 10;
  private static final int HEAD = 24;

  /** Where there is no room beside the cells, what a row is stands above it. */
  private static final int ROW_HEAD = 24;

  private static final int BESIDE = 104;

  private final Language language;
  private final int width;
  private final Numbers numbers;
  private final Agreement counts;

  AgreementChart(Language language, int width, Agreement counts) {
    this.language = language;
    this.width = width;
    this.numbers = new Numbers(language);
    this.counts = counts;
    if (counts.total() < 1) {
      throw new IllegalArgumentException("no images");
    }
  }

  /** One of the four. */
  private record Cell(int row, int column, long count, Palette color) {}

  Figure figure(String name) {
    int height = Style.BELOW_TITLE + HEAD + 2 * rowHeight() + (narrow() ? 0 : GAP);
    return new DrawnFigure(name, describe(), width, height, this::paint);
  }

  private void paint(Graphics2D canvas) {
    Style.title(canvas, title());
    for (int column = 0; column < 2; column++) {
      Rectangle2D cell = cell(0, column);
      Font head = Style.bold(Style.TEXT, Anchor.MIDDLE);
      String text = state(counts.b(), column == 0, head, cell.getWidth());
      Style.text(canvas, head, Palette.INK, text, cell.getCenterX(), Style.BELOW_TITLE + 14);
    }
    for (int row = 0; row < 2; row++) {
      paintRowHead(canvas, row);
    }
    for (Cell cell : cells()) {
      paint(canvas, cell);
    }
  }

  private void paintRowHead(Graphics2D canvas, int row) {
    Rectangle2D cell = cell(row, 0);
    Font head = Style.bold(Style.TEXT, narrow() ? Anchor.START : Anchor.END);
    double room = narrow() ? width : BESIDE - 2 * GAP;
    String text = state(counts.a(), row == 0, head, room);
    if (narrow()) {
      Style.text(canvas, head, Palette.INK, text, 0, cell.getY() - 8);
    } else {
      Style.text(canvas, head, Palette.INK, text, BESIDE - GAP, cell.getCenterY());
    }
  }

  private void paint(Graphics2D canvas, Cell cell) {
    Rectangle2D place = cell(cell.row(), cell.column());
    canvas.setColor(Palette.GRID.color());
    canvas.setStroke(Style.line(1));
    canvas.draw(place);
    double largest = place.getWidth() - 2 * PADDING;
    long most = cells().stream().mapToLong(Cell::count).max().orElse(1);
    double side = largest * Math.sqrt((double) cell.count() / most);
    double middle = place.getY() + PADDING + largest / 2;
    if (cell.count() > 0) {
      canvas.setColor(cell.color().color());
      canvas.fill(
          new Rectangle2D.Double(place.getCenterX() - side / 2, middle - side / 2, side, side));
    }
    double base = place.getMaxY() - CAPTION + 14;
    Font bold = Style.bold(Style.TEXT, Anchor.MIDDLE);
    Font small = Style.font(Style.SMALL, Anchor.MIDDLE);
    Style.text(canvas, bold, Palette.INK, numbers.count(cell.count()), place.getCenterX(), base);
    Style.text(canvas, small, Palette.MUTED, share(cell.count()), place.getCenterX(), base + 16);
  }

  private List<Cell> cells() {
    return List.of(
        new Cell(0, 0, counts.bothRight(), Palette.BLUE),
        new Cell(0, 1, counts.onlyA(), Palette.ORANGE),
        new Cell(1, 0, counts.onlyB(), Palette.ORANGE),
        new Cell(1, 1, counts.bothWrong(), Palette.GREY));
  }

  private Rectangle2D cell(int row, int column) {
    double left = narrow() ? 0 : BESIDE;
    double side = side();
    double top = Style.BELOW_TITLE + HEAD + (narrow() ? ROW_HEAD : 0);
    double down = narrow() ? rowHeight() : rowHeight() + GAP;
    return new Rectangle2D.Double(
        left + column * (side + GAP), top + row * down, side, cellHeight());
  }

  private double side() {
    return ((narrow() ? width - 1 : width - BESIDE - 1) - GAP) / 2.0;
  }

  private double cellHeight() {
    return side() - PADDING + CAPTION;
  }

  private int rowHeight() {
    return (int) Math.ceil(cellHeight() + (narrow() ? ROW_HEAD + GAP : 1));
  }

  private boolean narrow() {
    return width < WIDTH;
  }

  private String state(String model, boolean right, Font font, double room) {
    String end = right ? language.pick(" richtig", " right") : language.pick(" falsch", " wrong");
    return Labels.shorten(ModelLabel.of(model), font, room - Style.width(font, end)) + end;
  }

  private String share(long count) {
    return numbers.percent((double) count / counts.total(), 1);
  }

  private String title() {
    return narrow()
        ? language.pick("Richtig und falsch", "Right and wrong")
        : language.pick("Richtig und falsch, Bild für Bild", "Right and wrong, image by image");
  }

  private String describe() {
    String a = ModelLabel.of(counts.a());
    String b = ModelLabel.of(counts.b());
    return title()
        + language.pick(
            ": vier Quadrate, deren Flächen den Bilderzahlen entsprechen. ",
            ": four squares whose areas are the numbers of images. ")
        + language.pick("Beide richtig: ", "Both right: ")
        + value(counts.bothRight())
        + language.pick("; nur ", "; only ")
        + a
        + language.pick(" richtig: ", " right: ")
        + value(counts.onlyA())
        + language.pick("; nur ", "; only ")
        + b
        + language.pick(" richtig: ", " right: ")
        + value(counts.onlyB())
        + language.pick("; beide falsch: ", "; both wrong: ")
        + value(counts.bothWrong())
        + ".";
  }

  private String value(long count) {
    return numbers.count(count) + " (" + share(count) + ")";
  }
}
