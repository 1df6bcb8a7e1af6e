package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import stoffprobe.data.Images;

/** Counts, images, intervals. */
class SimpleChartsTest {

  @Test
  void countsAreShownWithTheirShares() {
    Figure figure =
        Charts.classCounts(
            Language.DE, List.of("Hemd", "Mantel"), List.of(6000L, 2000L), List.of(1000L, 0L));
    assertThat(Drawn.texts(figure))
        .contains(
            "Hemd",
            "Mantel",
            "6.000 (75,0\u00a0%)",
            "2.000 (25,0\u00a0%)",
            "1.000 (100,0\u00a0%)",
            "0 (0,0\u00a0%)",
            "oben: Training, 8.000 Bilder");
    List<Double> widths =
        bars(figure).stream().map(e -> Double.valueOf(e.getAttribute("width"))).sorted().toList();
    assertThat(widths.get(2) / widths.get(1)).isBetween(2.99, 3.01);
    assertThat(widths.get(2) / widths.get(0)).isBetween(5.95, 6.05);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 40})
  void everyClassHasItsName(int classes) {
    Figure figure =
        Charts.classCounts(
            Language.EN,
            Drawn.names(classes),
            Collections.nCopies(classes, 60_000_000L),
            Collections.nCopies(classes, 1L));
    assertThat(Drawn.texts(figure)).containsAll(Drawn.names(classes));
  }

  @Test
  void countsOfOtherLengthsAreRefused() {
    assertThatThrownBy(
            () -> Charts.classCounts(Language.EN, List.of("a"), List.of(1L), List.of(1L, 2L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstImageIsShownAsPictureAndAsNumbers(@TempDir Path folder) throws IOException {
    Images images = Drawn.images(3, 16, 16);
    Figure figure = Charts.firstImage(Language.DE, images, 2, "Stiefel");
    assertThat(Drawn.texts(figure)).contains("Bild 2: Stiefel", "2", "100", "255", "0", "1");
    figure.write(folder);
    BufferedImage png = ImageIO.read(folder.resolve("first-image-de.png").toFile());
    // the numbers' grid starts at (312, 56), 20 pixels a value; its corner is free of ink
    int left = Figure.MARGIN + 312;
    int top = Figure.MARGIN + 56;
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        int grey = images.pixel(2, y, x);
        int found = png.getRGB(2 * (left + 20 * x) + 2, 2 * (top + 20 * y) + 2);
        assertThat(found & 0xffffff).isEqualTo(grey << 16 | grey << 8 | grey);
      }
    }
  }

  /** As it is, then its red, its green and its blue alone; in colour numbers have no room. */
  @Test
  void anImageInColourIsShownWithItsThreeChannels() throws IOException {
    byte[] values = {10, 20, 30, 40, 50, 60};
    Images images = new Images(ByteBuffer.wrap(values), 1, 1, 2, 3);

    Figure figure = Charts.firstImage(Language.DE, images, 0, "Kleid");

    assertThat(Drawn.texts(figure))
        .containsExactly("Bild 0: Kleid", "als Bild", "Rot", "Grün", "Blau");
    List<Integer> second = new ArrayList<>();
    for (Element element : Drawn.elements(figure.svg(), "image")) {
      String data = element.getAttribute("href").replaceFirst("^[^,]*,", "");
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
      second.add(picture.getRGB(1, 0) & 0xffffff);
    }
    assertThat(second).containsExactly(0x28323c, 0x280000, 0x003200, 0x00003c);
  }

  @Test
  void aLargeImageIsShownWithoutNumbers() {
    Figure figure = Charts.firstImage(Language.EN, Drawn.images(1, 64, 64), 0, "boot ".repeat(50));
    assertThat(Drawn.texts(figure)).hasSize(2);
    assertThat(figure.width()).isEqualTo(280);
  }

  @Test
  void embeddedPicturesHoldTheImagesPixels() throws IOException {
    Images images = Drawn.images(3, 5, 7);
    Figure figure = Charts.samples(Language.EN, images, Drawn.samples(3, Drawn.GARMENTS));
    List<Element> pictures = Drawn.elements(figure.svg(), "image");
    assertThat(pictures).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(Drawn.style(pictures.get(i))).isEqualTo("image-rendering:pixelated");
      String data = pictures.get(i).getAttribute("href").replaceFirst("^[^,]*,", "");
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
      assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(7, 5);
      for (int p = 0; p < 35; p++) {
        assertThat(picture.getRaster().getSample(p % 7, p / 7, 0))
            .isEqualTo(images.pixel(i, p / 7, p % 7));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 1000})
  void everySampleHasItsCaption(int count) {
    Figure figure =
        Charts.samples(
            Language.DE, Drawn.images(count, 4, 4), Drawn.samples(count, List.of("Hemd", "Rock")));
    List<String> texts = Drawn.texts(figure);
    assertThat(texts.stream().filter(t -> t.equals("Hemd") || t.equals("Rock"))).hasSize(count);
  }

  @Test
  void aSampleBeyondTheImagesIsRefused() {
    List<Sample> beyond = List.of(new Sample(1, "Hemd"));
    assertThatThrownBy(() -> Charts.samples(Language.DE, Drawn.images(1, 4, 4), beyond))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static List<Element> bars(Figure figure) {
    return Drawn.elements(figure.svg(), "rect").stream()
        .filter(e -> !e.getAttribute("width").equals("12"))
        .toList();
  }
}
