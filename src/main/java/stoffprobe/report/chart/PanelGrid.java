package stoffprobe.report.chart;

import java.awt.geom.Rectangle2D;

/**
 * Equal panels in rows, one a model.
 *
 * @param count how many panels
 * @param width of all of them
 * @param top where the first row begins
 * @param below room under a panel's data
 */
public record PanelGrid(int count, int width, int top, int below) {

  /** Room left of a panel's data for its axis. */
  public static final int LEFT = 34;

  /** Room above a panel's data for its title. */
  public static final int ABOVE = 26;

  private static final int GAP = 16;

  /** Half of the last tick's label lies right of the data. */
  private static final int RIGHT = 12;

  /** No panel is wider than this, or two would look like half a page each. */
  private static final double WIDEST = 430;

  private static final int LOWEST = 110;

  /** From this many panels on a phone has two in a row. */
  private static final int MANY = 4;

  public int columns() {
    if (width < Style.WIDTH) {
      return count < MANY ? 1 : 2;
    }
    return count <= 4 ? count : count <= 6 ? 3 : 4;
  }

  /** Where the data of panel {@code index} lie. */
  public Rectangle2D data(int index) {
    double x = index % columns() * (LEFT + dataWidth() + RIGHT + GAP) + LEFT;
    int row = index / columns();
    double y = top + row * rowHeight() + ABOVE;
    return new Rectangle2D.Double(x, y, dataWidth(), dataHeight());
  }

  public int height() {
    return top + (int) Math.ceil(rows() * rowHeight());
  }

  /** Whether a panel has no room for more than three labels on an axis. */
  public boolean small() {
    return dataWidth() < 150;
  }

  private int rows() {
    return (count + columns() - 1) / columns();
  }

  private double rowHeight() {
    return ABOVE + dataHeight() + below;
  }

  private double dataWidth() {
    int columns = columns();
    return Math.min(WIDEST, (width - GAP * (columns - 1.0)) / columns - LEFT - RIGHT);
  }

  private double dataHeight() {
    return Math.min(300, Math.max(LOWEST, Math.round(dataWidth() * 0.8)));
  }
}
