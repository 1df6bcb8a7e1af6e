package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class ConfusionChartTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 40})
  void showsEveryCountAndBothNamesOfEveryClass(int classes) {
    Figure figure =
        Charts.confusion(Language.DE, "cnn", Drawn.names(classes), Drawn.counts(classes));
    List<String> texts = Drawn.texts(figure);
    for (int i = 0; i < classes * classes; i++) {
      assertThat(texts).contains(new Numbers(Language.DE).count(i));
    }
    for (String name : Drawn.names(classes)) {
      assertThat(texts).filteredOn(name::equals).hasSize(2);
    }
    assertThat(texts)
        .contains("Verwirrungsmatrix (CNN)", "KI-Vorhersage (CNN)", "Echte Label (Beschriftungen)");
  }

  @Test
  void rowsAreTrueLabelsAndColumnsPredictions() {
    Figure figure =
        Charts.confusion(
            Language.EN,
            "mlp",
            List.of("coat", "shirt"),
            List.of(List.of(11L, 12L), List.of(21L, 22L)));
    Element right = text(figure, "12");
    Element lower = text(figure, "21");
    Element first = text(figure, "11");
    assertThat(number(right, "x")).isGreaterThan(number(first, "x"));
    assertThat(number(right, "y")).isEqualTo(number(first, "y"));
    assertThat(number(lower, "y")).isGreaterThan(number(first, "y"));
    assertThat(number(lower, "x")).isEqualTo(number(first, "x"));
    assertThat(Drawn.texts(figure)).contains("AI prediction (MLP)", "True labels");
  }

  @Test
  void thePictureHasTheColoursOfViridis(@TempDir Path folder) throws IOException {
    Figure figure =
        Charts.confusion(
            Language.DE, "cnn", List.of("a", "b"), List.of(List.of(200L, 100L), List.of(0L, 50L)));
    figure.write(folder);
    BufferedImage png = ImageIO.read(folder.resolve("confusion-cnn-de.png").toFile());
    // entries 255, 127, 0 and 64 of matplotlib's table
    assertNear(besideText(png, figure, "200"), 0xfde725);
    assertNear(besideText(png, figure, "100"), 0x21908d);
    assertNear(besideText(png, figure, "0"), 0x440154);
    assertNear(besideText(png, figure, "50"), 0x3b528b);
  }

  @Test
  void numbersStandOutFromTheirCells() {
    Viridis colors = new Viridis(255);
    for (int value = 0; value <= 255; value++) {
      double contrast =
          PaletteTest.contrast(colors.color(value).getRGB(), colors.textOn(value).getRGB());
      assertThat(contrast).as("on " + value).isGreaterThan(4.5);
    }
  }

  @Test
  void noImagesAtAllAreDrawnDark() {
    Figure figure =
        Charts.confusion(
            Language.EN, "mlp", List.of("a", "b"), List.of(List.of(0L, 0L), List.of(0L, 0L)));
    assertThat(figure.description())
        .isEqualTo("Confusion matrix of MLP: on the diagonal 0 of 0 images.");
    assertThat(Drawn.texts(figure)).filteredOn("0"::equals).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void theDescriptionNamesTheWorstConfusion() {
    Figure figure =
        Charts.confusion(
            Language.DE,
            "cnn",
            List.of("Hemd", "Mantel"),
            List.of(List.of(1500L, 3L), List.of(1L, 7L)));
    assertThat(figure.description())
        .isEqualTo(
            "Verwirrungsmatrix von CNN: auf der Diagonale 1.507 von 1.511 Bildern."
                + " Häufigste Verwechslung: Hemd für Mantel gehalten, 3-mal.");
  }

  @Test
  void longNamesKeepBothEnds() {
    String name = "Jacke ".repeat(30) + "wasserdicht";
    Figure figure = Charts.confusion(Language.DE, "cnn", List.of(name, "b"), Drawn.counts(2));
    assertThat(Drawn.texts(figure)).anyMatch(t -> t.matches("Jacke.*\u2026.*wasserdicht"));
    assertThat(figure.width()).isLessThan(700);
  }

  @Test
  void refusesCountsThatAreNoSquare() {
    assertThatThrownBy(
            () -> Charts.confusion(Language.DE, "cnn", List.of("a", "b"), List.of(List.of(1L, 2L))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Element text(Figure figure, String text) {
    return Drawn.elements(figure.svg(), "text").stream()
        .filter(e -> e.getTextContent().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** The colour of a cell, above the number that stands in its middle. */
  private static Color besideText(BufferedImage png, Figure figure, String text) {
    Element number = text(figure, text);
    return new Color(
        png.getRGB(
            (int) (2 * (Figure.MARGIN + number(number, "x"))),
            (int) (2 * (Figure.MARGIN + number(number, "y"))) - 50));
  }

  private static void assertNear(Color found, int expected) {
    Color color = new Color(expected);
    assertThat(Math.abs(found.getRed() - color.getRed())).isLessThanOrEqualTo(2);
    assertThat(Math.abs(found.getGreen() - color.getGreen())).isLessThanOrEqualTo(2);
    assertThat(Math.abs(found.getBlue() - color.getBlue())).isLessThanOrEqualTo(2);
  }
}
