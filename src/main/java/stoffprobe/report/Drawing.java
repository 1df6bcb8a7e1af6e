package stoffprobe.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Language;

/**
 * A figure in both languages.
 *
 * @param id of the elements that show it, unique in the page
 * @param german drawn once, since a page may show it twice
 * @param narrow what a narrow screen shows instead, where the drawing would be cut off
 */
public record Drawing(
    String id, Inline german, Inline english, Optional<Drawing> narrow, List<Figure> figures) {

  public Drawing {
    figures = List.copyOf(figures);
  }

  /** One drawing as it stands in the page. */
  public record Inline(String svg, int width, int height) {

    /** The drawing with an id, so that {@code <use>} can show it again. */
    public String svg(String id) {
      return svg.replaceFirst("<svg ", "<svg id=\"" + id + "\" ");
    }

    /** The coordinates of a frame that shows it again. */
    public String viewBox() {
      return "0 0 " + width + " " + height;
    }
  }

  /** Draws in both languages at once. */
  static Drawing of(String id, Function<Language, Figure> draw) {
    List<Figure> both = Stream.of(Language.DE, Language.EN).parallel().map(draw).toList();
    Figure german = both.get(0);
    Figure english = both.get(1);
    return new Drawing(
        id, inline(german), inline(english), Optional.empty(), List.of(german, english));
  }

  Drawing orNarrow(Function<Language, Figure> draw) {
    return new Drawing(id, german, english, Optional.of(of(id + ".narrow", draw)), figures);
  }

  private static Inline inline(Figure figure) {
    return new Inline(figure.svg(), figure.width(), figure.height());
  }
}
