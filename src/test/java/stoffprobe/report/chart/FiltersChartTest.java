package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import stoffprobe.data.Images;

class FiltersChartTest {

  private static final int OPAQUE = 0xff << 24;

  @Test
  void weightsOfAllFiltersAreOnOneScaleAroundZero() throws IOException {
    FilterTile strong = new FilterTile(0, List.of(1f, -1f, 0f, -0.5f), 1);
    FilterTile weak = new FilterTile(1, List.of(0.5f, 0f, 0f, 0f), 1);
    FilterGroup group = new FilterGroup("Edges (2)", List.of(strong, weak));

    Figure figure = Charts.filters(Language.EN, "cnn", List.of(group), scene(2));

    List<BufferedImage> pictures = pictures(figure);
    // the example, two scales, then kernel and map by turns
    BufferedImage first = pictures.get(3);
    assertThat(first.getRGB(0, 0)).isEqualTo(OPAQUE | WeightColors.ABOVE);
    assertThat(first.getRGB(1, 0)).isEqualTo(OPAQUE | WeightColors.BELOW);
    assertThat(first.getRGB(0, 1) >>> 24).isZero();
    assertThat(first.getRGB(1, 1)).isEqualTo(128 << 24 | WeightColors.BELOW);
    assertThat(pictures.get(5).getRGB(0, 0)).isEqualTo(128 << 24 | WeightColors.ABOVE);
    assertThat(Drawn.texts(figure))
        .contains("Edges (2)", "\u22121.00", "1.00", "0", "example image");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 64, 65, 128})
  void everyFilterIsThereOnBothWidths(int count) {
    List<FilterGroup> groups = groups(count);
    for (Figure figure :
        List.of(
            Charts.filters(Language.DE, "cnn", groups, scene(count)),
            Charts.narrowFilters(Language.DE, "cnn", groups, scene(count)))) {
      boolean mapped = count <= FiltersChart.MOST_WITH_MAPS;
      assertThat(Drawn.elements(figure.svg(), "image"))
          .hasSize(mapped ? 2 * count + 3 : count + 1)
          .allMatch(image -> right(image) <= figure.width() && bottom(image) <= figure.height());
      List<String> numbers = IntStream.range(0, count).mapToObj(Integer::toString).toList();
      assertThat(Drawn.texts(figure)).containsAll(numbers);
      assertThat(figure.svg().length()).isLessThan(150_000);
    }
  }

  @Test
  void aMapShowsTheStrongestResponseInTheBrightestColour() throws IOException {
    Figure figure = Charts.filters(Language.EN, "cnn", groups(1), scene(1));

    BufferedImage map = pictures(figure).get(4);

    // Drawn.images counts pixels up from 0; the map is 5 x 5 with values 0, 10, ... 240
    assertThat(map.getRGB(0, 0)).isEqualTo(new Viridis(15).color(0).getRGB());
    assertThat(map.getRGB(4, 4)).isEqualTo(new Viridis(15).color(14).getRGB());
  }

  @Test
  void aLargeMapIsMadeSmallerButKeepsItsPeaks() {
    byte[] values = new byte[112 * 112];
    values[51 * 112 + 77] = (byte) 255;

    BufferedImage map = ResponseMap.of(new Images(ByteBuffer.wrap(values), 1, 112, 112), 0);

    assertThat(map.getWidth()).isEqualTo(56);
    assertThat(map.getRGB(38, 25)).isEqualTo(new Viridis(15).color(15).getRGB());
    assertThat(map.getRGB(39, 25)).isEqualTo(new Viridis(15).color(0).getRGB());
  }

  /** WCAG 2.1, 1.4.11, on the figure's white and on the page's dark card. */
  @ParameterizedTest
  @ValueSource(ints = {WeightColors.ABOVE, WeightColors.BELOW})
  void fullColoursStandOutOnLightAndDark(int color) {
    double luminance = luminance(color);
    assertThat(1.05 / (luminance + 0.05)).isGreaterThan(3);
    assertThat((luminance + 0.05) / (luminance(0x1c2025) + 0.05)).isGreaterThan(3);
  }

  @Test
  void weightsThatAreAllZeroAreNoError() {
    FilterTile nothing = new FilterTile(0, List.of(0f, 0f, 0f, 0f), 1);
    FilterGroup group = new FilterGroup("Dead (1)", List.of(nothing));

    assertThat(Charts.filters(Language.EN, "cnn", List.of(group), scene(1)).svg())
        .contains("Dead (1)");
    assertThatThrownBy(() -> Charts.filters(Language.EN, "cnn", List.of(), scene(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<FilterGroup> groups(int count) {
    List<FilterTile> tiles =
        IntStream.range(0, count)
            .mapToObj(i -> new FilterTile(i, List.of(0.1f * i, -0.2f, 0f, 0.3f), 1))
            .toList();
    int half = (count + 1) / 2;
    FilterGroup edges = new FilterGroup("Kanten (" + half + ")", tiles.subList(0, half));
    return count == 1
        ? List.of(edges)
        : List.of(
            edges, new FilterGroup("Tot (" + (count - half) + ")", tiles.subList(half, count)));
  }

  static FilterScene scene(int count) {
    byte[] maps = new byte[count * 25];
    for (int i = 0; i < maps.length; i++) {
      maps[i] = (byte) (i % 25 * 10);
    }
    return new FilterScene(
        Drawn.images(2, 28, 28), 0, new Images(ByteBuffer.wrap(maps), count, 5, 5));
  }

  private static List<BufferedImage> pictures(Figure figure) throws IOException {
    List<BufferedImage> pictures = new ArrayList<>();
    for (Element image : Drawn.elements(figure.svg(), "image")) {
      String uri = image.getAttribute("href");
      byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
      pictures.add(ImageIO.read(new ByteArrayInputStream(png)));
    }
    return pictures;
  }

  private static double right(Element image) {
    return number(image, "x") + number(image, "width");
  }

  private static double bottom(Element image) {
    return number(image, "y") + number(image, "height");
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int component) {
    double c = (component & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** Middle grey is zero: full red for the largest weight on red, none for its negative. */
  @Test
  void weightsInColourAreColoursAroundGrey() throws IOException {
    List<Float> weights = List.of(1f, 0f, 0f, -1f, 0f, 0f, 0f, 0.5f, 0f, 0f, 0f, -1f);
    FilterGroup group = new FilterGroup("Colours (1)", List.of(new FilterTile(0, weights, 3)));

    Figure figure = Charts.filters(Language.EN, "cnn", List.of(group), scene(1));

    BufferedImage picture = pictures(figure).get(3);
    assertThat(picture.getWidth()).isEqualTo(2);
    assertThat(picture.getRGB(0, 0)).isEqualTo(OPAQUE | 0xff8080);
    assertThat(picture.getRGB(1, 0)).isEqualTo(OPAQUE | 0x008080);
    assertThat(picture.getRGB(0, 1)).isEqualTo(OPAQUE | 0x80bf80);
    assertThat(picture.getRGB(1, 1)).isEqualTo(OPAQUE | 0x808000);
    assertThat(Drawn.texts(figure)).contains("weights of each colour");
  }
}
