package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What every figure promises, whatever it shows; a page that breaks it would break silently. */
class FigureTest {

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"onload=\"x",
          "Überwurf & Söhne",
          "\u0642\u0645\u064A\u0635",
          "\uD83D\uDC57 Kleid",
          "Mantel",
          "Mantel",
          "lone \uD83D half",
          "bell \u0007 and\nline",
          "]]>");

  static Stream<Figure> figures() {
    return Drawn.all(Language.DE, Drawn.GARMENTS).stream();
  }

  static Stream<Figure> inBothLanguages() {
    return Stream.concat(figures(), Drawn.all(Language.EN, Drawn.GARMENTS).stream());
  }

  static Stream<Figure> hostile() {
    return Drawn.all(Language.EN, HOSTILE).stream();
  }

  @ParameterizedTest
  @MethodSource({"figures", "hostile"})
  void isOneElementWithAnAlternativeText(Figure figure) {
    Element root = Drawn.xml(figure.svg()).getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-label")).isNotBlank();
    assertThat(root.getAttribute("viewBox"))
        .isEqualTo("0 0 " + figure.width() + " " + figure.height());
    assertThat(root.hasAttribute("height")).isFalse();
    assertThat(figure.svg()).startsWith("<svg ").endsWith("</svg>").doesNotContain("<!");
  }

  @ParameterizedTest
  @MethodSource({"figures", "hostile"})
  void refersToNothingAndRunsNothing(Figure figure) {
    String svg = figure.svg();
    assertThat(svg).doesNotContain("http", "url(", "@import", "<script", "<a ", "<style");
    for (Element element : Drawn.elements(svg, "*")) {
      assertThat(element.hasAttribute("id")).isFalse();
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
      }
      assertThat(element.getAttribute("href")).matches("|data:image/png;base64,[A-Za-z0-9+/=]+");
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void isTheSameEachTimeInAnyLocale(Figure figure, @TempDir Path folder) throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    String svg = figure.svg();
    figure.write(first);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(figure.svg()).isEqualTo(svg);
      figure.write(second);
    } finally {
      Locale.setDefault(before);
    }
    for (String ending : List.of(".svg", ".png")) {
      assertThat(first.resolve(figure.name() + ending))
          .hasSameBinaryContentAs(second.resolve(figure.name() + ending));
    }
  }

  @Test
  void figuresAreNamedApart() {
    Set<String> names = new HashSet<>();
    assertThat(inBothLanguages().map(Figure::name))
        .allMatch(names::add)
        .allMatch(n -> n.matches("[a-z-]+"));
  }

  @ParameterizedTest
  @MethodSource("inBothLanguages")
  void writesNumbersInItsLanguage(Figure figure) {
    String other =
        figure.name().endsWith("-de") ? "\\d\\.\\d{1,2}\\b(?!\\d)" : "\\d,\\d{1,2}\\b(?!\\d)";
    Pattern foreign = Pattern.compile(other);
    assertThat(Drawn.texts(figure)).noneMatch(t -> foreign.matcher(t).find());
    assertThat(figure.description()).doesNotContainPattern(foreign);
  }

  @ParameterizedTest
  @MethodSource({"figures", "hostile"})
  void filesStandAlone(Figure figure, @TempDir Path folder) throws IOException {
    figure.write(folder);
    String svg = Files.readString(folder.resolve(figure.name() + ".svg"));
    assertThat(svg).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ").endsWith("\n");
    Element root = Drawn.xml(svg).getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.replaceAll("var\\(--figure-[a-z0-9]+,#[0-9a-f]{6}\\)", ""))
        .as("each variable has a colour to fall back to")
        .doesNotContain("var(");
    BufferedImage png = ImageIO.read(folder.resolve(figure.name() + ".png").toFile());
    assertThat(png.getWidth()).isEqualTo(2 * figure.width() + 4 * Figure.MARGIN);
    assertThat(png.getHeight()).isEqualTo(2 * figure.height() + 4 * Figure.MARGIN);
    assertThat(root.getAttribute("viewBox")).startsWith("-16 -16 ");
    for (int i = 0; i < png.getWidth(); i++) {
      int y = i % png.getHeight();
      assertThat(png.getRGB(i, 2 * Figure.MARGIN - 2)).as("above").isEqualTo(-1);
      assertThat(png.getRGB(2 * Figure.MARGIN - 4, y)).as("left").isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @MethodSource({"figures", "hostile"})
  void noTextIsCutAtTheEdges(Figure figure) {
    BufferedImage png =
        PngDrawing.draw(figure.width(), figure.height(), ((DrawnFigure) figure).painter());
    if (figure.name().matches("(first-image|samples)-.*")) {
      return; // their pictures may reach the edge
    }
    int right = png.getWidth() - 1;
    int lowest = png.getHeight() - 1;
    assertThat(IntStream.range(0, lowest)).as("right").allMatch(y -> png.getRGB(right, y) == -1);
    assertThat(IntStream.range(0, right)).as("below").allMatch(x -> png.getRGB(x, lowest) == -1);
  }

  @Test
  void aMissingFolderIsNamed(@TempDir Path folder) {
    Figure figure = Charts.curves(Language.EN, Drawn.training("mlp", 2));
    assertThatThrownBy(() -> figure.write(folder.resolve("absent")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("curves-mlp-en")
        .hasMessageContaining("absent");
  }

  @Test
  void saysExactValuesUnderTheMouse() {
    String curves = Charts.curves(Language.DE, Drawn.training("mlp", 10)).svg();
    assertThat(curves)
        .contains("pointer-events=\"all\"")
        .containsPattern("Epoche 10: 0,\\d{4}</title>");
    List<String> names = List.of("Hemd", "<b>");
    String cells =
        Charts.confusion(Language.EN, "mlp", names, List.of(List.of(7L, 3L), List.of(0L, 9L)))
            .svg();
    assertThat(cells).contains("<title>Hemd \u2192 &lt;b&gt;: 3</title>").doesNotContain("<b>");
    String fromTheRight = "\u0642\u0645";
    List<List<Long>> counts = List.of(List.of(7L, 3L), List.of(0L, 9L));
    assertThat(Charts.confusion(Language.EN, "mlp", List.of(fromTheRight, "b"), counts).svg())
        .contains("<title>\u2068" + fromTheRight + "\u2069 \u2192 b: 3</title>");
  }

  @Test
  void staysSmallEnoughForAPage() {
    assertThat(Charts.curves(Language.DE, Drawn.training("mlp", 10)).svg().length())
        .isLessThan(28_000);
    assertThat(
            Charts.confusion(Language.DE, "mlp", Drawn.GARMENTS, Drawn.counts(10)).svg().length())
        .isLessThan(28_000);
  }
}
