package stoffprobe.report.chart;

import java.io.IOException;
import java.nio.file.Path;

/** One drawing of the report, in one language, that can stand in a page or in a file. */
public interface Figure {

  /** What its files are called, without their endings: {@code curves-mlp-de}. */
  String name();

  /** What the drawing shows, in words with its numbers, for who can't see it. */
  String description();

  /**
   * One {@code <svg>} element for an HTML page: as wide as its container up to {@link #width()},
   * transparent, in colours that a page overrides by {@link Palette#lightCss()} and {@link
   * Palette#darkCss()}. It refers to nothing, not even to parts of itself by id, so that a page can
   * show it twice. The same figure always gives the same text.
   */
  String svg();

  /** The natural width in CSS pixels. */
  int width();

  /** The natural height in CSS pixels. */
  int height();

  /** White around the drawing in its files, on each side, in CSS pixels. */
  int MARGIN = 16;

  /**
   * Writes {@code <name>.svg} and {@code <name>.png}, both on white and with {@link #MARGIN} around
   * {@link #width()} by {@link #height()}, the latter with two pixels for each CSS pixel.
   *
   * @param folder an existing folder; files of these names are replaced
   * @throws IOException if a file can't be written
   */
  void write(Path folder) throws IOException;
}
