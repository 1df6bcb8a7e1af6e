package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

  private static final int WHITE = 0xffffff;
  private static final int DARK = 0x1b1d21;

  @ParameterizedTest
  @EnumSource(names = "GRID", mode = EnumSource.Mode.EXCLUDE)
  void everyColourIsSeenOnBothGrounds(Palette color) {
    double least = color == Palette.INK || color == Palette.MUTED ? 4.5 : 3;
    assertThat(contrast(color.rgb(), WHITE)).isGreaterThanOrEqualTo(least);
    assertThat(contrast(color.darkRgb(), DARK)).isGreaterThanOrEqualTo(least);
  }

  @Test
  void ofTwoModelsTheLastIsDarkerOnBothGrounds() {
    assertThat(contrast(Palette.BLUE.rgb(), 0)).isLessThan(contrast(Palette.LIGHT_BLUE.rgb(), 0));
    assertThat(contrast(Palette.ORANGE.rgb(), 0)).isLessThan(contrast(Palette.PEACH.rgb(), 0));
    assertThat(contrast(Palette.BLUE.darkRgb(), 0))
        .isLessThan(contrast(Palette.LIGHT_BLUE.darkRgb(), 0));
    assertThat(contrast(Palette.ORANGE.darkRgb(), 0))
        .isLessThan(contrast(Palette.PEACH.darkRgb(), 0));
  }

  @Test
  void noColourOfTheHeatMapIsTakenForOneOfThese() {
    Viridis colors = new Viridis(5100);
    for (int value = 0; value <= 5100; value++) {
      assertThat(Palette.css(colors.color(value))).startsWith("#");
    }
    for (int grey = 0; grey < 256; grey++) {
      if (grey != 0x1b && grey != 0x5c && grey != 0xdc && grey != 0x6b) {
        assertThat(Palette.css(new Color(grey, grey, grey))).startsWith("#");
      }
    }
  }

  @Test
  void aPageCanOverrideEveryColour() {
    assertThat(Palette.css(Palette.INK.color())).isEqualTo("var(--figure-ink,#1b1b1b)");
    for (Palette color : Palette.values()) {
      String variable = Palette.css(color.color()).replaceAll("var\\((--[^,]+),.*", "$1");
      assertThat(Palette.lightCss()).containsOnlyOnce(variable + ":#");
      assertThat(Palette.darkCss()).containsOnlyOnce(variable + ":#");
    }
  }

  /** The contrast of two colours as WCAG 2.1 defines it, 1 to 21. */
  static double contrast(int a, int b) {
    double la = luminance(new Color(a));
    double lb = luminance(new Color(b));
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  private static double luminance(Color color) {
    float[] rgb = color.getRGBColorComponents(null);
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum +=
          weights[i]
              * (rgb[i] <= 0.03928 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
