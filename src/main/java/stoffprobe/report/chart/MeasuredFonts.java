package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fonts that were measured on the canvas of a PNG before anybody draws with them.
 *
 * <p>On a scaled canvas the runtime measures a font in device pixels when it is first used, keeps
 * that, and only then converts it ({@code sun.font.FileFontStrike.getFontMetrics} of JDK 17): a
 * thread that looks in between lays its texts out by twice their height. One font in a thousand was
 * seen so by two threads that began with it together. The metrics are held here, as what the
 * runtime forgets it measures anew.
 */
final class MeasuredFonts {

  private static final Map<Font, FontMetrics> MEASURED = new ConcurrentHashMap<>();

  private MeasuredFonts() {}

  /**
   * A font without serifs.
   *
   * @param style {@link Font#PLAIN} or {@link Font#BOLD}
   */
  static Font of(int style, float size) {
    Font font = new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    MEASURED.computeIfAbsent(font, PngDrawing::metrics);
    return font;
  }
}
