package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A figure that is drawn each time that it is asked for. */
record DrawnFigure(String name, String description, int width, int height, Painter painter)
    implements Figure {

  @Override
  public String svg() {
    return new SvgDrawing(description, width, height, painter).inline();
  }

  @Override
  public void write(Path folder) throws IOException {
    String alone = new SvgDrawing(description, width, height, painter).standalone(MARGIN);
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
