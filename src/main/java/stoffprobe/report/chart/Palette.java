package stoffprobe.report.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The colours that follow the page's ground, each a CSS variable. Data colours start from Okabe and
 * Ito's set for all kinds of colour vision, taken darker until each has a contrast of 3 : 1 on
 * white, and lighter for 3 : 1 on a dark ground (WCAG 2.1, 1.4.11).
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito's colours</a>
 */
public enum Palette {
  INK("figure-ink", 0x1b1b1b, 0xececec),
  MUTED("figure-muted", 0x5c5c5c, 0xa8a8a8),
  GRID("figure-grid", 0xdcdcdc, 0x3c3f44),
  BLUE("figure-1", 0x0b4f91, 0x4f9ee8),
  ORANGE("figure-2", 0xb34700, 0xf08030),
  LIGHT_BLUE("figure-3", 0x4393c8, 0xb4dcfa),
  PEACH("figure-4", 0xd9783d, 0xffd0ae),
  GREEN("figure-5", 0x00785a, 0x26c299),
  PURPLE("figure-6", 0x9c4a85, 0xdb92c5),
  YELLOW("figure-7", 0x8a7400, 0xf0e04c),
  RED("figure-8", 0xc0272d, 0xff7b72),
  TEAL("figure-9", 0x2a7f8c, 0x6fcfdd),
  GREY("figure-10", 0x6b6b6b, 0xc6c6c6);

  /** One a model where there are more than two; with its marker it stays apart from the others. */
  private static final List<Palette> SERIES =
      List.of(BLUE, ORANGE, GREEN, PURPLE, LIGHT_BLUE, RED, YELLOW, TEAL, PEACH, GREY);

  private static final Map<Integer, Palette> BY_RGB =
      Map.copyOf(
          Arrays.stream(values())
              .collect(
                  Collectors.toMap(Palette::rgb, Function.identity(), (a, b) -> a, HashMap::new)));

  private final String variable;
  private final int light;
  private final int dark;

  Palette(String variable, int light, int dark) {
    this.variable = variable;
    this.light = light;
    this.dark = dark;
  }

  /** Declarations of all variables for a light ground: {@code --figure-ink:#1b1b1b;...}. */
  public static String lightCss() {
    return declarations(p -> p.light);
  }

  /** Declarations of all variables for a dark ground. */
  public static String darkCss() {
    return declarations(p -> p.dark);
  }

  /** The colour of series {@code index}; they repeat after ten. */
  public static Palette series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /** A colour as CSS: the variable with its fallback if it is one of these, else as it is. */
  static String css(Color color) {
    int rgb = color.getRGB() & 0xffffff;
    Palette known = BY_RGB.get(rgb);
    return known == null ? hex(rgb) : "var(--" + known.variable + "," + hex(rgb) + ")";
  }

  /** The colour on a light ground, which is also how it is told apart in a finished drawing. */
  public Color color() {
    return new Color(light);
  }

  int rgb() {
    return light;
  }

  int darkRgb() {
    return dark;
  }

  private static String declarations(Function<Palette, Integer> shade) {
    return Arrays.stream(values())
        .map(p -> "--" + p.variable + ":" + hex(shade.apply(p)) + ";")
        .collect(Collectors.joining());
  }

  private static String hex(int rgb) {
    return "#" + HexFormat.of().toHexDigits(rgb, 6);
  }
}
