package stoffprobe.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A painter's drawing as PNG, on white, for slides. */
final class PngDrawing {

  /** Device pixels for each CSS pixel: sharp on a projector. */
  private static final int SCALE = 2;

  private PngDrawing() {}

  /** Draws {@code width} by {@code height} CSS pixels into a file. */
  static void write(Path file, int width, int height, Painter painter) throws IOException {
    Files.write(file, Png.encode(draw(width, height, painter)));
  }

  /** The measures of a font on such a drawing's canvas. */
  static FontMetrics metrics(Font font) {
    Graphics2D canvas = canvas(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR));
    try {
      return canvas.getFontMetrics(font);
    } finally {
      canvas.dispose();
    }
  }

  static BufferedImage draw(int width, int height, Painter painter) {
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = canvas(image);
    try {
      canvas.setColor(Color.WHITE);
      canvas.fillRect(0, 0, width, height);
      painter.paint(canvas);
    } finally {
      canvas.dispose();
    }
    return image;
  }

  private static Graphics2D canvas(BufferedImage image) {
    Graphics2D canvas = image.createGraphics();
    canvas.scale(SCALE, SCALE);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    return canvas;
  }
}
