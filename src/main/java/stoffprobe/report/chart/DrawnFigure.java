package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A figure that is drawn once as SVG, for the page and for its file. */
public final class DrawnFigure implements Figure {

  private final String name;
  private final String description;
  private final int width;
  private final int height;
  private final Painter painter;
  private final SvgDrawing drawing;

  public DrawnFigure(String name, String description, int width, int height, Painter painter) {
    this.name = name;
    this.description = description;
    this.width = width;
    this.height = height;
    this.painter = painter;
    this.drawing = new SvgDrawing(description, width, height, painter);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  Painter painter() {
    return painter;
  }

  @Override
  public String svg() {
    return drawing.inline();
  }

  @Override
  public void write(Path folder) throws IOException {
    String alone = drawing.standalone(MARGIN);
    try {
      Files.writeString(folder.resolve(name + ".svg"), alone, StandardCharsets.UTF_8);
      PngDrawing.write(
          folder.resolve(name + ".png"), width + 2 * MARGIN, height + 2 * MARGIN, this::framed);
    } catch (IOException e) {
      String found = "The figure " + name + " can't be written to " + folder + ": " + e;
      throw new IOException(found + ". Check that the folder exists and has room.", e);
    }
  }

  private void framed(Graphics2D canvas) {
    canvas.translate(MARGIN, MARGIN);
    painter.paint(canvas);
  }
}
